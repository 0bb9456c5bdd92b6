/** The days that a usage figure covers. */
export interface UsageRange {
  /** ISO text. */
  start?: string | undefined;
  /** ISO text. */
  end?: string | undefined;
  /** What else the answer holds. */
  [key: string]: unknown;
}

/** The devices of one day. */
export interface DeviceCount {
  date: string;
  created: number;
  deleted: number;
  total: number;
  /** What else the answer holds. */
  [key: string]: unknown;
}

/** Devices by day. */
export interface DeviceCounts extends UsageRange {
  counts: DeviceCount[];
}

/** The notebook runs of one day: `minutes`, and how many runs ended how. */
export interface NotebookMinuteCount {
  date: string;
  minutes: number;
  completed: number;
  canceled: number;
  errored: number;
  timeout: number;
  /** What else the answer holds. */
  [key: string]: unknown;
}

/** Notebook runs by day. */
export interface NotebookMinuteCounts extends UsageRange {
  counts: NotebookMinuteCount[];
}

/** Payloads by type and source, such as `deviceState` by `device.mqtt`; types without any are absent. */
export type PayloadCounts = Record<string, Record<string, number>>;

/** The payloads of one day or hour. */
export interface PayloadCount {
  date: string;
  value: number;
  /** What else the answer holds. */
  [key: string]: unknown;
}

/** Payloads summed by day or hour. */
export interface PayloadCountsBreakdown extends UsageRange {
  counts: PayloadCount[];
}

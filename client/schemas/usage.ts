import { z } from "zod";
import type { AnswerSchema } from "./schema";

/** The days that a usage figure covers. */
export interface UsageRange {
  /** ISO text. */
  start?: string | undefined;
  /** ISO text. */
  end?: string | undefined;
  /** What else the answer holds. */
  [key: string]: unknown;
}

const Range = { start: z.string().optional(), end: z.string().optional() };

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

export const DeviceCounts: AnswerSchema<DeviceCounts> = z.looseObject({
  ...Range,
  counts: z.array(
    z.looseObject({ date: z.string(), created: z.number(), deleted: z.number(), total: z.number() }),
  ),
});

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

export const NotebookMinuteCounts: AnswerSchema<NotebookMinuteCounts> = z.looseObject({
  ...Range,
  counts: z.array(
    z.looseObject({
      date: z.string(),
      minutes: z.number(),
      completed: z.number(),
      canceled: z.number(),
      errored: z.number(),
      timeout: z.number(),
    }),
  ),
});

/** Payloads by type and source, such as `deviceState` by `device.mqtt`; types without any are absent. */
export type PayloadCounts = Record<string, Record<string, number>>;

export const PayloadCounts: AnswerSchema<PayloadCounts> = z.record(
  z.string(),
  z.record(z.string(), z.number()),
);

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

export const PayloadCountsBreakdown: AnswerSchema<PayloadCountsBreakdown> = z.looseObject({
  ...Range,
  counts: z.array(z.looseObject({ date: z.string(), value: z.number() })),
});

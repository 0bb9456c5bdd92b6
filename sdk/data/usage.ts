import { dataFunctions } from "../../client/data-functions";
import { askHere } from "./ask-here";
import { outputForm } from "./output-form";

/** A moment: a Date, milliseconds since 1970, or ISO text such as `2026-11-01` or `2026-11-01T00:00:00Z`. */
export type Moment = Date | number | string;

/** Which organization, and which days. */
export interface UsageArgs {
  /** The organization: 24 hex digits. */
  orgId: string;
  /** The first moment, such as `2026-11-01`; days are UTC. Left out, Losant decides (30 days back is assumed). */
  start?: Moment;
  /** The last moment, inclusive, such as `2026-11-30T23:59:59Z`. Left out: now. */
  end?: Moment;
}

/** The arguments of {@link getPayloadCounts}. */
export interface GetPayloadCountsArgs extends UsageArgs {
  /** Bytes instead of counts; default `false`. */
  asBytes?: boolean;
}

/** The arguments of {@link getPayloadCountsBreakdown}. */
export interface GetPayloadCountsBreakdownArgs extends GetPayloadCountsArgs {
  /** Milliseconds per figure: a day (86400000, the default) or an hour (3600000). */
  resolution?: 86400000 | 3600000;
  /** Count what is not billed as well; default `false`. */
  includeNonBillable?: boolean;
}

/** The days that figures are of, as Losant reports them: ISO text. */
export interface UsageRange {
  /** The first moment. */
  start?: string;
  /** The last moment. */
  end?: string;
}

/** Devices by day. */
export interface GetDeviceCountsResult extends UsageRange {
  /** The figures, day by day. */
  counts: DeviceCount[];
}

/** The devices of one day. */
export interface DeviceCount {
  /** The day: ISO text. */
  date: string;
  /** How many devices were created. */
  created: number;
  /** How many devices were deleted. */
  deleted: number;
  /** How many devices there were. */
  total: number;
}

/** Notebook runs by day: their minutes, and how many ended how. */
export interface GetNotebookMinuteCountsResult extends UsageRange {
  /** The figures, day by day. */
  counts: NotebookMinuteCount[];
}

/** The notebook runs of one day. */
export interface NotebookMinuteCount {
  /** The day: ISO text. */
  date: string;
  /** How many minutes notebooks ran. */
  minutes: number;
  /** How many runs ended by themselves. */
  completed: number;
  /** How many runs were canceled. */
  canceled: number;
  /** How many runs ended with an error. */
  errored: number;
  /** How many runs took too long. */
  timeout: number;
}

/** Payloads by type and source, such as `deviceState` by `device.mqtt`; types without any are absent. */
export type GetPayloadCountsResult = Record<string, Record<string, number>>;

/** Payloads summed by day or hour. */
export interface GetPayloadCountsBreakdownResult extends UsageRange {
  /** The figures, by day or hour. */
  counts: PayloadCount[];
}

/** The payloads of one day or hour. */
export interface PayloadCount {
  /** The beginning of the day or hour: ISO text. */
  date: string;
  /** How many payloads, or bytes of them. */
  value: number;
}

/**
 * Reads how many devices were created and deleted, and how many there were, day by day.
 *
 * @throws pulumi.RunError with Losant's own message, and what to do.
 * @example
 * ```ts
 * import * as losant from "pulumi-losant";
 *
 * const devices = losant.getDeviceCountsOutput({ orgId: "575ed6e87ae143cd83dc4aa8", start: "2026-11-01" });
 * export const devicesToday = devices.counts.apply((days) => days.at(-1)?.total);
 * ```
 */
export async function getDeviceCounts(args: UsageArgs): Promise<GetDeviceCountsResult> {
  return askHere(dataFunctions.getDeviceCounts, args);
}

/** As {@link getDeviceCounts}, for arguments that may be Outputs. */
export const getDeviceCountsOutput = outputForm(getDeviceCounts);

/**
 * Reads the minutes that notebooks ran, and how the runs ended, day by day.
 *
 * @throws pulumi.RunError with Losant's own message, and what to do.
 * @example
 * ```ts
 * import * as losant from "pulumi-losant";
 *
 * const runs = losant.getNotebookMinuteCountsOutput({ orgId: "575ed6e87ae143cd83dc4aa8" });
 * export const minutes = runs.counts.apply((days) => days.reduce((sum, day) => sum + day.minutes, 0));
 * ```
 */
export async function getNotebookMinuteCounts(args: UsageArgs): Promise<GetNotebookMinuteCountsResult> {
  return askHere(dataFunctions.getNotebookMinuteCounts, args);
}

/** As {@link getNotebookMinuteCounts}, for arguments that may be Outputs. */
export const getNotebookMinuteCountsOutput = outputForm(getNotebookMinuteCounts);

/**
 * Reads payload counts by type and source, such as `deviceState` by `device.mqtt`, summed over the range. Types
 * without any are absent.
 *
 * @returns The figures by type and source.
 * @throws pulumi.RunError with Losant's own message, and what to do.
 * @example
 * ```ts
 * import * as losant from "pulumi-losant";
 *
 * const payloads = losant.getPayloadCountsOutput({ orgId: "575ed6e87ae143cd83dc4aa8", asBytes: true });
 * export const stateBytes = payloads.deviceState;
 * ```
 */
export async function getPayloadCounts(args: GetPayloadCountsArgs): Promise<GetPayloadCountsResult> {
  return askHere(dataFunctions.getPayloadCounts, args);
}

/** As {@link getPayloadCounts}, for arguments that may be Outputs. */
export const getPayloadCountsOutput = outputForm(getPayloadCounts);

/**
 * Reads payload counts summed by day or by hour; only what is billed, unless `includeNonBillable` is set.
 *
 * @throws pulumi.RunError with Losant's own message, and what to do.
 * @example
 * ```ts
 * import * as losant from "pulumi-losant";
 *
 * const days = losant.getPayloadCountsBreakdownOutput({ orgId: "575ed6e87ae143cd83dc4aa8" });
 * export const billed = days.counts.apply((counts) => counts.reduce((sum, day) => sum + day.value, 0));
 * ```
 */
export async function getPayloadCountsBreakdown(
  args: GetPayloadCountsBreakdownArgs,
): Promise<GetPayloadCountsBreakdownResult> {
  return askHere(dataFunctions.getPayloadCountsBreakdown, args);
}

/** As {@link getPayloadCountsBreakdown}, for arguments that may be Outputs. */
export const getPayloadCountsBreakdownOutput = outputForm(getPayloadCountsBreakdown);

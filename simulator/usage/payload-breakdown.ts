import { type PayloadSource, payloadsAt } from "./payloads";

/** What a breakdown counts, and per how many milliseconds. */
export interface BreakdownOptions {
  resolution: number;
  asBytes: boolean;
  includeNonBillable: boolean;
}

/** The payloads of some hours, or their bytes, by the start of the day or hour they fall into. */
export const payloadBreakdown = (
  sources: readonly PayloadSource[],
  hours: readonly number[],
  options: BreakdownOptions,
): Map<number, number> => {
  const values = new Map<number, number>();
  for (const hour of hours) {
    const bucket = hour - (hour % options.resolution);
    values.set(bucket, (values.get(bucket) ?? 0) + payloadsAt(sources, hour, options));
  }
  return values;
};

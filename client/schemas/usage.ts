import { z } from "zod";

const Range = { start: z.string().optional(), end: z.string().optional() };

/** Devices by day. */
export const DeviceCounts = z.looseObject({
  ...Range,
  counts: z.array(
    z.looseObject({ date: z.string(), created: z.number(), deleted: z.number(), total: z.number() }),
  ),
});
export type DeviceCounts = z.infer<typeof DeviceCounts>;

/** Notebook runs by day; `minutes`, and how many runs ended how. */
export const NotebookMinuteCounts = z.looseObject({
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
export type NotebookMinuteCounts = z.infer<typeof NotebookMinuteCounts>;

/** Payloads by type and source, such as `deviceState` by `device.mqtt`; types without any are absent. */
export const PayloadCounts = z.record(z.string(), z.record(z.string(), z.number()));
export type PayloadCounts = z.infer<typeof PayloadCounts>;

/** Payloads summed by day or hour. */
export const PayloadCountsBreakdown = z.looseObject({
  ...Range,
  counts: z.array(z.looseObject({ date: z.string(), value: z.number() })),
});
export type PayloadCountsBreakdown = z.infer<typeof PayloadCountsBreakdown>;

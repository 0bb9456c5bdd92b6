import { z } from "zod";
import type * as types from "../types";

const Range = { start: z.string().optional(), end: z.string().optional() };

export const DeviceCounts = z.looseObject({
  ...Range,
  counts: z.array(
    z.looseObject({ date: z.string(), created: z.number(), deleted: z.number(), total: z.number() }),
  ),
}) satisfies z.ZodType<types.DeviceCounts>;

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
}) satisfies z.ZodType<types.NotebookMinuteCounts>;

export const PayloadCounts = z.record(
  z.string(),
  z.record(z.string(), z.number()),
) satisfies z.ZodType<types.PayloadCounts>;

export const PayloadCountsBreakdown = z.looseObject({
  ...Range,
  counts: z.array(z.looseObject({ date: z.string(), value: z.number() })),
}) satisfies z.ZodType<types.PayloadCountsBreakdown>;

import { z } from "zod";

/** What is compared with an organization's limits. */
export const figureNames = ["devices", "payloads", "notebookMinutes", "seats"] as const;
export type FigureName = (typeof figureNames)[number];

/** A stretch of time as ISO text; the end belongs to it. */
export const Range = z.object({ start: z.string(), end: z.string() });
export type Range = z.infer<typeof Range>;

/** A billing period. Its end is the start of the next one. */
export const Period = z.object({
  start: z.string(),
  end: z.string(),
  /** `losant`: as the organization has it. `calendarMonth`: in UTC, where Losant tells no period that holds now. */
  source: z.enum(["losant", "calendarMonth"]),
});
export type Period = z.infer<typeof Period>;

/** A figure of one day (UTC), which is `YYYY-MM-DD`. */
export const DayValue = z.object({ day: z.string(), value: z.number() });
export type DayValue = z.infer<typeof DayValue>;

/** A figure as it stands in the billing period, beside the organization's limit. */
export const Standing = z.object({
  figure: z.enum(figureNames),
  period: Period,
  /** So far in the period; of devices and seats: now. Null where it could not be read. */
  value: z.number().nullable(),
  /** At the period's end, if it goes on as so far. Null where nothing can be told yet. */
  projected: z.number().nullable(),
  /** Null where Losant states none. */
  limit: z.number().nullable(),
  /** The days of the period so far; empty for seats. */
  days: z.array(DayValue),
});
export type Standing = z.infer<typeof Standing>;

export const DeviceDay = z.object({
  day: z.string(),
  total: z.number(),
  created: z.number(),
  deleted: z.number(),
});
export type DeviceDay = z.infer<typeof DeviceDay>;

export const NotebookDay = z.object({ day: z.string(), minutes: z.number(), runs: z.number() });
export type NotebookDay = z.infer<typeof NotebookDay>;

export const KindValue = z.object({ type: z.string(), source: z.string(), value: z.number() });
export type KindValue = z.infer<typeof KindValue>;

export const HourValue = z.object({ hour: z.string(), value: z.number() });
export type HourValue = z.infer<typeof HourValue>;

/** What could not be read, and why. */
export const Unread = z.object({ what: z.string(), problem: z.string() });
export type Unread = z.infer<typeof Unread>;

/** The usage of one organization. What could not be read is null, and stands among `unread`. */
export const OrganizationUsage = z.object({
  orgId: z.string(),
  name: z.string(),
  /** By Losant's clock. */
  readAt: z.string(),
  /** What the days, hours and kinds cover. */
  range: Range,
  period: Period,
  standings: z.array(Standing),
  devices: z.array(DeviceDay).nullable(),
  /** Billable payloads. */
  payloads: z.array(DayValue).nullable(),
  /** Billable payloads by hour; null too where they were not asked for. */
  payloadHours: z.array(HourValue).nullable(),
  /** All payloads, those that are not billed too; the largest first. */
  payloadKinds: z.array(KindValue).nullable(),
  notebookMinutes: z.array(NotebookDay).nullable(),
  /** Members and unexpired invites, which take seats together. */
  seats: z.object({ members: z.number(), invites: z.number() }).nullable(),
  unread: z.array(Unread),
});
export type OrganizationUsage = z.infer<typeof OrganizationUsage>;

/** What `pulumi-losant usage --json` prints. */
export const Usage = z.object({
  version: z.literal(1),
  organizations: z.array(OrganizationUsage),
  /** Organizations of which nothing could be read. */
  failed: z.array(z.object({ orgId: z.string(), name: z.string().nullable(), problem: z.string() })),
});
export type Usage = z.infer<typeof Usage>;

/** The JSON Schema of usage, for those who read it. */
export function usageSchema(): object {
  return { title: "Usage as pulumi-losant tells it", ...z.toJSONSchema(Usage) };
}

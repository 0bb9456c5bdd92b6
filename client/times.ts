import { z } from "zod";

/** A moment: a Date, milliseconds since 1970, or ISO text such as `2026-11-01` or `2026-11-01T00:00:00Z`. */
export const Time = z.union([z.date(), z.number(), z.string()]).transform((time, context) => {
  const milliseconds = typeof time === "string" ? Date.parse(isIso(time) ? time : "") : Number(time);
  if (Number.isFinite(milliseconds)) return String(Math.trunc(milliseconds));
  context.addIssue("must be a Date, milliseconds since 1970, or ISO text such as 2026-11-01T00:00:00Z");
  return z.NEVER;
});
export type Time = z.input<typeof Time>;

function isIso(text: string): boolean {
  return /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/.test(text);
}

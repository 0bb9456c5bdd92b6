import { z } from "zod";
import type * as types from "./types";

const Iso = z.union([z.iso.date(), z.iso.datetime({ offset: true })]);

const problem =
  "must be a time: a Date, milliseconds since 1970, or ISO text with its time zone, such as 2026-11-01 or " +
  "2026-11-01T00:00:00Z";

/** Takes a moment and gives it as the vendor's API wants it: text of milliseconds since 1970. */
export const Time = z.custom<types.Time>().transform((time, context) => {
  const milliseconds = new Date(Math.trunc(millisecondsOf(time))).getTime();
  if (!Number.isNaN(milliseconds)) return String(milliseconds);
  context.addIssue(problem);
  return z.NEVER;
});

function millisecondsOf(time: unknown): number {
  if (typeof time === "number") return time;
  if (time instanceof Date) return time.getTime();
  return Iso.safeParse(time).success ? Date.parse(String(time)) : Number.NaN;
}

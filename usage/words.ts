import type { FigureName, Period } from "./figures";

/** Figures in the middle of a sentence. */
export const figureWords: Record<FigureName, string> = {
  devices: "devices",
  payloads: "payloads",
  notebookMinutes: "notebook minutes",
  seats: "seats",
};

/** `1,234`. */
export function number(value: number): string {
  return value.toLocaleString("en-US");
}

/** `1 invite`, `2 invites`. */
export function counted(value: number, unit: string): string {
  return `${number(value)} ${unit}${value === 1 ? "" : "s"}`;
}

/** What share of a limit a value is, such as `92.5%`; empty where either is not known or the limit is 0. */
export function share(value: number | null, limit: number | null): string {
  if (value === null || limit === null || limit <= 0) return "";
  const percent = (value / limit) * 100;
  if (percent > 0 && percent < 0.1) return "<0.1%";
  // Rounded down, as 100% is to mean all of it.
  const digits = percent < 100 ? 1 : 0;
  return `${(Math.floor(percent * 10 ** digits) / 10 ** digits).toLocaleString("en-US")}%`;
}

/** A word with a capital at its start. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `2026-11-01 to 2026-12-01`; with hours where it does not begin and end with a day. */
export function periodText({ start, end }: Pick<Period, "start" | "end">): string {
  const isOfDays = [start, end].every((moment) => moment.endsWith("T00:00:00.000Z"));
  return [start, end].map((moment) => (isOfDays ? moment.slice(0, 10) : minute(moment))).join(" to ");
}

/** `2026-11-01 09:30`. */
export function minute(moment: string): string {
  return moment.slice(0, 16).replace("T", " ");
}

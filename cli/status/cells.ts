import { printable } from "../../client/printable";

/** Columns as wide as their widest cell; the last one only where a row has something in it. */
export function table(all: string[][]): string[] {
  const isUsed = all.slice(1).some((row) => row.at(-1) !== "");
  const rows = isUsed ? all : all.map((row) => row.slice(0, -1));
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ")}`.trimEnd(),
  );
}

/** When access ends, as it is stated, and the days left; empty where no end is stated. */
export function accessEnd(until: string | null, daysLeft: number | null): string {
  if (until === null) return "";
  return `${until} (${hasEnded(daysLeft) ? "ended" : days(daysLeft)})`;
}

/** `in 3 days`. */
export function days(left: number | null): string {
  if (left === null) return "not told";
  if (hasEnded(left)) return "expired";
  return left === 1 ? "in 1 day" : `in ${left} days`;
}

/** Whether an end with so many days left has passed. */
export function hasEnded(daysLeft: number | null): boolean {
  return daysLeft !== null && daysLeft < 1;
}

/** Why somebody has access and who answers for it, as it is stated. */
export function reasonAndOwner(reason: string | null, owner: string | null): string {
  return [reason, owner].flatMap((text) => (text === null ? [] : printable(text))).join(", ");
}

/** Yes or no. */
export function flag(value: boolean | null): string {
  if (value === null) return "not told";
  return value ? "yes" : "no";
}

/** How many roles there are; empty for none. */
export function count(roles: number): string {
  return roles === 0 ? "" : String(roles);
}

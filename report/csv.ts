import { printable } from "../client/printable";
import { cellText } from "../client/text";

/** A table as data: a head, and rows of as many cells. */
export interface Table {
  columns: readonly string[];
  rows: readonly (readonly Cell[])[];
}

/** Null is an empty cell. */
export type Cell = string | number | boolean | null;

/**
 * A table as CSV (RFC 4180): all texts in quotes, lines end in CR and LF, and a byte order mark, by which Excel knows that it
 * is UTF-8. A text that a spreadsheet would take for a formula begins with an apostrophe.
 */
export function csvOf({ columns, rows }: Table): string {
  const lines = [columns, ...rows].map((row) => row.map(cellOf).join(","));
  return `\uFEFF${lines.map((line) => `${line}\r\n`).join("")}`;
}

function cellOf(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell !== "string") return String(cell);
  return `"${cellText(printable(cell)).replaceAll('"', '""')}"`;
}

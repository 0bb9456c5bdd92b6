import { printable } from "../client/printable";

/** A table as data: a head, and rows of as many cells. */
export interface Table {
  columns: readonly string[];
  rows: readonly (readonly Cell[])[];
}

/** Null is an empty cell. */
export type Cell = string | number | boolean | null;

/** What a spreadsheet takes for the beginning of a formula, full-width forms too. */
const formula = /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/;

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
  const text = printable(cell);
  const safe = formula.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

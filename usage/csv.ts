import { cellText } from "../client/text";
import type { OrganizationUsage } from "./figures";
import { type By, dayRows } from "./range-text";

type Cell = string | number | null;

/** Usage as CSV (RFC 4180): a row for each organization and day, hour or kind. What is not known is empty. */
export function usageCsv(organizations: readonly OrganizationUsage[], by: By): string {
  const { head, rows } = tables[by];
  const all = organizations.flatMap((usage) => rows(usage).map((row) => [usage.orgId, usage.name, ...row]));
  return csv([["orgId", "organization", ...head], ...all]);
}

const tables: Record<By, { head: string[]; rows: (usage: OrganizationUsage) => Cell[][] }> = {
  day: {
    head: ["day", "devices", "payloads", "notebookMinutes"],
    rows: (usage) =>
      dayRows(usage).map(({ day, devices, payloads, notebookMinutes }) => [
        day,
        devices,
        payloads,
        notebookMinutes,
      ]),
  },
  hour: {
    head: ["hour", "payloads"],
    rows: ({ payloadHours }) => (payloadHours ?? []).map(({ hour, value }) => [hour, value]),
  },
  kind: {
    head: ["type", "source", "payloads"],
    rows: ({ payloadKinds }) => (payloadKinds ?? []).map(({ type, source, value }) => [type, source, value]),
  },
};

/** Rows as CSV. A text that a spreadsheet would take for a formula gets an apostrophe before it. */
export function csv(rows: readonly (readonly Cell[])[]): string {
  return rows.map((row) => `${row.map(written).join(",")}\r\n`).join("");
}

function written(cell: Cell): string {
  if (typeof cell === "number") return String(cell);
  const safe = cellText(cell ?? "");
  return /[",\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

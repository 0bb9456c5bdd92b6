import { printable } from "../../client/printable";
import { attentionOf } from "../../report/attention";
import type { Report, Unread } from "../../report/report";

/** What was written, in one line. */
export function summaryOf(report: Report, written: readonly string[]): string {
  const { organizations } = report;
  const people = organizations.reduce((sum, one) => sum + one.people.length, 0);
  const invites = organizations.reduce((sum, one) => sum + one.invites.length, 0);
  const names = organizations.map(({ name }) => name).join(", ");
  const counts = `${counted(people, "person", "people")} and ${counted(invites, "invite", "invites")}`;
  const findings = attentionOf(report).length;
  const needs = `${counted(findings, "thing needs", "things need")} attention`;
  return `Wrote ${written.join(", ")}: ${counts}${names === "" ? "" : ` of ${names}`}; ${needs}.`;
}

function counted(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** @throws where something could not be read, with each of it. */
export function refuseIncomplete({ unread }: Report): void {
  if (unread.length === 0) return;
  throw new Error(`the report is not complete. Could not be read: ${unread.map(described).join("; ")}`);
}

function described({ orgId, name, what, problem }: Unread): string {
  const where = name === null ? orgId : `${printable(name)} (${orgId})`;
  return what === "organization" ? `${where}: ${problem}` : `${what} of ${where}: ${problem}`;
}

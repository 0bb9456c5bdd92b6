import type { OrganizationUsage } from "../figures";
import { daysSection } from "./days";
import { devicesSection } from "./devices";
import { kindsSection } from "./kinds";
import { periodSection } from "./period";
import { type EarlierSeats, seatsSection } from "./seats";
import type { UsageSection } from "./section";

export { standalone } from "./draw";
export type { EarlierSeats } from "./seats";
export type { SectionTable, UsageSection } from "./section";

/**
 * The pictures of an organization's usage, each with its numbers as a table. What could not be read has none: say so from
 * `unread`. The same figures give the same bytes.
 */
export async function usageSections(
  usage: OrganizationUsage,
  earlierSeats: readonly EarlierSeats[] = [],
): Promise<UsageSection[]> {
  const { payloads, payloadKinds, notebookMinutes } = usage;
  const standing = (name: string) => usage.standings.find(({ figure }) => figure === name);
  const minutes = notebookMinutes?.map((one) => ({ day: one.day, value: one.minutes })) ?? null;
  const sections = [
    () => periodSection(payloadsSoFar, standing("payloads"), usage),
    () => daysSection(payloadsPerDay, payloads, usage),
    () => kindsSection(payloadKinds),
    () => devicesSection(usage),
    () => periodSection(minutesSoFar, standing("notebookMinutes"), usage),
    () => daysSection(minutesPerDay, minutes, usage),
    () => seatsSection(usage, earlierSeats),
  ];
  const drawn: UsageSection[] = [];
  // One after another: the numbers that Vega gives parts of a picture are to begin anew in each.
  for (const section of sections) drawn.push(...[await section()].filter((one) => one !== undefined));
  return drawn;
}

const payloadsSoFar = { id: "payloads-so-far", title: "Billable payloads so far", unit: "payloads" };
const payloadsPerDay = {
  id: "payloads-per-day",
  title: "Billable payloads per day",
  unit: "payloads",
  column: "Payloads",
};
const minutesSoFar = {
  id: "notebook-minutes-so-far",
  title: "Notebook minutes so far",
  unit: "notebook minutes",
};
const minutesPerDay = {
  id: "notebook-minutes-per-day",
  title: "Notebook minutes per day",
  unit: "notebook minutes",
  column: "Minutes",
};

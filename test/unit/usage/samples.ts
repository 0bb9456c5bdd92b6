import { organizationUsage, type Read } from "../../../usage/collect";
import type { DayValue, OrganizationUsage, Period } from "../../../usage/figures";
import { memberOf, now, orgId } from "../samples";

/** At `now`, 14.5 of its 30 days are over. */
export const november: Period = {
  start: "2026-11-01T00:00:00.000Z",
  end: "2026-12-01T00:00:00.000Z",
  source: "losant",
};

/** Days of November from the first on. */
export function daysOf(...values: number[]): DayValue[] {
  return values.map((value, at) => ({ day: dayAt(at), value }));
}

export function dayAt(at: number): string {
  return `2026-11-${String(at + 1).padStart(2, "0")}`;
}

const fifteen = Array.from({ length: 15 }, (_, at) => at);

/** What is read of an organization: 15 days with 100 payloads, 2 notebook minutes and one device more each. */
export function readOf(changes: Partial<Read> = {}): Read {
  const devices = { data: fifteen.map((at) => ({ day: dayAt(at), total: 50 + at, created: 1, deleted: 0 })) };
  const payloads = { data: daysOf(...fifteen.map(() => 100)) };
  const notebooks = { data: fifteen.map((at) => ({ day: dayAt(at), minutes: 2, runs: 1 })) };
  return {
    organization: {
      id: orgId,
      name: "Acme",
      members: [memberOf("owner@example.com")],
      limits: { device: 100, payload: 2000, notebookMinutesPerMonth: 1000, member: 10 },
    },
    now,
    range: { start: november.start, end: now.toISOString() },
    period: november,
    monthly: november,
    invites: { data: 2 },
    devices,
    payloads,
    hours: undefined,
    kinds: {
      data: [
        { type: "deviceState", source: "device.mqtt", value: 1500 },
        { type: "webhook", source: "webhook", value: 60 },
      ],
    },
    notebooks,
    inPeriod: { devices, payloads, notebooks },
    ...changes,
  };
}

export function usageOf(changes: Partial<Read> = {}): OrganizationUsage {
  return organizationUsage(readOf(changes));
}

export function standingOf(usage: OrganizationUsage, name: string) {
  const standing = usage.standings.find(({ figure }) => figure === name);
  if (standing === undefined) throw new Error(`There is no ${name}.`);
  return standing;
}

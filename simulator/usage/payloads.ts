import type { OwnedResource } from "../entities/owned-resource";
import { dayMs, hourMs } from "../store/clock";
import { type DeviceDay, deviceHistory } from "./devices";
import { noise, seedOf } from "./noise";
import { type PayloadKind, payloadKinds } from "./payload-kinds";

/** An application with what its payload figures follow from. */
export interface PayloadSource {
  seed: number;
  history: Map<number, DeviceDay>;
}

/** Payloads by type and source (vendor's schema payloadStats). */
export type PayloadStats = Record<string, Record<string, number>>;

/** Readies applications for payload figures until a moment. */
export const payloadSources = (applications: readonly OwnedResource[], until: number): PayloadSource[] =>
  applications.map((application) => ({
    seed: seedOf(application.id),
    history: deviceHistory(application, until),
  }));

// Devices talk more by day than by night; the hour is UTC.
const daytime = (hour: number) => 1 + 0.4 * Math.sin(((hour % 24) - 8) * (Math.PI / 12));

const payloadsInHour = (
  source: PayloadSource,
  kind: PayloadKind,
  kindIndex: number,
  time: number,
): number => {
  const devices = source.history.get(Math.floor(time / dayMs))?.total ?? 0;
  const hour = Math.floor(time / hourMs);
  const variation = 0.7 + 0.6 * noise(source.seed, hour, kindIndex);
  return Math.round(devices * kind.perDeviceHour * daytime(hour) * variation);
};

const sumInHour = (sources: readonly PayloadSource[], kind: PayloadKind, kindIndex: number, time: number) =>
  sources.reduce((sum, source) => sum + payloadsInHour(source, kind, kindIndex, time), 0);

/** All payloads of an hour, or their bytes: the billable ones, or all. */
export const payloadsAt = (
  sources: readonly PayloadSource[],
  time: number,
  options: { asBytes: boolean; includeNonBillable: boolean },
): number => {
  let sum = 0;
  for (const [index, kind] of payloadKinds.entries()) {
    if (!kind.billable && !options.includeNonBillable) continue;
    sum += sumInHour(sources, kind, index, time) * (options.asBytes ? kind.bytes : 1);
  }
  return sum;
};

/** The payloads of some hours by type and source, or their bytes; what there was none of is absent. */
export const payloadStats = (
  sources: readonly PayloadSource[],
  hours: readonly number[],
  asBytes: boolean,
): PayloadStats => {
  const stats: PayloadStats = {};
  for (const [index, kind] of payloadKinds.entries()) {
    const count = hours.reduce((sum, hour) => sum + sumInHour(sources, kind, index, hour), 0);
    if (count === 0) continue;
    const value = count * (asBytes ? kind.bytes : 1);
    stats[kind.type] = { ...stats[kind.type], [kind.source]: value };
  }
  return stats;
};

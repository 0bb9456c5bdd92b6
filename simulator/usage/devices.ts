import type { OwnedResource } from "../entities/owned-resource";
import { dayMs } from "../store/clock";
import { noise, seedOf } from "./noise";

/** One application's devices on one day: how many came, went, and were there at its end. */
export interface DeviceDay {
  created: number;
  deleted: number;
  total: number;
}

const nextDay = (seed: number, day: number, previous: number): DeviceDay => {
  const created = Math.floor(noise(seed, day, 1) * 5);
  const deleted = Math.min(previous, Math.floor(noise(seed, day, 2) * 4));
  return { created, deleted, total: previous + created - deleted };
};

/** One application's devices by day number (days since the epoch), from its creation until a moment. */
export const deviceHistory = (application: OwnedResource, until: number): Map<number, DeviceDay> => {
  const seed = seedOf(application.id);
  const history = new Map<number, DeviceDay>();
  let total = 0;
  for (let day = firstDay(application); day <= Math.floor(until / dayMs); day += 1) {
    const entry = nextDay(seed, day, total);
    total = entry.total;
    history.set(day, entry);
  }
  return history;
};

const firstDay = (application: OwnedResource) => Math.floor(Date.parse(application.creationDate) / dayMs);

/** The devices of several applications on one day, together. */
export const devicesOn = (histories: readonly Map<number, DeviceDay>[], time: number): DeviceDay => {
  const sum: DeviceDay = { created: 0, deleted: 0, total: 0 };
  for (const history of histories) {
    const entry = history.get(Math.floor(time / dayMs));
    sum.created += entry?.created ?? 0;
    sum.deleted += entry?.deleted ?? 0;
    sum.total += entry?.total ?? 0;
  }
  return sum;
};

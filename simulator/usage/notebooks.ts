import type { OwnedResource } from "../entities/owned-resource";
import { dayMs } from "../store/clock";
import { noise, seedOf } from "./noise";

/** Notebook runs of one day by their end, and the minutes they took. */
export interface NotebookDay {
  minutes: number;
  completed: number;
  canceled: number;
  errored: number;
  timeout: number;
}

const dayOf = (application: OwnedResource, time: number): NotebookDay => {
  const day = Math.floor(time / dayMs);
  const pick = (kind: number, below: number) => Math.floor(noise(seedOf(application.id), day, kind) * below);
  const runs = {
    completed: 2 + pick(3, 7),
    canceled: pick(4, 2),
    errored: pick(5, 2),
    timeout: pick(6, 1.2),
  };
  const minutes = runs.completed * (2 + pick(7, 5)) + runs.canceled + runs.errored * 2 + runs.timeout * 30;
  return { minutes, ...runs };
};

/** How many notebooks ran on a day. */
export const runsOf = (day: NotebookDay): number => day.completed + day.canceled + day.errored + day.timeout;

/** The notebook runs of several applications on one day, together. */
export const notebooksOn = (applications: readonly OwnedResource[], time: number): NotebookDay => {
  const sum: NotebookDay = { minutes: 0, completed: 0, canceled: 0, errored: 0, timeout: 0 };
  for (const application of applications) {
    if (Date.parse(application.creationDate) > time) continue;
    const day = dayOf(application, time);
    sum.minutes += day.minutes;
    sum.completed += day.completed;
    sum.canceled += day.canceled;
    sum.errored += day.errored;
    sum.timeout += day.timeout;
  }
  return sum;
};

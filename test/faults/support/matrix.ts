import { deaths, faults } from "./faults";
import { modes, type Plan } from "./faulty-fetch";

/** Makes the plans for one call of a run. */
export type Plans = (call: number) => Plan[];

/** Every fault at a call, in each way that differs for it: a fault that ends a call has no further tries. */
export const matrix: Plans = (call) =>
  faults.flatMap((fault) =>
    modes.filter((mode) => fault.isRetryable || mode !== "tries").map((mode) => ({ call, fault, mode })),
  );

/** Every death at a call. */
export const kills: Plans = (call) => deaths.map((death) => ({ call, death }));

/** What a case is called, for replaying it. */
export function nameOf(scenario: string, plan: Plan): string {
  return "fault" in plan
    ? `${scenario}:${plan.call}:${plan.fault.name}:${plan.mode}`
    : `${scenario}:${plan.call}:${plan.death}`;
}

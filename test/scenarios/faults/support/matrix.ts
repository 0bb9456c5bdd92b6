import { daySeed } from "../../../support/seed";
import { deaths, faults } from "./faults";
import { type Mode, modes, type Plan } from "./wire";

/** Makes the plans for one call of a run; `isRead` while the run has changed nothing yet. */
export type Plans = (call: number, isRead: boolean) => Plan[];

const isWhole = process.env.FAULTS === "all";
const { number: today } = daySeed();

/**
 * Every fault at a call, in each way that differs for it: a fault that ends a call has no further tries. Unless all are
 * asked for, scenarios take turns in what is much the same, by the day: what fails before a run has changed anything, and
 * what fails more than once.
 */
export function matrixFrom(turn: number): Plans {
  return (call, isRead) =>
    faults.flatMap((fault, index) =>
      modes
        .filter((mode) => fault.isRetryable || mode !== "tries")
        .filter((mode) => isWhole || isTheirTurn(today + turn + call + index, mode, isRead))
        .map((mode) => ({ call, fault, mode })),
    );
}

function isTheirTurn(turn: number, mode: Mode, isRead: boolean): boolean {
  const share = (isRead ? 20 : 3) * (mode === "once" ? 1 : 4);
  return (turn + modes.indexOf(mode)) % share === 0;
}

/** Every death at a call. */
export const kills: Plans = (call) => deaths.map((death) => ({ call, death }));

/** What a case is called, for replaying it. */
export function nameOf(scenario: string, plan: Plan): string {
  return "fault" in plan
    ? `${scenario}:${plan.call}:${plan.fault.name}:${plan.mode}`
    : `${scenario}:${plan.call}:${plan.death}`;
}

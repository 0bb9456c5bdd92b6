import { type Command, InvalidArgumentError } from "commander";
import { momentIn, problemOf, type Stated } from "../../usage/range";
import { type By, groupings } from "../../usage/range-text";
import { statedOrg } from "../live/organizations";

/** What was typed. */
export interface UsageOptions {
  org: string[];
  from?: Date;
  to?: Date;
  by: By;
  json?: boolean;
  csv?: boolean;
  svg?: string;
  failOver?: number;
}

const notATime = "Allowed are a day (UTC) such as 2026-11-01, and a time such as 2026-11-01T09:30:00Z.";

export function parseMoment(edge: "start" | "end"): (text: string) => Date {
  return (text) => {
    const moment = momentIn(text, edge);
    if (moment === undefined) throw new InvalidArgumentError(notATime);
    return moment;
  };
}

export function parseBy(text: string): By {
  const by = groupings.find((one) => one === text);
  if (by === undefined) throw new InvalidArgumentError(`Allowed are ${groupings.join(", ")}.`);
  return by;
}

/** A share such as `90%`, in percent. */
export function parseShare(text: string): number {
  const [, digits] = /^(\d{1,4}(?:\.\d+)?)%$/.exec(text.trim()) ?? [];
  const percent = Number(digits);
  if (digits === undefined || percent <= 0) {
    throw new InvalidArgumentError("It is a share of the limit, with its sign, such as 90%.");
  }
  return percent;
}

/** The organizations of --org, each once; undefined for all. Ends the command as wrong use where one is no id. */
export function statedOrgs(command: Command, orgs: readonly string[]): string[] | undefined {
  const ids = orgs.flatMap((org) => statedOrg(command, org, "for all that the token sees") ?? []);
  return ids.length === 0 ? undefined : [...new Set(ids)];
}

/**
 * Ends the command as wrong use where the range is none, or too long. Whether a start is to come is for Losant's clock to
 * say.
 */
export function refuseRange(command: Command, { from, to }: Stated, now: Date): void {
  const isToCome = to === undefined && from !== undefined && from > now;
  const problem = isToCome ? undefined : problemOf({ from, to }, now);
  if (problem !== undefined) command.error(`error: ${problem}`, { exitCode: 2 });
}

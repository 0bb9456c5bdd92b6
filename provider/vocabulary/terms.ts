import { z } from "zod";
import { printable } from "../../client/printable";
import { Email } from "./arguments";
import { describeRoles, type NameOf } from "./describe-roles";
import type { Roles } from "./roles";
import { Until } from "./until";

/** Why somebody has access, in the words of the program. */
export const Reason = z
  .string()
  .trim()
  .min(1, "must not be empty")
  .max(1000, "must have at most 1000 characters");

/** Why and until when somebody has access. Losant is told nothing of it. */
export const TermArguments = {
  until: Until.optional(),
  reason: Reason.optional(),
  owner: Email.optional(),
};

export const termNames = ["until", "reason", "owner"] as const;

export interface Terms {
  until?: string | undefined;
  reason?: string | undefined;
  owner?: string | undefined;
}

/** The terms alone of what states them beside other things. */
export function termsOf({ until, reason, owner }: Terms): Terms {
  return {
    ...(until !== undefined && { until }),
    ...(reason !== undefined && { reason }),
    ...(owner !== undefined && { owner }),
  };
}

/** Something recorded, with the terms that the program states now: one that it states no more is gone. */
export function withTerms<State extends Terms>(state: State, { until, reason, owner }: Terms): State {
  return { ...state, until, reason, owner };
}

/** For people, on one line: `until 2027-01-31; reason: plant build; owner: carol@example.com`; empty for nothing. */
export function describeTerms({ until, reason, owner }: Terms): string {
  const told = [
    ...(until === undefined ? [] : [`until ${until}`]),
    ...(reason === undefined ? [] : [`reason: ${printable(reason)}`]),
    ...(owner === undefined ? [] : [`owner: ${owner}`]),
  ];
  return told.join("; ");
}

/** As `termDifference`, where nothing else of the person changes. */
export function describeTermChange(before: Terms, now: Terms): string | undefined {
  const difference = termDifference(before, now);
  return difference && `${difference}; recorded, nothing is sent`;
}

/** What differs between the terms of before and those of now: `until 2027-01-31 => none`; undefined for nothing. */
export function termDifference(before: Terms, now: Terms): string | undefined {
  const shown = { until: "until", reason: "reason:", owner: "owner:" } as const;
  const told = termNames
    .filter((name) => before[name] !== now[name])
    .map(
      (name) => `${shown[name]} ${printable(before[name] ?? "none")} => ${printable(now[name] ?? "none")}`,
    );
  return told.length === 0 ? undefined : told.join("; ");
}

/** Roles with their terms: `view; until 2027-01-31; reason: plant build`. */
export function describeAccess(roles: Partial<Roles>, terms: Terms, nameOf: NameOf): string {
  return [describeRoles(roles, nameOf), describeTerms(terms)].filter((text) => text !== "").join("; ");
}

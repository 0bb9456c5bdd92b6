import { z } from "zod";
import { Email } from "./arguments";
import { Until } from "./until";

/** Why and until when somebody has access. Losant is told nothing of it. */
export const TermArguments = {
  until: Until.optional(),
  reason: z.string().max(1000, "must have at most 1000 characters").optional(),
  owner: Email.optional(),
};

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

/** For people: `until 2027-01-31; reason: plant build; owner: carol@example.com`; empty where nothing is stated. */
export function describeTerms({ until, reason, owner }: Terms): string {
  const told = [
    ...(until === undefined ? [] : [`until ${until}`]),
    ...(reason === undefined ? [] : [`reason: ${reason}`]),
    ...(owner === undefined ? [] : [`owner: ${owner}`]),
  ];
  return told.join("; ");
}

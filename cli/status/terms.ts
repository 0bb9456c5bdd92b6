import { accessOf, type Directory, endOf, everybodyIn } from "../../people";

/** What files of people say of somebody: until when, why, and who answers for it. */
export interface StatedTerms {
  until?: string | undefined;
  end?: Date | undefined;
  reason?: string | undefined;
  owner?: string | undefined;
}

/** By address, in lower case. */
export type Terms = ReadonlyMap<string, StatedTerms>;

/** What files of people say of everybody whom they name, at a moment. */
export function termsIn(directory: Directory, now: Date): Terms {
  return new Map(
    everybodyIn(directory).map((email) => {
      const { until, reason, owner } = accessOf(directory, email, now);
      return [email, { until, end: endOf(until), reason, owner }];
    }),
  );
}

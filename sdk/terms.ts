import type * as pulumi from "@pulumi/pulumi";

/** Until when a person has access, why, and who answers for it. Losant is told nothing of it. */
export interface TermArgs {
  /**
   * When the access ends: a date, which is included (`"2027-01-31"` holds to its last moment in UTC), or a moment with
   * its zone (`"2027-01-31T17:00:00Z"`). Warned about from 14 days before. After it the person counts as taken out of the
   * program: preview plans the removal, `up` makes it behind the guard rails, and from then on nothing differs. A later one
   * gives the access back, by an invite at once. Default: it does not end.
   */
  until?: pulumi.Input<string>;
  /** Why the person has access, for plans and receipts: at most 1000 characters. */
  reason?: pulumi.Input<string>;
  /** Who answers for it, for plans and receipts: an email address. */
  owner?: pulumi.Input<string>;
}

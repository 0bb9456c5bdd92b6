import type { Invite, Member } from "../../../client";
import type { Roles } from "../../vocabulary/roles";
import type { Terms as StatedTerms } from "../../vocabulary/terms";
import type { PersonKey } from "../people-index";
import { PlannedChanges } from "../planned-changes";
import type { Snapshot } from "../snapshot";
import type { ChangeStep, InviteStep, RemoveStep, RevokeStep, RoleStep, WaitStep } from "../steps";
import type { Heir } from "./addresses";
import type { RosterPeople } from "./people";
import { termsOf } from "./terms-of-people";

/** What a roster is going to do, each person in one place. */
export interface Plan {
  /** Role changes that give more, done first. */
  promotions: RoleStep[];
  /** Invites of people who are not wanted. */
  revocations: Invite[];
  /** Expired invites of people whom the roster named before: they hold no seat, and cost no removal. */
  lapsed: Invite[];
  removals: Member[];
  /** Role changes that give less, or the same in other places. */
  demotions: RoleStep[];
  /** People to invite, again where an invite is there already. */
  invitations: InviteStep[];
  /** People who are missing and not invited again yet, with the reason. */
  waiting: (WaitStep & { termChange?: string | undefined })[];
  /** People whom the roster named before, and who are declared elsewhere in the program. */
  kept: (PersonKey & { isHandedOver: boolean })[];
  /** People whom the roster named before and who are gone already: only the record of them is left. */
  gone: { email: string; userId: string | undefined }[];
  /** People of whom only the record of access that has ended is left, and whom the roster does not name any more. */
  forgotten: string[];
  /** People of whom nothing but the end, the reason or the owner is stated anew; Losant is told nothing of it. */
  termChanges: { email: string; change: string }[];
  /** Why somebody whom the roster names by two addresses may not be. */
  namedTwice: string[];
  /** What is to be said of addresses that have changed, or passed to somebody else. */
  addresses: string[];
  /** By which address the roster named somebody whose address is another one now, by user id. */
  namedAs: ReadonlyMap<string, string>;
  /**
   * People whom the roster does not name, and people with roles that their entry does not state. `otherUser`: the user id
   * of somebody whose address is in the roster, and means another person there. `lacks`: what Losant's answer lacks of
   * somebody whom no roster can name.
   */
  unmanaged: (Roles & {
    email: string;
    otherUser?: string;
    lacks?: "address" | "user id" | undefined;
    isNamed: boolean;
  })[];
  unchanged: number;
  /** Until when people have access, why, and who answers for it, by user id of members, else by address. */
  terms: ReadonlyMap<string, StatedTerms>;
  /** The same of people whom the roster named before. */
  formerTerms: ReadonlyMap<string, StatedTerms>;
}

/** What a comparison needs beside the roster itself. */
export interface RosterSituation {
  snapshot: Snapshot;
  /** The people whom the roster managed before. */
  known: RosterPeople;
  /** What this run has read of people under other resources: whoever takes them over must not email them again. */
  takenOver: RosterPeople;
  /** Whether the stack has a value of `resend` recorded of a person, under whatever resource. */
  hasResent?: ((email: string, resend: string) => boolean) | undefined;
  /** What else in the program manages a person. */
  managerOf: (person: PersonKey) => { isRecorded: boolean } | undefined;
  /** Entries whose addresses are other users now. */
  heirs?: readonly Heir[];
}

/** How many of the planned removals take somebody's access or seat. */
export function removalCount(plan: Plan): number {
  return plan.removals.length + plan.revocations.length;
}

/** Whether an update is due: something is to be done, somebody is missing or gone, or belongs to another resource now. */
export function hasWork(plan: Plan): boolean {
  const { promotions, revocations, lapsed, removals, demotions, invitations, waiting, kept, gone } = plan;
  const work = [promotions, revocations, lapsed, removals, demotions, invitations, waiting, gone];
  return work.some((list) => list.length > 0) || kept.some(({ isHandedOver }) => isHandedOver);
}

/** What a plan changes at Losant, by steps in the order of work. */
export function stepsOf(plan: Plan): ChangeStep[] {
  const { promotions, demotions, invitations } = plan;
  const lapsed = plan.lapsed.map((invite) => ({ ...revocation(invite, plan), isExpired: true }));
  const revocations = plan.revocations.map((invite) => revocation(invite, plan));
  const removals = plan.removals.map((member) => removal(member, plan));
  return [...promotions, ...revocations, ...lapsed, ...removals, ...demotions, ...invitations];
}

type Terms = Pick<Plan, "terms" | "formerTerms">;

export function revocation(invite: Invite, plan: Terms): RevokeStep {
  return { does: "revoke", invite, ...leavingTerms(plan, invite) };
}

export function removal(member: Member, plan: Terms & Pick<Plan, "namedAs">): RemoveStep {
  const namedAs = plan.namedAs.get(member.userId);
  return { does: "remove", member, namedAs, ...leavingTerms(plan, member) };
}

/** Whom the roster still names leaves as their access has ended. */
function leavingTerms({ terms, formerTerms }: Terms, person: Member | Invite) {
  const stated = termsOf(terms, person);
  return stated?.until === undefined ? { former: termsOf(formerTerms, person) } : { ended: stated };
}

/** The plan, as guard rails judge it. */
export function plannedBy(plan: Plan): PlannedChanges {
  return PlannedChanges.of(stepsOf(plan));
}

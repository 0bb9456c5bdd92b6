import { isPromotion, type Role, type Roles } from "../../vocabulary/roles";
import type { TwoFactorRule } from "../../vocabulary/two-factor";
import type { PersonKey } from "../people-index";
import { PlannedChanges } from "../planned-changes";
import type { Snapshot } from "../snapshot";
import {
  type ChangeStep,
  type LeavingStep,
  type Manager,
  type ReleaseStep,
  type RoleStep,
  stepsThat,
  type WaitStep,
  type WorkStep,
} from "../steps";
import type { Heir } from "./addresses";
import type { RosterPeople } from "./people";

/** Somebody whom the roster does not name, or who has roles that their entry does not state. */
export type Unmanaged = Roles & {
  email: string;
  /** The user id of somebody whose address is in the roster, and means another person there. */
  otherUser?: string;
  /** What Losant's answer lacks of somebody whom no roster can name. */
  lacks?: "address" | "user id" | undefined;
  isNamed: boolean;
  /** They are no member yet. */
  isInvited?: boolean;
};

/** What a roster is going to do, each person in one place, in the order of their addresses. */
export interface Plan {
  readonly steps: readonly WorkStep[];
  /** People who are missing and not invited again yet. */
  readonly waiting: readonly WaitStep[];
  /** People of whom only the record of access that has ended is left, and whom the roster does not name any more. */
  readonly forgotten: readonly string[];
  /** People of whom nothing but the end, the reason or the owner is stated anew; Losant is told nothing of it. */
  readonly termChanges: readonly { email: string; change: string }[];
  /** Why somebody whom the roster names by two addresses may not be. */
  readonly namedTwice: readonly string[];
  /** What is to be said of addresses that have changed, or passed to somebody else. */
  readonly addresses: readonly string[];
  /** People who stay as they are until their second factor is there. */
  readonly awaitingTwoFactor: readonly { email: string; role: Role }[];
  readonly unmanaged: readonly Unmanaged[];
  readonly unchanged: number;
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
  managerOf: (person: PersonKey) => Manager | undefined;
  /** Entries whose addresses are other users now. */
  heirs?: readonly Heir[];
  /** Of whom a second factor is asked; undefined: of nobody. */
  twoFactor?: TwoFactorRule | undefined;
}

/** What a plan changes at Losant. */
export function changesOf({ steps }: Pick<Plan, "steps">): ChangeStep[] {
  return steps.filter((step): step is ChangeStep => step.does !== "release");
}

/**
 * The steps in the order of work: promote, then revoke and remove, then demote, then invite. So nobody who is needed goes
 * before their successor is there, and seats are free before they are taken. Whoever another resource takes over is let go
 * of last, once the stack records that resource.
 */
export function stagesOf(plan: Pick<Plan, "steps">): WorkStep[][] {
  return [
    promotionsIn(plan),
    [...leavingIn(plan), ...goneIn(plan)],
    demotionsIn(plan),
    stepsThat(plan, "invite"),
    keptIn(plan),
  ];
}

/** Whoever loses an invite or their membership. */
export function leavingIn(plan: Pick<Plan, "steps">): LeavingStep[] {
  return [...stepsThat(plan, "revoke"), ...stepsThat(plan, "remove")];
}

/** People whom another resource of the program declares. */
export function keptIn(plan: Pick<Plan, "steps">): ReleaseStep[] {
  return stepsThat(plan, "release").filter(({ isDeclared }) => isDeclared);
}

/** People whom the roster named before and who are gone already: only the record of them is left. */
export function goneIn(plan: Pick<Plan, "steps">): ReleaseStep[] {
  return stepsThat(plan, "release").filter(({ isDeclared }) => !isDeclared);
}

/** Role changes that give more. */
export function promotionsIn(plan: Pick<Plan, "steps">): RoleStep[] {
  return stepsThat(plan, "change roles").filter(givesMore);
}

/** Role changes that give less, or the same in other places. */
export function demotionsIn(plan: Pick<Plan, "steps">): RoleStep[] {
  return stepsThat(plan, "change roles").filter((step) => !givesMore(step));
}

function givesMore({ member: { role }, want }: RoleStep): boolean {
  return isPromotion(role, want.role ?? role);
}

/** Whether an update is due: something is to be done, somebody is missing or gone, or belongs to another resource now. */
export function hasWork({ steps, waiting }: Plan): boolean {
  const isWork = (step: WorkStep) => step.does !== "release" || !step.isDeclared || step.isRecorded === true;
  return waiting.length > 0 || steps.some(isWork);
}

/** The plan, as guard rails judge it. */
export function plannedBy(plan: Plan): PlannedChanges {
  return PlannedChanges.of(changesOf(plan));
}

import type { Member } from "../../client";
import { isExpired } from "../../client/invites";
import type { DesiredInvite } from "../vocabulary/desired-invite";
import {
  completedRoles,
  type Role,
  type Roles,
  rolesOf,
  rolesThatDiffer,
  withEmptyLists,
} from "../vocabulary/roles";
import { termsOf } from "../vocabulary/terms";
import type { TwoFactorRule } from "../vocabulary/two-factor";
import { hasEnded } from "../vocabulary/until";
import { givesAdmin } from "./guard-rails/admin-floor";
import { type InviteSituation, nextStep } from "./next-step";
import { inviteOf, type PersonStatus } from "./person-status";
import type { EndStep, KeepStep, LeavingStep, Manager, NextStep, RoleStep } from "./steps";
import { roleForMeantime, sentTo } from "./two-factor";

/** How far whoever declares a person reaches: their invite alone, their membership alone, or whatever is there. */
export type Reach = "invite" | "member" | "either";

/** All that decides about one person, whatever declares them. */
export interface PersonSituation extends Omit<InviteSituation, "status" | "desired"> {
  reach: Reach;
  status: PersonStatus;
  /** What the program states. */
  desired: Partial<DesiredInvite>;
  /**
   * The roles that those of the program are told apart from: the live ones, or those that the stack has recorded, which
   * is what Pulumi compares with.
   */
  seen?: Partial<Roles> | undefined;
  /** What else in the program goes on managing whoever is there after the end of their access. */
  findManager?: (() => Manager | undefined) | undefined;
  /** Of whom a second factor is asked; undefined: of nobody. */
  twoFactor?: TwoFactorRule | undefined;
}

/** What is done about one person next. */
export type PersonStep = NextStep | RoleStep | EndStep;

const keep: KeepStep = { does: "keep" };

/** Decides what happens to one person. Each row of `docs/states.md` is a branch of it. */
export function decidePerson(situation: PersonSituation): PersonStep {
  if (isOver(situation)) return endOf(situation);
  return withTwoFactor(stepInMeantime(situation), situation);
}

type LastingStep = NextStep | RoleStep;

/** What is done of access that lasts: with the role for the meantime, of whoever has to wait for the one that is stated. */
function stepInMeantime(situation: PersonSituation): LastingStep {
  const role = roleForMeantime(situation.twoFactor, situation.status, situation.desired.role);
  if (role === undefined) return lastingStep(situation);
  return { ...lastingStep(inMeantime(situation, role)), awaitsTwoFactor: true };
}

/** As if the program stated the role for the meantime. */
function inMeantime(situation: PersonSituation, role: Role): PersonSituation {
  const { desired, recorded } = situation;
  return { ...situation, desired: { ...desired, role }, recorded: sentTo(recorded, role) };
}

/** A step with what is to be known of the second factor of whom it is about. */
function withTwoFactor(step: LastingStep, { twoFactor, recorded }: PersonSituation): LastingStep {
  if (step.does === "keep" || step.does === "wait") return step;
  return {
    ...step,
    ...(twoFactor && givesAdmin(step) && { needsTwoFactor: true }),
    ...(recorded?.awaitsTwoFactor && { hasAwaitedTwoFactor: true }),
  };
}

function lastingStep(situation: PersonSituation): LastingStep {
  const { reach, status, desired } = situation;
  if (status.stage === "member") return reach === "invite" ? keep : changeOfRoles(situation);
  if (reach === "member") return keep;
  const recorded = sentTo(situation.recorded);
  return nextStep({ ...situation, status, recorded, desired: { ...desired, email: desired.email ?? "" } });
}

/** Whether a step ends access. */
export function isEnd(step: PersonStep): step is EndStep {
  return "status" in step;
}

/** Whether access has ended by its date. An invite that was accepted ends no membership. */
function isOver({ reach, status, desired, now }: PersonSituation): boolean {
  return hasEnded(desired.until, now) && !(reach === "invite" && status.stage === "member");
}

/** What ends access: whatever is there of it is taken away, unless something else in the program manages the person. */
function endOf(situation: PersonSituation): EndStep {
  const { desired, recorded, findManager } = situation;
  const ended = termsOf(desired);
  const leaving = leavingOf(situation);
  if (!leaving) return { does: "keep", ended, status: statusOfGone(recorded?.status) };
  const manager = findManager?.();
  if (manager) return { does: "keep", ended, status: "ended", manager };
  return { ...leaving, ended, status: "ended" };
}

/** What takes away what there is of somebody, as far as the declaration reaches; undefined for nothing. */
export function leavingOf({
  reach,
  status,
  now,
}: Pick<PersonSituation, "reach" | "status" | "now">): LeavingStep | undefined {
  if (status.stage === "member")
    return reach === "invite" ? undefined : { does: "remove", member: status.member };
  const invite = inviteOf(status);
  if (invite === undefined || reach === "member") return undefined;
  return { does: "revoke", invite, isExpired: isExpired(invite, now) };
}

/**
 * What is recorded of somebody who is gone when a run looks for access to end: they may have been removed for another
 * reason before, which is not forgotten.
 */
export function statusOfGone(recorded: string | undefined): EndStep["status"] {
  if (recorded === "accepted") return "accepted";
  return recorded === "active" || recorded === "left" ? "left" : "ended";
}

/** What the program states differently from what was seen, unless it is so already. */
function changeOfRoles({ status, desired, seen, recorded }: PersonSituation): RoleStep | KeepStep {
  if (status.stage !== "member") return keep;
  const { member } = status;
  const from = withEmptyLists({ ...completedRoles(member, seen), unknownRole: member.unknownRole });
  const before = rolesBefore(member, { seen, recorded });
  const isStatedAnew = rolesThatDiffer(withEmptyLists(before), desired).length > 0;
  if (!isStatedAnew || rolesThatDiffer(from, desired).length === 0) return keep;
  const stated = Object.entries(rolesOf(desired)).filter(([, value]) => value !== undefined);
  return { does: "change roles", member, from, want: Object.fromEntries(stated) };
}

/** The roles that those of the program are told apart from. Of whoever waits for a second factor, the role to come is recorded. */
export function rolesBefore(
  member: Member,
  { seen, recorded }: Pick<PersonSituation, "seen" | "recorded">,
): Partial<Roles> {
  return { ...(seen ?? member), ...(recorded?.awaitsTwoFactor && { role: member.role }) };
}

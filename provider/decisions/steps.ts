import type { Invite, Member } from "../../client";
import { describeRoleChange, type NameOf } from "../vocabulary/describe-roles";
import type { DesiredInvite } from "../vocabulary/desired-invite";
import { type Answered, type Roles, withEmptyLists } from "../vocabulary/roles";
import type { Terms } from "../vocabulary/terms";
import type { PersonKey } from "./people-index";
import { hasTwoFactor } from "./two-factor";

interface TermChange {
  /** How their end, reason or owner is stated anew. */
  termChange?: string | undefined;
}

interface TwoFactor {
  /** Somebody who is to be an admin has the role for the meantime, until their second factor is there. */
  awaitsTwoFactor?: boolean;
  /** It makes somebody an admin whom the program lets be one with a second factor only. */
  needsTwoFactor?: boolean;
  /** They have waited for their second factor until now, or for the program to ask for none. */
  hasAwaitedTwoFactor?: boolean;
}

/** Why an invite does not hold any more, though the program did not change. */
export type Lapse =
  /** A member who left, or was removed by hand. */
  | { is: "left" }
  | { is: "expired"; inviteDate: string | undefined }
  /** An invite that was wanted and never confirmed as sent. */
  | { is: "not sent" }
  /** Declined, revoked by hand, or accepted by somebody who was removed since. */
  | { is: "withdrawn" };

/** Why an invite is sent. */
export type InviteCause =
  /** Nobody has invited them yet. */
  | { is: "new" }
  | { is: "roles"; from: Answered; to: Partial<Roles> }
  | { is: "disallowTransfer"; from: boolean; to: boolean }
  | { is: "resend" }
  | Lapse;

export interface InviteStep extends TwoFactor {
  does: "invite";
  /** What the invite gives; with the terms of the access. */
  desired: DesiredInvite;
  cause: InviteCause;
  /** Not because the program changed, but because an earlier invite or membership ended. */
  isLapsed?: boolean;
  /** They were a member, and somebody has invited them by hand since; once that lapses, they are not invited again. */
  hasLeft?: boolean;
}

/** Declared, neither a member nor invited, and not to be emailed yet. */
export interface WaitStep extends TermChange, TwoFactor {
  does: "wait";
  email: string;
  cause: Lapse;
  /** When they may be emailed again; absent where no date changes that: manual renewal, or a member who is gone. */
  until?: Date;
  /** They were a member and are gone. */
  hasLeft?: boolean;
}

/** Somebody is as the program states them. */
export interface KeepStep extends TwoFactor {
  does: "keep";
}

/** What happens next to somebody who is not a member. */
export type NextStep = InviteStep | WaitStep | KeepStep;

/** A member gets other roles: those that `want` states. */
export interface RoleStep extends TermChange, TwoFactor {
  does: "change roles";
  member: Member;
  /** What they have, with lists that an answer left out as recorded; absent: as the member says. */
  from?: Answered;
  want: Partial<Roles>;
}

/** Under which terms somebody had the access that they lose. */
interface Leaving {
  /** Those that have ended. */
  ended?: Terms | undefined;
  /** Those of somebody whom the program does not state any more. */
  former?: Terms | undefined;
  /** Whether the program has never named them: somebody added them at Losant. */
  isStranger?: boolean;
}

export interface RemoveStep extends Leaving {
  does: "remove";
  member: Member;
  /** By which address the program names them, where it is another one now. */
  namedAs?: string | undefined;
}

export interface RevokeStep extends Leaving {
  does: "revoke";
  invite: Invite;
  /** It holds no seat, and costs no removal. */
  isExpired?: boolean;
}

/** What else in the program manages somebody. */
export interface Manager {
  kinds: string;
  /** Whether the stack records it, so that it goes on by itself. */
  isRecorded: boolean;
}

/** What takes away what there is of somebody. */
export type LeavingStep = RemoveStep | RevokeStep;

/** Access has ended: something of it is taken away, or nothing of it is there that is not another's. */
export type EndStep = (LeavingStep | KeepStep) & {
  ended: Terms;
  /** What is recorded of the person then. */
  status: "ended" | "left" | "accepted";
  /** What else in the program manages whoever is there. */
  manager?: Manager | undefined;
};

/** Somebody is left to another resource of the program, or is gone already: only the record of them is let go. */
export interface ReleaseStep {
  does: "release";
  person: PersonKey;
  /** Whether another resource declares them, which may be created in this run. */
  isDeclared: boolean;
  /** Whether the stack records that resource, so that it goes on managing them. */
  isRecorded?: boolean;
}

/** What changes something at Losant. */
export type ChangeStep = InviteStep | RoleStep | RemoveStep | RevokeStep;

/** What is carried out for one person. */
export type WorkStep = ChangeStep | ReleaseStep;

/** The steps of one kind. */
export function stepsThat<Does extends WorkStep["does"]>(
  { steps }: { readonly steps: readonly WorkStep[] },
  does: Does,
): Extract<WorkStep, { does: Does }>[] {
  return steps.filter((step): step is Extract<WorkStep, { does: Does }> => step.does === does);
}

/** Whom a step is about. */
export function personOf(step: WorkStep): PersonKey {
  if (step.does === "invite") return { email: step.desired.email };
  if (step.does === "revoke") return { email: step.invite.email };
  if (step.does === "release") return step.person;
  return { email: step.member.email, userId: step.member.userId };
}

/** Why an invite is sent, for people: `role view => edit`. */
export function describeCause(cause: InviteCause, nameOf: NameOf): string {
  if (cause.is === "roles") return describeRoleChange(cause.from, cause.to, nameOf);
  if (cause.is === "disallowTransfer") return `disallowTransfer ${cause.from} => ${cause.to}`;
  if (cause.is === "expired") return `the invite of ${cause.inviteDate ?? "unknown date"} has expired`;
  return causes[cause.is];
}

/** What changes of a member's roles, for people: `role view => edit`. */
export function describeRoleStep(step: RoleStep, nameOf: NameOf): string {
  const { member, from, want, awaitsTwoFactor } = step;
  const why = isByTwoFactor(step) ? ", as they have a second factor now" : describeTwoFactor(awaitsTwoFactor);
  return `${describeRoleChange(from ?? withEmptyLists(member), want, nameOf)}${why}`;
}

/** Whether somebody becomes an admin because the second factor that they waited for is there. */
export function isByTwoFactor({ member, hasAwaitedTwoFactor, needsTwoFactor }: RoleStep): boolean {
  return hasAwaitedTwoFactor === true && needsTwoFactor === true && hasTwoFactor(member);
}

/** After the role for the meantime of somebody who is to be an admin. */
export function describeTwoFactor(awaitsTwoFactor: boolean | undefined): string {
  return awaitsTwoFactor ? "; admin once they have a second factor" : "";
}

const causes = {
  new: "is not a member yet",
  resend: "resend has changed",
  left: "is no longer a member (left, or removed by hand)",
  "not sent": "was not invited: the last attempt failed",
  withdrawn: "has no invite any more (declined, revoked by hand, or accepted and removed since)",
};

/** Why somebody is not invited, for people, and what a date changes of it. */
export function describeWait({ cause, until, hasLeft }: WaitStep, nameOf: NameOf): string {
  const lapse = describeCause(cause, nameOf);
  if (hasLeft) return `${lapse}; not invited again by itself`;
  if (until === undefined) return `${lapse}; not invited again, as renewal is manual`;
  return `${lapse}; not invited again before ${until.toISOString()}, seven days after the last email`;
}

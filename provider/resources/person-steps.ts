import type { Member } from "../../client";
import { describeAuthor } from "../../plan/record";
import { changedAddress } from "../decisions/addresses";
import { isEnd, type PersonStep, rolesBefore } from "../decisions/decide-person";
import type { Refusal } from "../decisions/guard-rails/guard-rail";
import { expiryWarning } from "../decisions/invite-expiry";
import { type InviteRecord, inviteRecord } from "../decisions/invite-record";
import type { PersonKey } from "../decisions/people-index";
import { causeOfRoleStep, plannedPerson } from "../decisions/planned-people";
import {
  describeCause,
  describeRoleStep,
  describeTwoFactor,
  describeWait,
  type InviteStep,
  type WaitStep,
} from "../decisions/steps";
import { missingTwoFactor, withoutTwoFactor } from "../decisions/two-factor";
import { changeRoles } from "../live/change-roles";
import { planStep } from "../live/judge-steps";
import { recordPlanned } from "../live/plan-record";
import type { RunOrganization } from "../live/run-organization";
import { InviteNotSent, sendInvite } from "../live/send-invite";
import { refuse } from "../vocabulary/errors";
import { type Roles, rolesToSend, withEmptyLists } from "../vocabulary/roles";
import { describeAccess } from "../vocabulary/terms";
import { describeEnd, rememberAddresses, rivalOfEnd } from "./access-ends";
import { type PersonView, stepOf } from "./person-view";
import { PartialFailure, type ResourceSnapshot, type UpdateReason } from "./resource-lifecycle";

/** At preview: says what becomes of somebody who is declared anew, and why the step may not be carried out. */
export async function checkStep(view: PersonView): Promise<string[]> {
  const step = stepOf(view);
  if (view.resource.isNew) reportCreate(view, step);
  return problemsOf(view, step);
}

/** Those who are as declared share a line. */
function reportCreate(view: PersonView, step: PersonStep): void {
  const { organization, status, report } = view;
  const { orgId, nameOf } = organization;
  if (!isEnd(step)) reportAddress(view);
  if (isEnd(step)) report.info(describeEnd(view, step));
  else if (step.does === "wait") report.warn(waiting(step, organization));
  else if (step.does === "change roles") {
    const who = `${step.member.email} is a member of organization ${orgId} and will be adopted`;
    report.info(`${who}; will change: ${describeRoleStep(step, nameOf)}.`);
  } else if (step.does === "invite") {
    const { email } = step.desired;
    const replaced = status.stage === "pending" ? "; the pending invite is revoked" : "";
    const what = describeInvitation(step, organization);
    report.info(`${email} will be invited to organization ${orgId} as ${what}${replaced}.`);
  } else if (isWaiting(step)) report.info(waitingForTwoFactor(view));
  else if (step.does === "keep") {
    const who = status.stage === "member" ? "members who are" : "pending invites that are";
    report.once(`organization ${orgId}: ${who} as stated will be adopted unchanged, without a line each.`);
  }
}

/** Whether nothing changes of somebody until their second factor is there. */
function isWaiting(step: PersonStep): boolean {
  return step.does === "keep" && step.awaitsTwoFactor === true;
}

function waitingForTwoFactor({ organization, desired, twoFactor }: PersonView): string {
  const where = `${twoFactor?.roleUntil} in organization ${organization.orgId}`;
  return `${desired.email}: ${where}${describeTwoFactor(true)}.`;
}

/** At preview: warns of somebody without the second factor that they need, or says why they may not stay so. */
export function twoFactorProblems(view: PersonView): string[] {
  const { organization, twoFactor, report } = view;
  const missing = missingTwoFactor(twoFactor, [declaredIn(view)], organization.orgId);
  if (missing === undefined) return [];
  if (twoFactor?.isRefused) return [missing];
  report.warn(missing);
  return [];
}

/** The person, as a rule on second factors judges them. */
function declaredIn({ status, desired: { email = "", role } }: PersonView) {
  return { email: status.stage === "member" ? status.member.email : email, role, status };
}

/** Says that somebody who is followed has another address than the program states. */
export function reportAddress(
  { snapshot, status, desired, report }: PersonView,
  email: string | undefined = desired.email,
): void {
  if (status.stage !== "member" || email === undefined) return;
  const moved = changedAddress(email, status.member, snapshot.organization.members);
  if (moved !== undefined) report.warn(moved);
}

/** At preview: why the step may not be carried out, with all that this run plans. */
export async function problemsOf(view: PersonView, step: PersonStep): Promise<string[]> {
  const { organization, snapshot, status, desired, report } = view;
  const rival = isEnd(step) ? rivalOfEnd(view, step) : undefined;
  if (rival !== undefined) return [rival];
  if (step.does === "remove") rememberAddresses(view);
  if (step.does !== "wait" && step.does !== "keep") {
    const refusals = await planStep(organization, snapshot, step, report);
    recordPlan(view, step, refusals);
    return refusals.map(({ message }) => message);
  }
  recordPlan(view, step);
  if (isEnd(step)) return [];
  if (status.stage === "member") organization.planned.planRole(status.member.userId, undefined);
  else organization.planned.planInvite(desired.email ?? "", false);
  return [];
}

/** At preview: writes down what is planned, for whoever shows it to people. */
export function recordPlan(view: PersonView, step: PersonStep, refusals: readonly Refusal[] = []): void {
  const { organization, snapshot, resource, desired } = view;
  recordPlanned(organization, snapshot, () => {
    const who = whoIn(view);
    const applied = appliedTo(view);
    const { kind, name } = resource;
    const { nameOf } = organization;
    const isNew = resource.isNew && !isEnd(step);
    const person = plannedPerson(step, who, {
      nameOf,
      applied,
      isNew,
      terms: desired,
      termsBefore: resource.termsBefore,
    });
    const unchanged = person.does === "keep" ? 1 : 0;
    const lacking = withoutTwoFactor(view.twoFactor, [declaredIn(view)]);
    return { kind, name, people: [person], unchanged, refusals, withoutTwoFactor: lacking };
  });
}

/** Why an update is due although the program did not change, and what it does to the person. */
export async function reasonsOf(view: PersonView): Promise<UpdateReason[]> {
  const { organization, snapshot, status, report } = view;
  const { orgId, nameOf, run } = organization;
  const step = stepOf(view);
  const author = await authorOf(view, step);
  // The check of a lasting member has judged what the program states.
  const isSettled = isEnd(step) ? step.does === "keep" : status.stage === "member";
  if (isSettled) recordPlan(view, step);
  else if (run.isPastRefresh) refuse(...(await problemsOf(view, step)));
  if (isWaiting(step)) report.info(waitingForTwoFactor(view));
  if (isEnd(step)) return isSettled ? [] : [{ text: describeEnd(view, step), isWarning: false }];
  if (step.does === "change roles") {
    const change = describeRoleStep(step, nameOf);
    const text = `${step.member.email}: roles will be changed in organization ${orgId}: ${change}${author}.`;
    return [{ text, isWarning: false }];
  }
  if (step.does === "invite") {
    const waits = describeTwoFactor(step.awaitsTwoFactor);
    const text = `${step.desired.email}: ${describeCause(step.cause, nameOf)}; will be invited again${waits}.`;
    return [{ text, isWarning: step.isLapsed ?? false }];
  }
  if (step.does === "wait") return [{ text: `${waiting(step, organization)}${author}`, isWarning: true }];
  const warning = status.stage === "pending" ? expiryWarning(status.invite, snapshot.now) : undefined;
  if (warning !== undefined) report.warn(warning);
  return [];
}

/** Who changed at Losant what an update changes back, where the organization's audit log tells; empty for nobody. */
async function authorOf(view: PersonView, step: PersonStep): Promise<string> {
  const { auditLog } = view.organization;
  if (!isDrift(step, appliedTo(view))) return "";
  await auditLog.read();
  const author = auditLog.authorOf(whoIn(view));
  return author === undefined ? "" : ` (${describeAuthor(author)})`;
}

function isDrift(step: PersonStep, applied: Partial<Roles> | undefined): boolean {
  if (step.does === "wait") return step.hasLeft === true;
  return step.does === "change roles" && causeOfRoleStep(step, { applied }) === "drift";
}

/** What the stack had recorded of the person's roles at the last `up`. */
function appliedTo(view: PersonView): Partial<Roles> | undefined {
  return view.organization.appliedTo(whoIn(view)) ?? view.seen ?? view.recorded;
}

/** By which address and user id a person is known. */
function whoIn({ status, desired, recorded, userId }: PersonView): PersonKey {
  const member = status.stage === "member" ? status.member : undefined;
  return {
    email: desired.email ?? member?.email,
    userId: member?.userId ?? userId ?? recorded?.userId,
  };
}

/** At `up`: brings a member's roles to what the program states. Gives the member as they are then. */
export async function ensureRoles(view: PersonView, member: Member): Promise<Member> {
  const { organization, report } = view;
  const step = stepOf(view);
  if (step.does !== "change roles") return member;
  const { minAdmins } = organization.run.settings;
  const want = rolesToSend(withEmptyLists(rolesBefore(member, view)), step.want);
  const changed = await changeRoles(organization, { ...step, want }, minAdmins, report);
  const change = describeRoleStep(step, organization.nameOf);
  report.info(`${member.email}: roles changed in organization ${organization.orgId}: ${change}.`);
  return changed;
}

/**
 * At `up`: brings the invite of somebody who is not a member to what the program states, as far as it may be sent.
 * `recordIn` makes the resource's state of the record.
 *
 * @throws PartialFailure where something was done, but no invite was confirmed: what to record then.
 */
export async function ensureInvite<State>(
  view: PersonView,
  recordIn: (record: InviteRecord) => ResourceSnapshot<State>,
): Promise<State> {
  try {
    return recordIn(await sendIfDue(view)).state;
  } catch (error) {
    if (!(error instanceof InviteNotSent)) throw error;
    throw new PartialFailure(recordIn(error.record), [error.message]);
  }
}

async function sendIfDue(view: PersonView): Promise<InviteRecord> {
  const { organization, status, recorded, report } = view;
  const step = stepOf(view);
  if (step.does === "wait") report.warn(waiting(step, organization));
  if (status.stage === "member") throw new Error("A member needs no invite");
  if (step.does !== "invite") return inviteRecord(status, recorded);
  const record = await sendInvite(organization, step);
  reportSent(view, step);
  return step.hasLeft ? { ...record, userId: recorded?.userId } : record;
}

function reportSent({ organization, report }: PersonView, step: InviteStep): void {
  const { desired, isLapsed } = step;
  const what = describeInvitation(step, organization);
  const line = `${desired.email}: invited to organization ${organization.orgId} as ${what}.`;
  if (isLapsed) report.warn(line);
  else report.info(line);
}

function describeInvitation(step: InviteStep, organization: RunOrganization): string {
  const { desired, awaitsTwoFactor } = step;
  const access = describeAccess(desired, desired, organization.nameOf);
  return `${access}${describeTwoFactor(awaitsTwoFactor)}${reasonOf(step, organization)}`;
}

/** A first invite needs no reason. */
function reasonOf({ cause }: InviteStep, { nameOf }: RunOrganization): string {
  return cause.is === "new" ? "" : ` (${describeCause(cause, nameOf)})`;
}

/** Only single people have `resend`. */
function waiting(step: WaitStep, { nameOf }: RunOrganization): string {
  const advice = step.hasLeft
    ? "If they are to stay out, take them out of the program; to invite them again, set resend to another value."
    : "To invite them now, set resend to another value.";
  return `${step.email}: ${describeWait(step, nameOf)}. ${advice}`;
}

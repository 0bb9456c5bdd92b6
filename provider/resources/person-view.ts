import {
  decidePerson,
  isEnd,
  type PersonSituation,
  type PersonStep,
  type Reach,
} from "../decisions/decide-person";
import type { PersonKind } from "../decisions/declared-people";
import type { PersonKey } from "../decisions/people-index";
import { type PersonStatus, statusOf } from "../decisions/person-status";
import type { Snapshot } from "../decisions/snapshot";
import type { EndStep } from "../decisions/steps";
import type { RunOrganization } from "../live/run-organization";
import type { DesiredInvite, RecordedInvite } from "../vocabulary/desired-invite";
import type { Reporter } from "../vocabulary/reporter";
import { emptyingWithdrawnLists, type Roles } from "../vocabulary/roles";
import { type Terms, termNames, termsOf } from "../vocabulary/terms";
import { knownTwoFactor, type StatedTwoFactor, twoFactorRule } from "../vocabulary/two-factor";
import { keyOf, whomItMeans } from "./declared-person";
import { notFound, personIn } from "./resource-id";
import type { Context, Recorded } from "./resource-lifecycle";

/** The classes that declare one person. */
export type SingleKind = Exclude<PersonKind, "OrgRoster">;

/** How far each class reaches. */
export const reachOf = {
  OrgInvite: "invite",
  OrgMember: "member",
  OrgMembership: "either",
} as const satisfies Record<SingleKind, Reach>;

/** One person as the resource that declares them sees them: at Losant, in the stack and in the program. */
export interface PersonView extends Omit<PersonSituation, "now" | "hasResent" | "findManager"> {
  organization: RunOrganization;
  snapshot: Snapshot;
  /** What is known of the resource itself. */
  resource: DeclaringResource;
  report: Reporter;
  /** Whose access ends, where they are known though they are gone. */
  userId?: string | undefined;
}

/** The resource that declares a person. */
export interface DeclaringResource {
  kind: SingleKind;
  /** Its name in the program, where the face knows it. */
  name?: string | undefined;
  isNew: boolean;
  /** Until when and why the person had access at the last `up`, as far as the program states that by now. */
  termsBefore?: Terms | undefined;
}

/** Whom a program names, with what it states of them. */
type Stated = PersonKey &
  Partial<Roles> &
  Terms &
  StatedTwoFactor & { orgId: string; resend?: string | undefined };

/** What is done about the person next. */
export function stepOf({ organization, snapshot, userId, ...view }: PersonView): PersonStep {
  const { declared, facts } = organization;
  const { email } = view.desired;
  const findManager = () => declared.managerOf({ email, userId }, snapshot.organization.members, true);
  const hasResent = (resend: string) => facts.hasResent(email ?? "", resend);
  return decidePerson({ ...view, now: snapshot.now, hasResent, findManager });
}

/** What ends the person's access; undefined while it lasts. */
export function endStepOf(view: PersonView): EndStep | undefined {
  const step = stepOf(view);
  return isEnd(step) ? step : undefined;
}

/**
 * Somebody as a program states them, with the role lists that it stated before as empty, and why it cannot be told whom it
 * means. `previous` is what it stated before, if anything.
 */
export async function statedView<Desired extends Stated>(
  kind: SingleKind,
  desired: Desired,
  previous: (PersonKey & StatedTwoFactor) | undefined,
  context: Context,
) {
  const view = resourceView(kind, desired.orgId, previous === undefined, context);
  const snapshot = await snapshotFor(view);
  const { members } = snapshot.organization;
  const { key, problem } = whomItMeans(view.organization, desired, previous, members);
  const status = statusOf(snapshot, key);
  const memory = recordedOf(view, desired, status);
  const statedBefore = previous ? Object.keys(previous) : (memory?.statedLists ?? []);
  const whole = emptyingWithdrawnLists(desired, statedBefore, context.isUnknown);
  // The first `resend` of a new resource is no change.
  const known = memory && !previous ? { ...memory, resend: desired.resend } : memory;
  const recorded = view.reach === "member" ? undefined : known;
  const twoFactor = ruleOf(desired, previous, context);
  return { ...view, snapshot, status, recorded, desired: whole, twoFactor, problem };
}

/** Somebody as the stack records them, beside what the program states now. */
export async function recordedView<Desired extends Partial<DesiredInvite> & StatedTwoFactor>(
  kind: SingleKind,
  { state, stated }: Recorded<RecordedInvite & PersonKey & Terms & StatedTwoFactor & { orgId: string }>,
  desired: Desired,
  context: Context,
) {
  const view = resourceView(kind, state.orgId, false, context);
  const snapshot = await snapshotFor(view);
  const status = statusOf(snapshot, state);
  const whole = emptyingWithdrawnLists(desired, stated, context.isUnknown);
  const seen = status.stage === "member" && view.reach !== "invite" ? state : undefined;
  const before = termNames.filter((name) => !context.isUnknown(name)).map((name) => [name, state[name]]);
  const resource = { ...view.resource, termsBefore: Object.fromEntries(before) };
  const twoFactor = ruleOf(desired, state, context);
  return { ...view, resource, snapshot, status, recorded: state, desired: whole, seen, twoFactor };
}

function ruleOf(desired: StatedTwoFactor, before: StatedTwoFactor | undefined, { run, isUnknown }: Context) {
  const known = knownTwoFactor(desired, before, isUnknown);
  return twoFactorRule(known, run.settings.requireTwoFactor, isUnknown);
}

/** Somebody whose access may end: whoever has the address of a person who is gone is another one, whose access goes on. */
export async function endingView(
  kind: SingleKind,
  { email, ...person }: PersonKey & { orgId: string },
  terms: Terms,
  recorded: RecordedInvite | undefined,
  context: Context,
  isNew = false,
): Promise<PersonView> {
  const view = resourceView(kind, person.orgId, isNew, context);
  const { live, declared } = view.organization;
  const snapshot = await live.snapshot();
  const known = person.userId ?? declared.knownUserId(email);
  const status = statusOf(snapshot, { email, userId: known });
  const userId = status.stage === "member" ? status.member.userId : known;
  return { ...view, snapshot, status, userId, recorded, desired: { ...termsOf(terms), email } };
}

/** Somebody who may be invited, read by the address in the id, or that the stack records. */
export async function readInvited(
  kind: SingleKind,
  id: string,
  recorded: Recorded<{ email: string; userId?: string | undefined }> | undefined,
  run: Context["run"],
) {
  const [orgId, email] = personIn(id, kind);
  const organization = run.organization(orgId);
  const key = { orgId, email: recorded?.state.email ?? email };
  const status = statusOf(await organization.live.snapshot(), { ...key, userId: recorded?.state.userId });
  if (!recorded && status.stage === "absent") throw notFound(kind, email, orgId);
  return { organization, status, key };
}

/** Notes that the stack records the resource, under what the program states of the person. */
export function markRecorded(
  { organization, resource }: PersonView,
  { state, stated }: Recorded<PersonKey>,
): void {
  const userId = stated.includes("userId") ? state.userId : undefined;
  const email = stated.includes("email") ? state.email : undefined;
  organization.declared.markRecorded(resource.kind, keyOf({ userId, email }));
}

function resourceView(kind: SingleKind, orgId: string, isNew: boolean, { run, report, name }: Context) {
  const resource = { kind, name, isNew };
  return { organization: run.organization(orgId), reach: reachOf[kind], resource, report };
}

/** A member is seen without invites, which cost a request and a scope of their own. */
async function snapshotFor({
  organization,
  reach,
}: Pick<PersonView, "organization" | "reach">): Promise<Snapshot> {
  const { live, run } = organization;
  if (reach !== "member") return live.snapshot();
  return { organization: await live.organization(), invites: [], now: run.client.now() };
}

/** What this run has read of somebody by an address, unless it was somebody else's then. */
function recordedOf(
  { organization, reach }: Pick<PersonView, "organization" | "reach">,
  { email }: PersonKey,
  status: PersonStatus,
): RecordedInvite | undefined {
  const member = status.stage === "member" ? status.member : undefined;
  const addresses = reach === "member" ? [member?.email, email] : [email];
  const found = addresses.map((one) => (one === undefined ? undefined : organization.recordedInvite(one)));
  return found.find((one) => one && (!member || (one.userId ?? member.userId) === member.userId));
}

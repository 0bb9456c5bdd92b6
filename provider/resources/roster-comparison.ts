import { adminWarnings, mostAdminsGo } from "../decisions/admin-changes";
import { seatsAfter } from "../decisions/guard-rails/seats";
import { findMember, type PersonKey } from "../decisions/people-index";
import { readdressed } from "../decisions/roster/addresses";
import { adminChangesIn, losesAdmins, unmanagedAdmins } from "../decisions/roster/admin-changes";
import { changesOfRecord } from "../decisions/roster/changes-of-record";
import { describePlan, describeRemainder } from "../decisions/roster/describe";
import { endedIn, runningRoster } from "../decisions/roster/ended";
import { personFrom, type RosterPeople } from "../decisions/roster/people";
import { type Plan, plannedBy } from "../decisions/roster/plan";
import { planRoster } from "../decisions/roster/plan-roster";
import { refusals } from "../decisions/roster/refusals";
import { strictestUnmanaged } from "../decisions/roster/strictness";
import { termsOfPeople } from "../decisions/roster/terms-of-people";
import { describeUnknownPeople, withUnknownPeople } from "../decisions/roster/unknown-people";
import type { Snapshot } from "../decisions/snapshot";
import type { RunOrganization } from "../live/run-organization";
import type { Reporter } from "../vocabulary/reporter";
import type { DesiredRoster, RosterMembers } from "../vocabulary/roster-arguments";
import type { Context } from "./resource-lifecycle";
import { endedAdmins } from "./roster-ends";
import { rosterRules } from "./roster-rules";

/** A roster beside the live organization. */
export interface Comparison {
  plan: Plan;
  /** The roster without the people whose access has ended. */
  running: DesiredRoster;
  /** The plan, as users read it. */
  text: string;
  /** What of it no change will tell of. */
  remainder: string | undefined;
  /** Why it may not be carried out. */
  problems: string[];
  /** The people whom the stack records, by the addresses by which the roster names them now. */
  before: RosterPeople;
  /** What this run has read of people under other resources. */
  takenOver: RosterPeople;
  /** Who becomes an admin, which admins are removed, and that most lose the role. */
  adminWarnings: string[];
}

export function warnOfRosterAdmins(comparison: Comparison, report: Reporter): void {
  for (const line of comparison.adminWarnings) report.warn(line);
}

/** Compares a roster with the live organization, and notes for the run what it plans. */
export async function compareRoster(
  stated: DesiredRoster,
  recorded: RosterPeople,
  context: Context,
): Promise<Comparison> {
  const facts = await factsOf(stated, recorded, context);
  const { organization, snapshot, before, running, desired, ended, takenOver } = facts;
  noteKnown(facts, context);
  const plan = planOf(stated, facts, context);
  notePlan(organization, plan, desired);
  const problems = [...(await problemsOf(plan, facts, context)), ...endedAdmins(stated, ended)];
  const limit = snapshot.organization.limits?.member;
  const seats = { after: seatsAfter(snapshot, organization.allPlanned(snapshot)), limit };
  const lines = [describePlan(plan, desired, seats), ...describeUnknownPeople(context.unknownEntries ?? [])];
  return {
    plan,
    running,
    text: lines.join("\n  "),
    remainder: describeRemainder(plan, desired),
    problems,
    before,
    takenOver,
    adminWarnings: adminWarningsOf(plan, organization, snapshot),
  };
}

function adminWarningsOf(plan: Plan, organization: RunOrganization, { organization: { members } }: Snapshot) {
  const { orgId } = organization;
  const changes = adminChangesIn(plan);
  const strangers = unmanagedAdmins(plan, orgId);
  const most = losesAdmins(plan) ? mostAdminsGo(members, organization.allPlanned(), orgId) : undefined;
  return [...adminWarnings(changes, orgId), ...strangers, ...(most === undefined ? [] : [most])];
}

/** All that a plan follows from. */
async function factsOf(stated: DesiredRoster, recorded: RosterPeople, { run, unknownEntries = [] }: Context) {
  const organization = run.organization(stated.orgId);
  const snapshot = await organization.live.snapshot();
  run.journal.catchUp();
  const ended = endedIn(stated.members, snapshot.now);
  const emails = [...Object.keys(stated.members), ...unknownEntries];
  const named = emails.filter((email) => !(email in ended));
  const read = takenOverBy(organization, emails);
  const { known: takenOver } = readdressed(read, named, snapshot);
  const whole = withStatus(recorded, { ...organization.recordedRoster, ...read });
  const { known: before, heirs } = readdressed(whole, named, snapshot);
  const unmanaged = strictestUnmanaged(stated.unmanaged, run.settings.unmanaged);
  const { desired: running, known } = runningRoster({ ...stated, unmanaged }, before, snapshot);
  const desired = withUnknownPeople(running, unknownEntries, snapshot, known);
  const isUnmanagedDemanded = unmanaged !== (stated.unmanaged ?? "warn");
  return {
    organization,
    snapshot,
    takenOver,
    before,
    heirs,
    running,
    known,
    ended,
    desired,
    isUnmanagedDemanded,
  };
}
type Facts = Awaited<ReturnType<typeof factsOf>>;

function noteKnown(facts: Facts, { run, name }: Context): void {
  const { snapshot, known, takenOver, ended, running } = facts;
  const { declared } = facts.organization;
  // The end may have come since the check declared them.
  for (const email of run.isPastRefresh ? Object.keys(ended) : []) {
    declared.declare("OrgRoster", { email }, name, true);
  }
  for (const [email, { userId }] of Object.entries(known)) {
    if (userId !== undefined) declared.know(email, userId);
  }
  // An address that has passed to somebody else, and means them from now on.
  for (const email of Object.keys(running.members)) {
    const followed = known[email]?.userId ?? takenOver[email]?.userId;
    const holder = followed ? undefined : findMember(snapshot.organization.members, { email });
    if (holder && declared.knownUserId(email) !== undefined) declared.know(email, holder.userId);
  }
}

function planOf(stated: DesiredRoster, facts: Facts, { unknownEntries }: Context): Plan {
  const { snapshot, known, takenOver, before, heirs } = facts;
  const { declared } = facts.organization;
  const { members } = snapshot.organization;
  const managerOf = (person: PersonKey) => declared.managerOf(person, members);
  const memberOf = (email: string) => findMember(members, { email, userId: before[email]?.userId });
  const hasResent = (email: string, resend: string) => facts.organization.facts.hasResent(email, resend);
  const planned = planRoster(facts.desired, { snapshot, known, takenOver, managerOf, heirs, hasResent });
  return {
    ...planned,
    ...changesOfRecord(planned, stated.members, before, known, unknownEntries),
    terms: termsOfPeople(stated.members, memberOf),
    formerTerms: termsOfPeople(entriesOf(before), memberOf),
  };
}

function notePlan(organization: RunOrganization, plan: Plan, { maxRemovals }: DesiredRoster): void {
  // Once they are gone, no list tells that an address is theirs.
  for (const { email, userId } of plan.removals) organization.declared.knowLast(email, userId);
  organization.planRoster(plannedBy(plan), maxRemovals !== undefined);
}

/** Why the plan may not be carried out, with all that this run plans. */
async function problemsOf(plan: Plan, facts: Facts, { run, report }: Context): Promise<string[]> {
  const { organization, snapshot, desired } = facts;
  const planned = organization.allPlanned(snapshot);
  const { minAdmins, budget } = await rosterRules(organization, desired);
  const touchesMembers = plan.promotions.length + plan.demotions.length + plan.removals.length > 0;
  const tokenUsers = touchesMembers ? await organization.tokenUsers(report) : new Set<string>();
  const removals = budget.countAtLeast(organization.facts.plans.leavingWith(organization.planned));
  const { isUnmanagedDemanded } = facts;
  const limits = { snapshot, planned, minAdmins, removals, tokenUsers, isUnmanagedDemanded };
  const refused = refusals(plan, desired, limits);
  const isRemoving = plan.removals.length + plan.revocations.length > 0;
  const alone = isRemoving ? run.journal.reasonAlone : undefined;
  return alone === undefined ? refused : [...refused, alone];
}

function entriesOf(people: RosterPeople): RosterMembers {
  return Object.fromEntries(Object.entries(people).map(([email, { entry }]) => [email, entry]));
}

function takenOverBy(organization: RunOrganization, emails: readonly string[]): RosterPeople {
  const people = emails.map((email) => [email, personFrom(organization.recordedInvite(email))] as const);
  return Object.fromEntries(people.flatMap(([email, person]) => (person ? [[email, person]] : [])));
}

/** People known by what the program stated before have no status; what the refresh read of them has. */
function withStatus(known: RosterPeople, read: RosterPeople): RosterPeople {
  return Object.fromEntries(
    Object.entries(known).map(([email, person]) => [
      email,
      person.status === undefined ? { ...read[email], ...person } : person,
    ]),
  );
}

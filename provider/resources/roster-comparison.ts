import { describeAuthor, type PlannedPerson } from "../../plan/record";
import { adminWarnings } from "../decisions/admin-changes";
import type { Refusal } from "../decisions/guard-rails/guard-rail";
import { seatsAfter } from "../decisions/guard-rails/seats";
import { findMember, type PersonKey } from "../decisions/people-index";
import { statusOf } from "../decisions/person-status";
import { readdressed } from "../decisions/roster/addresses";
import { describePlan, describeRemainder } from "../decisions/roster/describe";
import { endedAdmins, endedIn, withoutGone } from "../decisions/roster/ended";
import { problemsOfList, strictestUnmanaged, unmanagedAdmins } from "../decisions/roster/list-rules";
import { personFrom, type RosterPeople } from "../decisions/roster/people";
import { changesOf, type Plan, plannedBy } from "../decisions/roster/plan";
import { planRoster } from "../decisions/roster/plan-roster";
import { withTerms } from "../decisions/roster/plan-terms";
import { plannedPeople, unmanagedPerson } from "../decisions/roster/planned-people";
import { describeUnknownPeople, withUnknownPeople } from "../decisions/roster/unknown-people";
import type { Snapshot } from "../decisions/snapshot";
import { stepsThat } from "../decisions/steps";
import { missingTwoFactor, withoutTwoFactor } from "../decisions/two-factor";
import { judgeSteps } from "../live/judge-steps";
import { type Planned, recordPlanned } from "../live/plan-record";
import type { RunOrganization } from "../live/run-organization";
import type { Reporter } from "../vocabulary/reporter";
import { type DesiredRoster, type RosterMembers, rolesIn } from "../vocabulary/roster-arguments";
import { twoFactorRule } from "../vocabulary/two-factor";
import type { Context } from "./resource-lifecycle";
import { rosterRules } from "./roster-limits";

/** A roster beside the live organization. */
export interface Comparison {
  plan: Plan;
  /** The entries whose access has ended. */
  ended: RosterMembers;
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
  /** Who has no second factor, though the roster asks for one. */
  twoFactorWarnings: string[];
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
  const { organization, snapshot, before, desired, ended, takenOver } = facts;
  noteKnown(facts, context);
  const plan = planOf(stated, facts, context);
  notePlan(organization, plan, desired);
  const refusals = await refusalsOf(plan, facts, context);
  const { nameOf } = organization;
  const lackingTwoFactor = missingTwoFactorIn(facts);
  const ofList = [
    ...problemsOfList(plan, desired, nameOf, facts.isUnmanagedDemanded),
    ...(facts.twoFactor?.isRefused ? lackingTwoFactor : []),
    ...endedAdmins(stated, ended),
  ];
  const people = peopleIn(facts, stated, plan);
  const authors = await authorsOf(facts, plan, people);
  recordRoster(facts, plan, people, { refusals, problems: ofList }, context);
  const problems = [...refusals.map(({ message }) => message), ...ofList];
  const limit = snapshot.organization.limits?.member;
  const seats = { after: seatsAfter(snapshot, organization.allPlanned(snapshot)), limit };
  const lines = [
    describePlan(plan, desired, seats, nameOf),
    ...describeUnknownPeople(context.unknownEntries ?? []),
    ...authors,
  ];
  return {
    plan,
    ended,
    text: lines.join("\n  "),
    remainder: describeRemainder(plan, desired, nameOf),
    problems,
    before,
    takenOver,
    adminWarnings: adminWarningsOf(plan, organization, snapshot),
    twoFactorWarnings: facts.twoFactor?.isRefused ? [] : lackingTwoFactor,
  };
}

function adminWarningsOf(plan: Plan, organization: RunOrganization, snapshot: Snapshot): string[] {
  const strangers = unmanagedAdmins(plan, organization.orgId);
  return [...adminWarnings(changesOf(plan), snapshot.organization, organization.allPlanned()), ...strangers];
}

/** All that a plan follows from. */
async function factsOf(
  stated: DesiredRoster,
  recorded: RosterPeople,
  { run, isUnknown, unknownEntries = [] }: Context,
) {
  const organization = run.organization(stated.orgId);
  const snapshot = await organization.live.snapshot();
  run.journal.catchUp();
  const ended = endedIn(stated.members, snapshot.now);
  const running = Object.keys(stated.members).filter((email) => !(email in ended));
  const named = [...running, ...unknownEntries];
  const read = takenOverBy(organization, [...Object.keys(ended), ...named]);
  const { known: takenOver } = readdressed(read, named, snapshot);
  const whole = withStatus(recorded, { ...organization.recordedRoster, ...read });
  const { known: before, heirs } = readdressed(whole, named, snapshot);
  const unmanaged = strictestUnmanaged(stated.unmanaged, run.settings.unmanaged);
  // Stated anew after an end that a run has carried out, somebody is new.
  const known = withoutGone(before, snapshot, (email, wasEnded) => wasEnded && !(email in ended));
  const desired = withUnknownPeople({ ...stated, unmanaged }, unknownEntries, snapshot, known);
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
    twoFactor: twoFactorRule(stated, run.settings.requireTwoFactor, isUnknown),
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
  for (const email of running) {
    const followed = known[email]?.userId ?? takenOver[email]?.userId;
    const holder = followed ? undefined : findMember(snapshot.organization.members, { email });
    if (holder && declared.knownUserId(email) !== undefined) declared.know(email, holder.userId);
  }
}

function planOf(stated: DesiredRoster, facts: Facts, { unknownEntries }: Context): Plan {
  const { snapshot, known, takenOver, before, heirs, twoFactor } = facts;
  const { declared } = facts.organization;
  const { members } = snapshot.organization;
  const managerOf = (person: PersonKey) => declared.managerOf(person, members);
  const memberOf = (email: string) => findMember(members, { email, userId: before[email]?.userId });
  const hasResent = (email: string, resend: string) => facts.organization.facts.hasResent(email, resend);
  const situation = { snapshot, known, takenOver, managerOf, heirs, hasResent, twoFactor };
  const planned = planRoster(facts.desired, situation);
  const { ended } = facts;
  return withTerms(planned, { members: stated.members, ended, before, known, unknownEntries, memberOf });
}

/** Why people may not stay whom the roster names and who lack the second factor that it asks for. */
function missingTwoFactorIn(facts: Facts): string[] {
  const { twoFactor, snapshot } = facts;
  const problem = missingTwoFactor(twoFactor, declaredIn(facts), snapshot.organization.id);
  return problem === undefined ? [] : [problem];
}

/** The people whom the roster names, as a rule on second factors judges them; ends apart. */
function declaredIn({ desired, known, ended, snapshot }: Facts) {
  const lasting = Object.entries(desired.members).filter(([email]) => !(email in ended));
  return lasting.map(([email, entry]) => {
    const status = statusOf(snapshot, { email, userId: known[email]?.userId });
    return { email, role: rolesIn(entry).role, status };
  });
}

function notePlan(organization: RunOrganization, plan: Plan, { maxRemovals }: DesiredRoster): void {
  // Once they are gone, no list tells that an address is theirs.
  for (const { member } of stepsThat(plan, "remove"))
    organization.declared.knowLast(member.email, member.userId);
  organization.planRoster(plannedBy(plan), maxRemovals !== undefined);
}

/** Why the plan may not be carried out, with all that this run plans. */
async function refusalsOf(plan: Plan, facts: Facts, { report }: Context): Promise<Refusal[]> {
  const { organization, snapshot, desired } = facts;
  const { minAdmins, budget } = await rosterRules(organization, desired);
  const asked = { of: "roster" as const, snapshot, steps: changesOf(plan), minAdmins, budget };
  return judgeSteps(organization, asked, report);
}

function peopleIn({ organization, before }: Facts, stated: DesiredRoster, plan: Plan): PlannedPerson[] {
  return plannedPeople(plan, stated, before, organization.nameOf, (person) => organization.appliedTo(person));
}

/** A line for each person who was changed at Losant: by whom, where the organization's audit log tells. */
async function authorsOf(
  { organization, before }: Facts,
  plan: Plan,
  people: readonly PlannedPerson[],
): Promise<string[]> {
  // To a new roster everybody is a stranger.
  const isKnown = Object.keys(before).length > 0;
  const strangers = isKnown ? plan.unmanaged.map((one) => unmanagedPerson(one, organization.nameOf)) : [];
  const drifted = [...people.filter(({ cause }) => cause === "drift"), ...strangers];
  if (drifted.length === 0) return [];
  await organization.auditLog.read();
  return drifted.flatMap((person) => {
    const author = organization.auditLog.authorOf(person);
    return author === undefined ? [] : `! ${person.email ?? person.userId} was ${describeAuthor(author)}`;
  });
}

/** At preview: writes down what is planned, for whoever shows it to people. */
function recordRoster(
  facts: Facts,
  plan: Plan,
  people: PlannedPerson[],
  refused: Pick<Planned, "refusals" | "problems">,
  { name }: Context,
): void {
  const { organization, snapshot, desired, ended, twoFactor } = facts;
  recordPlanned(organization, snapshot, () => {
    const unmanaged = plan.unmanaged.map((one) => unmanagedPerson(one, organization.nameOf));
    const { unchanged } = plan;
    const running = Object.keys(desired.members).filter((email) => !(email in ended));
    const names = running.map((email) => {
      const userId = organization.declared.memberOf({ email }, snapshot.organization.members)?.userId;
      return { email, ...(userId !== undefined && { userId }) };
    });
    const lacking = withoutTwoFactor(twoFactor, declaredIn(facts));
    const about = { names, unmanaged, withoutTwoFactor: lacking };
    return { kind: "OrgRoster", name, people, unchanged, ...about, ...refused };
  });
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

import type { Member } from "../../client";
import { adminEndWarning, endWarning } from "../decisions/access-end";
import { seatsAfter } from "../decisions/guard-rails/seats";
import { changesOfRecord } from "../decisions/roster/changes-of-record";
import { describePlan, describeRemainder } from "../decisions/roster/describe";
import { runningRoster } from "../decisions/roster/ended";
import { personFrom, type RosterPeople } from "../decisions/roster/people";
import { type Plan, plannedBy, planRoster } from "../decisions/roster/plan";
import { refusals } from "../decisions/roster/refusals";
import { describeUnknownPeople, withUnknownPeople } from "../decisions/roster/unknown-people";
import type { RemovalRules } from "../live/remove-person";
import type { RunOrganization } from "../live/run-organization";
import { parseRemovalLimit } from "../vocabulary/removal-limit";
import { type RosterMembers, type RosterWish, termsIn } from "../vocabulary/roster-arguments";
import { describeTerms } from "../vocabulary/terms";
import type { Context } from "./resource-lifecycle";

/** A roster beside the live organization. */
export interface Comparison {
  plan: Plan;
  /** The roster without the people whose access has ended. */
  running: RosterWish;
  /** The plan, as users read it. */
  text: string;
  /** What of it no change will tell of. */
  remainder: string | undefined;
  /** Why it may not be carried out. */
  problems: string[];
  /** What this run has read of people under other resources. */
  takenOver: RosterPeople;
}

/** Compares a roster with the live organization, and notes for the run what it plans. */
export async function compareRoster(
  stated: RosterWish,
  recorded: RosterPeople,
  { run, report, name, unknownEntries = [] }: Context,
): Promise<Comparison> {
  const organization = run.organization(stated.orgId);
  const snapshot = await organization.live.snapshot();
  const takenOver = takenOverBy(organization, [...Object.keys(stated.members), ...unknownEntries]);
  const { members } = snapshot.organization;
  run.journal.catchUp();
  const before = withStatus(recorded, takenOver);
  const { wish: running, known, ended } = runningRoster(stated, before, snapshot);
  // The end may have come since the check declared them.
  for (const email of run.hasBegun ? Object.keys(ended) : []) {
    organization.declared.declare("OrgRoster", { email }, name, true);
  }
  const wish = withUnknownPeople(running, unknownEntries, snapshot, known);
  for (const [email, { userId }] of Object.entries(known)) {
    if (userId !== undefined) organization.declared.know(email, userId);
  }
  const planned = planRoster(wish, {
    snapshot,
    known,
    takenOver,
    managerOf: (person) => organization.declared.managerOf(person, members),
  });
  const memberOf = (email: string) => organization.declared.memberOf({ email }, members);
  const plan = {
    ...planned,
    ...changesOfRecord(planned, stated.members, before, known, unknownEntries),
    terms: termsByAddress(stated.members, memberOf),
    formerTerms: termsByAddress(entriesOf(before), memberOf),
  };
  // Once they are gone, no list tells that an address is theirs.
  for (const { email, userId } of plan.removals) organization.declared.know(email, userId);
  organization.planRoster(plannedBy(plan), wish.maxRemovals !== undefined);
  const all = organization.allPlanned();
  const rules = await rosterRules(organization, wish);
  const touchesMembers = plan.promotions.length + plan.demotions.length + plan.removals.length > 0;
  const isRemoving = plan.removals.length + plan.revocations.length > 0;
  const refused = refusals(plan, wish, {
    snapshot,
    planned: all,
    minAdmins: rules.minAdmins,
    removals: rules.budget.countAtLeast(all.leaving - organization.rosterPlan.removals),
    ownUserId: touchesMembers ? await run.ownUserId(report) : undefined,
  });
  const seats = { after: seatsAfter(snapshot, all), limit: snapshot.organization.limits?.member };
  const alone = isRemoving ? run.journal.reasonAlone : undefined;
  const problems = [...refused, ...endedAdmins(stated, ended), ...(alone === undefined ? [] : [alone])];
  const text = [describePlan(plan, wish, seats), ...describeUnknownPeople(unknownEntries)].join("\n  ");
  return { plan, running: wish, text, remainder: describeRemainder(plan, wish), problems, takenOver };
}

/** Under the address that is stated, and the one that a person has now. */
function termsByAddress(
  members: RosterMembers,
  memberOf: (email: string) => Member | undefined,
): Plan["terms"] {
  const terms = Object.entries(members).map(([email, entry]) => [email, termsIn(entry)] as const);
  const told = terms.filter(([, one]) => describeTerms(one) !== "");
  const live = told.map(([email, one]) => [memberOf(email)?.email ?? email, one] as const);
  return new Map([...live, ...terms]);
}

function entriesOf(people: RosterPeople): RosterMembers {
  return Object.fromEntries(Object.entries(people).map(([email, { entry }]) => [email, entry]));
}

function endedAdmins({ requireAdmins = [] }: RosterWish, ended: RosterMembers): string[] {
  const gone = requireAdmins.filter((email) => email in ended);
  return gone.map(
    (email) => `requireAdmins: the access of ${email} has ended: state a later until, or take them out`,
  );
}

/** Tells of access that ends soon. */
export async function warnOfEnds(wish: RosterWish, { run, report }: Context): Promise<void> {
  const { declared, live, planned } = run.organization(wish.orgId);
  const { organization, now } = await live.snapshot();
  const { members } = organization;
  const minAdmins = Math.max(wish.minAdmins ?? 1, run.settings.minAdmins);
  const ending = Object.entries(wish.members).flatMap(([email, entry]) => {
    const soon = endWarning(email, termsIn(entry), now);
    return soon === undefined ? [] : { email, soon, userId: declared.memberOf({ email }, members)?.userId };
  });
  for (const { userId } of ending) if (userId !== undefined) planned.endingSoon.add(userId);
  for (const { email, soon, userId } of ending) {
    report.warn(soon);
    const alone = adminEndWarning(email, userId, members, planned, minAdmins);
    if (alone !== undefined) report.warn(alone);
  }
}

/** The higher floor of the roster's and the configuration's; and the roster's own limit, where it has one. */
export async function rosterRules(
  organization: RunOrganization,
  { minAdmins = 1, maxRemovals }: Pick<RosterWish, "minAdmins" | "maxRemovals">,
): Promise<RemovalRules> {
  const limit = maxRemovals === undefined ? undefined : parseRemovalLimit(String(maxRemovals));
  return {
    reach: "either",
    minAdmins: Math.max(minAdmins, organization.run.settings.minAdmins),
    budget: limit ? await organization.removalsWithin(limit) : await organization.removals(),
  };
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

import { z } from "zod";
import { endedIn } from "../decisions/roster/ended";
import { missingFiles } from "../decisions/roster/list-rules";
import { everybodyIn } from "../decisions/roster/observe";
import { peopleFrom, type RosterPeople, recordedInvite } from "../decisions/roster/people";
import { hasWork } from "../decisions/roster/plan";
import { carryOutRoster } from "../live/carry-out-roster";
import { messageOf, ProviderError, refuse } from "../vocabulary/errors";
import { listsIn } from "../vocabulary/roles";
import {
  type DesiredRoster,
  entryLike,
  OrgRosterArguments,
  type RosterMembers,
  rolesIn,
  termsIn,
} from "../vocabulary/roster-arguments";
import { idleTwoFactor, knownTwoFactor } from "../vocabulary/two-factor";
import { warnOfEnds } from "./access-ends";
import { declarePerson } from "./declared-person";
import { removeDeclared } from "./remove-declared";
import { rosterIn } from "./resource-id";
import {
  type Context,
  importedWith,
  PartialFailure,
  type ResourceLifecycle,
  type ResourceSnapshot,
  statedInputs,
} from "./resource-lifecycle";
import { type Comparison, compareRoster, warnOfRosterAdmins } from "./roster-comparison";
import { rosterBeyondLimit, rosterRules } from "./roster-limits";
import { type OrgRosterRecord, peopleAfter, rosterRecord, withoutUnsent } from "./roster-record";

export { OrgRosterArguments };

const OrgRosterState = z.object({
  ...OrgRosterArguments.shape,
  /** What is known of each person, as text; names that begin with `__` are not shown. */
  __people: z.string(),
  awaiting: z.record(z.string(), z.unknown()),
  unmanagedMembers: z.record(z.string(), z.string()).optional(),
  memberCount: z.number().optional(),
  pendingInviteCount: z.number().optional(),
});
type State = z.output<typeof OrgRosterState>;

/** Everybody who belongs to an organization, in one resource. */
export const orgRoster: ResourceLifecycle<typeof OrgRosterArguments, typeof OrgRosterState> = {
  kind: "OrgRoster",
  arguments: OrgRosterArguments,
  state: OrgRosterState,

  open: { argument: "members", placeholder: "none" },
  notes: ["files", "teams"],

  declare({ orgId, members = {} }, { run, name, unknownEntries = [], now }) {
    if (orgId === undefined) return;
    const { declared } = run.organization(orgId);
    const ended = endedIn(members, now);
    for (const email of [...Object.keys(members), ...unknownEntries]) {
      declared.declare("OrgRoster", { email }, name, email in ended);
    }
  },

  validate({ members, requireAdmins = [], requireReason, allowEmpty }, { unknownEntries = [] }) {
    if (members === undefined) return [];
    const missing = requireAdmins.filter(
      (email) => !unknownEntries.includes(email) && roleIn(members, email) !== "admin",
    );
    const isEmpty = Object.keys(members).length + unknownEntries.length === 0 && allowEmpty !== true;
    const entries = Object.entries(members).filter(([email]) => !unknownEntries.includes(email));
    const unexplained = entries.filter(([, entry]) => requireReason && termsIn(entry).reason === undefined);
    return [
      ...reasonsMissing(unexplained.map(([email]) => email)),
      ...missing.map((email) => `requireAdmins: ${email} must be in members as admin`),
      ...(isEmpty ? ["members: is empty; a roster that names nobody needs allowEmpty: true"] : []),
    ];
  },

  async check(desired, previous, context) {
    const { report } = context;
    const missing = missingFiles(desired.files, previous?.files);
    if (missing !== undefined) report.warn(missing);
    if (!isWhole(desired)) {
      report.info("The people of a roster are not all known before up, so it has no plan to show yet.");
      return [];
    }
    const idle = idleTwoFactor(desired, context.run.settings.requireTwoFactor, context.isUnknown);
    if (idle !== undefined) report.warn(`Roster of organization ${desired.orgId}: ${idle}`);
    const problems = await declareEverybody(desired, context);
    await warnOfEntries(desired, context);
    const renamed = context.run.organization(desired.orgId).recordedRoster ?? {};
    const known = previous ? statedIn(previous, renamed) : renamed;
    const stated = { ...desired, ...knownTwoFactor(desired, previous, context.isUnknown) };
    const comparison = await compareRoster(stated, known, context);
    const refused = [...problems, ...comparison.problems];
    for (const line of comparison.twoFactorWarnings) report.warn(line);
    if (!previous || refused.length > 0) {
      report.info(comparison.text, comparison.remainder);
      warnOfRosterAdmins(comparison, report);
    }
    return refused;
  },

  async replacedBy(_recorded, _desired, changed) {
    return changed.filter((name) => name === "orgId");
  },

  async updateReasons({ state }, desired, context) {
    const { run, report, isUnknown } = context;
    if (isUnknown("members") || isUnknown("orgId")) return [];
    const whole: Partial<DesiredRoster> = {
      ...desired,
      ...knownTwoFactor(desired, state, isUnknown),
      orgId: desired.orgId ?? state.orgId,
    };
    if (!isWhole(whole)) return [];
    const comparison = await compareRoster(whole, managedBy(state), context);
    for (const email of [...Object.keys(whole.members), ...(context.unknownEntries ?? [])]) {
      run.organization(whole.orgId).declared.markRecorded("OrgRoster", { email });
    }
    const { plan, text, remainder } = comparison;
    if (run.isPastRefresh && comparison.problems.length > 0) report.info(text);
    warnOfRosterAdmins(comparison, report);
    if (run.isPastRefresh) refuse(...comparison.problems);
    if (hasWork(plan)) return [{ text, isWarning: false, atUp: remainder }];
    const { steps, unmanaged, termChanges, forgotten, addresses, awaitingTwoFactor } = plan;
    const ofPlan = [steps, unmanaged, termChanges, forgotten, addresses, awaitingTwoFactor];
    const told = [...ofPlan, context.unknownEntries ?? []];
    if (told.some((list) => list.length > 0)) report.info(text);
    const isShorter = missingFiles(desired.files, state.files) !== undefined;
    return isShorter ? [{ text: "The list of files is recorded, nothing is sent.", isWarning: false }] : [];
  },

  async create(desired, context) {
    return ensure(desired, context.run.organization(desired.orgId).recordedRoster ?? {}, context);
  },

  async read(id, recorded, { run }) {
    const orgId = rosterIn(id);
    const organization = run.organization(orgId);
    const snapshot = await organization.live.snapshot();
    const people = recorded ? managedBy(recorded.state) : everybodyIn(snapshot);
    for (const [email, { entry, userId }] of Object.entries(recorded ? people : {})) {
      organization.noteApplied({ email, userId }, rolesIn(entry));
    }
    const state = rosterRecord(organization, snapshot, { ...recorded?.state, orgId }, people);
    if (recorded) organization.recordedRoster = managedBy(state);
    for (const [email, person] of Object.entries(managedBy(state))) {
      const invite = recordedInvite(person);
      const statedLists = listsIn(Object.keys(rolesIn(person.entry)));
      if (invite) organization.remember(email, { ...invite, statedLists });
      else if (person.userId !== undefined) organization.declared.knowLast(email, person.userId);
    }
    return { id: `${orgId}/roster`, state, inputs: statedInputs(state, recorded) };
  },

  imported: (state) => importedWith({ ...state, members: shortEntries(state.members) }, ["orgId", "members"]),

  async update(_id, { state }, desired, context) {
    return (await ensure(desired, managedBy(state), context)).state;
  },

  async delete(_id, { state }, context) {
    if (state.deletionPolicy === "remove") return removeEverybody(state, context);
    context.report.info(
      `The roster of organization ${state.orgId} is removed from state only: its people stay, as deletionPolicy is retain.`,
    );
  },
};

function reasonsMissing(emails: readonly string[]): string[] {
  if (emails.length === 0) return [];
  return [`members: requireReason is true, and these people have no reason: ${emails.join(", ")}`];
}

function roleIn(members: RosterMembers, email: string) {
  const entry = members[email];
  return entry === undefined ? undefined : rolesIn(entry).role;
}

/** Whose access has ended and who was gone is not remembered, and still the roster's where somebody gave it again. */
function managedBy({ __people, members }: Pick<State, "__people" | "members">): RosterPeople {
  const limited = Object.entries(members).filter(([, entry]) => termsIn(entry).until !== undefined);
  return { ...knownFrom(Object.fromEntries(limited)), ...peopleFrom(__people, members) };
}

/** People without lists are stated by their role alone. */
function shortEntries(members: RosterMembers): RosterMembers {
  return Object.fromEntries(
    Object.entries(members).map(([email, entry]) => {
      const roles = rolesIn(entry);
      return [email, entryLike(roles.role, roles, true)];
    }),
  );
}

/** The people whom the program stated before, as far as inputs tell. */
function knownFrom(members: RosterMembers | undefined): RosterPeople {
  return Object.fromEntries(Object.entries(members ?? {}).map(([email, entry]) => [email, { entry }]));
}

/**
 * The people whom the program stated before. Those of a roster that removes strangers have whom a refresh found beside them:
 * only `recorded` tells them apart.
 */
function statedIn({ members, unmanaged }: Partial<DesiredRoster>, recorded: RosterPeople): RosterPeople {
  const people = Object.entries(knownFrom(members));
  const isAll = unmanaged !== "remove" || Object.keys(recorded).length === 0;
  return Object.fromEntries(people.filter(([email]) => isAll || email in recorded));
}

/** Whether enough is known at preview to compare with the organization. */
function isWhole(desired: Partial<DesiredRoster>): desired is DesiredRoster {
  return desired.orgId !== undefined && desired.members !== undefined;
}

async function declareEverybody(
  { orgId, members, unmanaged }: DesiredRoster,
  { run, name, isUnknown, unknownEntries = [] }: Context,
): Promise<string[]> {
  const organization = run.organization(orgId);
  const snapshot = await organization.live.snapshot();
  const ended = endedIn(members, snapshot.now);
  const rivals = [...Object.keys(members), ...unknownEntries].flatMap((email) =>
    declarePerson(organization, "OrgRoster", { email }, snapshot, name, email in ended),
  );
  const isAlone = unmanaged !== "ignore" && !isUnknown("unmanaged");
  return [...organization.claim({ kind: "OrgRoster", name, isAlone }, members), ...rivals];
}

async function warnOfEntries(desired: DesiredRoster, { run, report }: Context): Promise<void> {
  const organization = run.organization(desired.orgId);
  const snapshot = await organization.live.snapshot();
  const { members } = snapshot.organization;
  const people = Object.entries(desired.members).map(([email, entry]) => {
    const userId = organization.declared.memberOf({ email }, members)?.userId;
    return { email, userId, terms: termsIn(entry) };
  });
  const minAdmins = Math.max(desired.minAdmins ?? 1, run.settings.minAdmins);
  warnOfEnds({ organization, snapshot, report }, people, minAdmins);
}

async function ensure(
  desired: DesiredRoster,
  known: RosterPeople,
  context: Context,
): Promise<ResourceSnapshot<State>> {
  const organization = context.run.organization(desired.orgId);
  const comparison: Comparison = await compareRoster(desired, known, context);
  refuse(...comparison.problems);
  const rules = await rosterRules(organization, desired);
  const outcomes = await carryOutRoster(organization, comparison.plan, rules, context.report);
  const { before, takenOver, ended } = comparison;
  const people = peopleAfter(desired, ended, { ...takenOver, ...before }, before, outcomes);
  const live = withoutUnsent(await organization.live.snapshot(Number.POSITIVE_INFINITY), outcomes);
  const state: OrgRosterRecord = rosterRecord(organization, live, desired, people);
  for (const email of Object.keys(desired.members)) {
    organization.declared.markRecorded("OrgRoster", { email });
  }
  const failures = outcomes.flatMap((one) => ("reason" in one ? one.reason : []));
  const snapshot = { id: `${desired.orgId}/roster`, state };
  if (failures.length === 0) return snapshot;
  throw new PartialFailure(snapshot, failures);
}

async function removeEverybody(state: State, { run, report }: Context): Promise<void> {
  const { orgId } = state;
  const organization = run.organization(orgId);
  const rules = await rosterRules(organization, state);
  refuse(await rosterBeyondLimit(organization, managedBy(state), rules, report));
  const removals = Object.entries(managedBy(state)).map(async ([email, { userId, entry }]) => {
    try {
      const terms = termsIn(entry);
      await removeDeclared(organization, { person: { email, userId }, email, terms }, rules, report);
      return undefined;
    } catch (error) {
      return messageOf(error);
    }
  });
  const reasons = (await Promise.all(removals)).filter((reason) => reason !== undefined);
  if (reasons.length > 0) throw new ProviderError(reasons.join("\n"));
}

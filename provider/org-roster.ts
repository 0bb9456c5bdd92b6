import { z } from "zod";
import { messageOf, ProviderError } from "./engine/errors";
import { type Found, type Life, PartlyDone } from "./engine/life";
import { isExpired } from "./invites/expiry";
import { existing, existingWithInvites } from "./live/existing";
import { removePerson } from "./people/changes";
import { OrgRosterArguments, type RosterMembers, type RosterWish } from "./roster/arguments";
import { carryOut, type Failure } from "./roster/carry-out";
import { describePlan } from "./roster/describe";
import {
  awaitingIn,
  everybodyIn,
  observePeople,
  peopleFrom,
  peopleIn,
  type RosterPeople,
  recordedInvite,
  recordedPeople,
  rememberedPeople,
  strangersIn,
  viewOf,
} from "./roster/people";
import { hasWork, planRoster, seatsAfter } from "./roster/plan";
import { capOf, floorOf, refusals } from "./roster/refusals";
import type { Run } from "./run/run";

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
export const orgRoster: Life<typeof OrgRosterArguments, typeof OrgRosterState> = {
  kind: "OrgRoster",
  arguments: OrgRosterArguments,
  state: OrgRosterState,

  consistent(wish) {
    const { members, requireAdmins = [], allowEmpty } = wish;
    if (members === undefined) return [];
    const missing = requireAdmins.filter((email) => roleIn(members, email) !== "admin");
    const isEmpty = Object.keys(members).length === 0 && allowEmpty !== true;
    return [
      ...missing.map((email) => `requireAdmins: ${email} must be in members as admin`),
      ...(isEmpty ? ["members: is empty; a roster that names nobody needs allowEmpty: true"] : []),
    ];
  },

  async check(wish, previous, run) {
    if (!isWhole(wish)) {
      run.remark("The people of a roster are not all known before up, so it has no plan to show yet.");
      return [];
    }
    for (const email of Object.keys(wish.members)) run.declared.add(wish.orgId, { email });
    const before = previous?.members ?? {};
    const known = previous
      ? peopleIn(before, rememberedPeople(run, wish.orgId, before))
      : newcomers(run, wish);
    const { plan, view, text } = await planFor(run, wish, known);
    if (!previous) run.remark(text);
    return refusals(plan, view, wish, run);
  },

  async replacedBy(_state, _wish, changed) {
    return changed.filter((name) => name === "orgId");
  },

  async due(state, wish, run) {
    const whole = { ...state, ...wish };
    if (!run.canAsk() || !isWhole(whole)) return [];
    const { plan, text } = await planFor(run, whole, managedBy(state));
    if (hasWork(plan)) return [text];
    if (plan.waiting.length + plan.unmanaged.length > 0) run.remark(text);
    return [];
  },

  async create(wish, run) {
    return ensure(run, wish, newcomers(run, wish));
  },

  async read(id, state, run) {
    const [orgId = ""] = id.split("/");
    return existingWithInvites(run, orgId, async () => {
      const people = state ? managedBy(state) : everybodyIn(await viewOf(run, orgId));
      const next = await observed(run, state ?? { orgId }, people);
      for (const [email, person] of Object.entries(managedBy(next))) {
        run.rememberMail(orgId, email, recordedInvite(person));
      }
      return { id, state: next };
    });
  },

  async update(_id, state, wish, run) {
    return (await ensure(run, wish, managedBy(state))).state;
  },

  async delete(_id, state, run) {
    if (state.deletionPolicy !== "remove") {
      run.tell(
        `The roster of organization ${state.orgId} is only forgotten: its people stay, as deletionPolicy is retain.`,
      );
      return;
    }
    await existing(run, state.orgId, () => removeEverybody(run, state));
  },
};

function roleIn(members: RosterMembers, email: string) {
  const entry = members[email];
  return typeof entry === "object" ? entry.role : entry;
}

function managedBy(state: State): RosterPeople {
  return peopleFrom(state.__people, state.members);
}

/** The people of a new roster, with what this run has read of them under other resources. */
function newcomers(run: Run, wish: RosterWish): RosterPeople {
  return rememberedPeople(run, wish.orgId, wish.members);
}

/** Whether enough is known at preview to compare with the organization. */
function isWhole(wish: Partial<RosterWish>): wish is RosterWish {
  return wish.orgId !== undefined && wish.members !== undefined;
}

async function planFor(run: Run, wish: RosterWish, known: RosterPeople) {
  const view = await viewOf(run, wish.orgId);
  const { limits } = await run.live(wish.orgId).organization();
  const plan = planRoster(view, wish, known);
  const { invited } = run.intentions(wish.orgId);
  for (const { wish: invite } of plan.invitations) invited.add(invite.email);
  const seats = { after: seatsAfter(plan, view, invited), limit: limits?.member };
  return { plan, view, text: describePlan(plan, wish, seats) };
}

async function ensure(run: Run, wish: RosterWish, known: RosterPeople): Promise<Found<State>> {
  const { plan, view } = await planFor(run, wish, known);
  const problems = await refusals(plan, view, wish, run);
  if (problems.length > 0) throw new ProviderError(problems.join("\n"));
  const failures = await carryOut(run, wish, plan);
  const people = { ...failed(known, failures), ...peopleIn(wish.members, known) };
  const found = { id: `${wish.orgId}/roster`, state: await observed(run, wish, people) };
  if (failures.length === 0) return found;
  throw new PartlyDone(
    found,
    failures.map((failure) => failure.reason),
  );
}

/** People who could not be removed stay the roster's, so that its next run goes on. */
function failed(known: RosterPeople, failures: Failure[]): RosterPeople {
  const emails = new Set(failures.map((failure) => failure.email));
  return Object.fromEntries(Object.entries(known).filter(([email]) => emails.has(email)));
}

async function observed(
  run: Run,
  known: Partial<RosterWish> & { orgId: string },
  people: RosterPeople,
): Promise<State> {
  const view = await viewOf(run, known.orgId);
  const seen = observePeople(view, people, known);
  const strangers = strangersIn(view, people);
  const others = Object.fromEntries(
    [...strangers.members, ...strangers.invites]
      .filter(({ email }) => !known.elsewhere?.includes(email))
      .map(({ email, role }) => [email, role]),
  );
  const members = sortedByName({ ...seen.members, ...(known.unmanaged === "remove" ? others : {}) });
  return {
    ...known,
    members,
    __people: recordedPeople(seen.people, members),
    awaiting: awaitingIn(seen.people),
    unmanagedMembers: (known.unmanaged ?? "warn") === "warn" ? others : undefined,
    memberCount: view.members.length,
    pendingInviteCount: view.invites.filter((invite) => !isExpired(invite, view.now)).length,
  };
}

function sortedByName<Value>(entries: Record<string, Value>): Record<string, Value> {
  return Object.fromEntries(Object.entries(entries).sort(([one], [other]) => one.localeCompare(other)));
}

async function removeEverybody(run: Run, state: State): Promise<void> {
  await capOf(run, state);
  const floor = floorOf(state, run.settings);
  const reasons: string[] = [];
  for (const [email, { userId }] of Object.entries(managedBy(state))) {
    await removePerson(run, state.orgId, { email, userId }, floor).catch((error) =>
      reasons.push(messageOf(error)),
    );
  }
  if (reasons.length > 0) throw new ProviderError(reasons.join("\n"));
}

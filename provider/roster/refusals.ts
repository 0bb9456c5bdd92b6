import type { Member, Organization } from "../../client";
import { adminsIn } from "../guard-rails/admin-floor";
import { outsideAllowedDomains } from "../guard-rails/allowed-domains";
import { isOwnPerson, ownPersonRefusal } from "../guard-rails/own-person";
import { type RemovalCap, removalsAllowed } from "../guard-rails/removal-cap";
import type { Run } from "../run/run";
import { parseRemovalLimit, type Settings } from "../run/settings";
import type { RosterWish } from "./arguments";
import type { View } from "./people";
import { type Plan, removalCount, seatsAfter } from "./plan";

/** Why a plan may not be carried out; told at preview, before anything is sent. */
export async function refusals(plan: Plan, view: View, wish: RosterWish, run: Run): Promise<string[]> {
  const organization = await run.live(wish.orgId).organization();
  const found = [
    ...(await ownPersonRefusals(plan, wish, run)),
    everybodyGone(plan, view, wish),
    belowFloor(plan, view, wish, run.settings),
    beyondCap(plan, wish, await capOf(run, wish)),
    beyondSeats(plan, view, organization, run.intentions(wish.orgId).invited),
    ...plan.invitations.map(({ wish: { email } }) => outsideAllowedDomains(organization, email)),
  ];
  return found.filter((problem) => problem !== undefined);
}

/** The cap of the run, narrowed by the roster's own; where the configuration has none, the roster's. */
export async function capOf(run: Run, wish: RosterWish): Promise<RemovalCap> {
  const cap = await run.removalCap(wish.orgId);
  const limit = wish.maxRemovals === undefined ? undefined : parseRemovalLimit(String(wish.maxRemovals));
  if (!limit) return cap;
  const own = removalsAllowed(limit, cap.people);
  cap.allowed = run.settings.maxRemovals === undefined ? own : Math.min(cap.allowed, own);
  return cap;
}

/** The floor that holds for a roster: the higher one of its own and the configuration's. */
export function floorOf(wish: RosterWish, settings: Settings): number {
  return Math.max(wish.minAdmins ?? 1, settings.minAdmins);
}

async function ownPersonRefusals(plan: Plan, wish: RosterWish, run: Run): Promise<string[]> {
  const touched = [...plan.promotions, ...plan.demotions].map((change) => change.member);
  if (touched.length + plan.removals.length === 0) return [];
  const changed = await anyOwn(touched, run);
  const removed = await anyOwn(plan.removals, run);
  const removal =
    removed &&
    `${removed.email} is the person whom the API token belongs to, and the roster of organization ` +
      `${wish.orgId} would remove them: name them in members, with the role that they have.`;
  return [changed && ownPersonRefusal(changed), removal].filter((problem) => problem !== undefined);
}

async function anyOwn(members: Member[], run: Run): Promise<Member | undefined> {
  for (const member of members) if (await isOwnPerson(run, member)) return member;
  return undefined;
}

function everybodyGone(plan: Plan, view: View, wish: RosterWish): string | undefined {
  if (plan.removals.length === 0 || plan.removals.length < view.members.length) return undefined;
  return `the roster of organization ${wish.orgId} would remove all ${view.members.length} members`;
}

function belowFloor(plan: Plan, view: View, wish: RosterWish, settings: Settings): string | undefined {
  const removed = new Set(plan.removals.map((member) => member.userId));
  const wanted = new Map(
    [...plan.promotions, ...plan.demotions].map(({ member, want }) => [member.userId, want.role]),
  );
  const kept = view.members.filter(
    ({ userId, role }) => !removed.has(userId) && (wanted.get(userId) ?? role) === "admin",
  ).length;
  const admins = adminsIn(view.members).length;
  const floor = floorOf(wish, settings);
  if (kept >= floor || kept >= admins) return undefined;
  return (
    `the roster of organization ${wish.orgId} would keep ${kept} of ${admins} accepted admins, and minAdmins is ` +
    `${floor}. An invited admin counts once they have accepted: keep the present ones until then.`
  );
}

function beyondCap(plan: Plan, wish: RosterWish, cap: RemovalCap): string | undefined {
  const count = removalCount(plan);
  if (count <= cap.left) return undefined;
  return (
    `the roster of organization ${wish.orgId} would remove ${count} of ${cap.people} people, and a run may ` +
    `remove ${cap.left}. If that is meant, set maxRemovals (or LOSANT_MAX_REMOVALS, losant:maxRemovals) to a ` +
    `number or a share such as 50%.`
  );
}

function beyondSeats(
  plan: Plan,
  view: View,
  organization: Organization,
  invited: ReadonlySet<string>,
): string | undefined {
  const limit = organization.limits?.member;
  const after = seatsAfter(plan, view, invited);
  if (limit === undefined || after <= limit || plan.invitations.length === 0) return undefined;
  return (
    `organization ${organization.id} has ${limit} seats, and ${after} would be taken: ` +
    `${view.members.length} members and ${view.invites.length} invites now, ${removalCount(plan)} of them to go, ` +
    `${plan.invitations.length} people to invite by this roster.`
  );
}

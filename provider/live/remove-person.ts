import { type Invite, isLosantError, type Member, type Organization } from "../../client";
import { isExpired } from "../../client/invites";
import type { Reach } from "../decisions/decide-person";
import { needsFreshLook } from "../decisions/guard-rails/judge";
import { removalLimitReached } from "../decisions/guard-rails/removal-limit";
import { findMember, invitesOf, type PersonKey } from "../decisions/people-index";
import {
  describeOutcome,
  ownUserStays,
  type RemovalOutcome,
  rolesToRestore,
} from "../decisions/removal-outcome";
import type { Snapshot } from "../decisions/snapshot";
import { causeOf, messageOf, ProviderError } from "../vocabulary/errors";
import type { Reporter } from "../vocabulary/reporter";
import { refuseNow } from "./judge-steps";
import type { RemovalBudget } from "./removal-budget";
import type { RunOrganization } from "./run-organization";
import { writesTo } from "./writes";

/** What a removal may reach and how far it may go. */
export interface RemovalRules {
  /** A member, an invite, or whatever is there. */
  reach: Reach;
  minAdmins: number;
  budget: RemovalBudget;
  /** Whether their access has ended by its date. */
  isEnding?: boolean;
  /** Whether a resource of a single person removes them: only the stack knows how many others there are. */
  isSingle?: boolean;
}

/** The rules of a resource for one person: those of the run. */
export async function runRules(organization: RunOrganization, reach: Reach): Promise<RemovalRules> {
  const { minAdmins } = organization.run.settings;
  return { reach, minAdmins, budget: await organization.removals(), isSingle: true };
}

/**
 * Takes somebody out of an organization, unless this run still declares them, or the token is theirs. Who accepts
 * an invite just before it is revoked, or while the organization is read, is found by a second look.
 */
export async function removePerson(
  organization: RunOrganization,
  person: PersonKey,
  rules: RemovalRules,
  report: Reporter,
): Promise<RemovalOutcome> {
  const snapshot = await organization.live.recentSnapshot();
  const { members } = snapshot.organization;
  organization.catchUpOrRefuse();
  const kept = keptAsDeclared(organization, person, snapshot, rules);
  if (kept) return kept;
  const member = rules.reach === "invite" ? undefined : findMember(members, person);
  if (member) return removeWithInvites(organization, snapshot, person, member, rules, report);
  if (rules.reach === "member") return { outcome: "absent" };
  return revokeInvites(organization, snapshot, person, rules, report);
}

/**
 * A member may have an invite beside the membership, which would let them back in. It goes first: where that fails, the
 * member is still there for the next run to find, whatever a resource remembers of the invite.
 */
async function removeWithInvites(
  organization: RunOrganization,
  snapshot: Snapshot,
  person: PersonKey,
  member: Member,
  rules: RemovalRules,
  report: Reporter,
): Promise<RemovalOutcome> {
  const addresses = new Set([member.email, person.email]);
  const listed = [...addresses].flatMap((email) => invitesOf(snapshot.invites, email));
  const invites: Invite[] = [];
  const revoke = async () => {
    invites.push(...(await revokeAll(organization, listed.splice(0))));
  };
  const outcome = await removeMember(organization, member, rules, report, revoke).catch((error: unknown) => {
    throw withDone(error, { outcome: "revoked", invites }, member.email, organization);
  });
  if (outcome.outcome === "removed") return { ...outcome, invites };
  if (outcome.outcome === "absent") await revoke();
  return invites.length > 0 ? { outcome: "revoked", invites } : outcome;
}

/** What was done before something failed is told as well. */
function withDone(
  error: unknown,
  outcome: RemovalOutcome,
  email: string,
  { orgId, nameOf }: RunOrganization,
): unknown {
  const done = describeOutcome(outcome, { email, orgId, nameOf });
  return done ? new ProviderError(`${done}; ${messageOf(error)}`, causeOf(error)) : error;
}

/** Gives those that were still there. `before` is done before each. */
async function revokeAll(
  organization: RunOrganization,
  invites: readonly Invite[],
  before: (invite: Invite) => Promise<void> = async () => undefined,
): Promise<Invite[]> {
  const revoked: Invite[] = [];
  for (const invite of invites) {
    await before(invite);
    const wasThere = await withReceipt(organization, invite, () =>
      writesTo(organization).revokeInvite(invite),
    );
    if (wasThere) revoked.push(invite);
  }
  return revoked;
}

function keptAsDeclared(
  { declared }: RunOrganization,
  person: PersonKey,
  { organization: { members }, invites }: Snapshot,
  { isEnding }: RemovalRules,
): RemovalOutcome | undefined {
  const manager = declared.managerOf(person, members, isEnding);
  if (!manager) return undefined;
  const isThere = findMember(members, person) !== undefined || invitesOf(invites, person.email).length > 0;
  const because = `declared elsewhere in the program (${manager.kinds})`;
  return { outcome: "kept", because, isHandedOver: manager.isRecorded, isThere };
}

/** `before` is done once nothing stands against the removal. */
async function removeMember(
  organization: RunOrganization,
  member: Member,
  rules: RemovalRules,
  report: Reporter,
  before: () => Promise<void> = async () => undefined,
): Promise<RemovalOutcome> {
  const { minAdmins } = rules;
  if (await organization.isTokenUser(member.userId, report)) {
    return { outcome: "kept", because: ownUserStays, isHandedOver: false, isThere: true };
  }
  const send = (current: Member, over: Organization) => {
    refuseNow(organization, { organization: over }, { does: "remove", member: current }, { minAdmins });
    return sendRemoval(organization, current, rules, report, before);
  };
  if (!needsFreshLook({ does: "remove", member })) {
    return send(member, await organization.live.organization(Number.POSITIVE_INFINITY));
  }
  return writesTo(organization).serializedOverMembers(async (fresh) => {
    const current = findMember(fresh.members, { userId: member.userId });
    return current ? send(current, fresh) : { outcome: "absent" };
  });
}

async function sendRemoval(
  organization: RunOrganization,
  member: Member,
  rules: RemovalRules,
  report: Reporter,
  before: () => Promise<void>,
): Promise<RemovalOutcome> {
  await spend(organization, rules, member.email, report);
  await organization.warnOfRights(["org.removeMember"], report);
  await before();
  await withReceipt(organization, member, () => writesTo(organization).removeMember(member));
  return { outcome: "removed", member, invites: [] };
}

async function revokeInvites(
  organization: RunOrganization,
  snapshot: Snapshot,
  person: PersonKey,
  rules: RemovalRules,
  report: Reporter,
): Promise<RemovalOutcome> {
  const listed = invitesOf(snapshot.invites, person.email);
  const revoked = await revokeAll(organization, listed, async (invite) => {
    refuseNow(organization, snapshot, { does: "revoke", invite });
    if (!isExpired(invite, snapshot.now)) await spend(organization, rules, invite.email, report);
    await organization.warnOfRights(["org.revokeInvite"], report);
  });
  const mayHaveAccepted = revoked.length === 0 || revoked.length < listed.length;
  if (mayHaveAccepted && rules.reach === "either") {
    const { members } = await writesTo(organization).refreshOrganization();
    const member = findMember(members, person);
    if (member) return removeMember(organization, member, rules, report);
  }
  return revoked.length > 0 ? { outcome: "revoked", invites: revoked } : { outcome: "absent" };
}

async function spend(
  organization: RunOrganization,
  { budget, isSingle, isEnding }: RemovalRules,
  email: string,
  report: Reporter,
): Promise<void> {
  if (isSingle && !isEnding) await organization.knownRemovals.beforeRemoval(email, budget, report);
  if (budget.take()) return;
  const { orgId } = organization;
  const left = (await organization.expectedRemovals()) - budget.count.sent;
  const remaining = Math.max(budget.refusals, left);
  throw new ProviderError(removalLimitReached(budget.count, { email, orgId }, remaining));
}

/** A removal whose response was lost may have been done: the error tells what restores it. */
async function withReceipt<Result>(
  { nameOf }: RunOrganization,
  person: Member | Invite,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!isLosantError(error) || error.outcome !== "unknown") throw error;
    throw new ProviderError(
      `${messageOf(error)} If ${person.email} is gone, this restores them: ${rolesToRestore(person, nameOf)}`,
      error,
    );
  }
}

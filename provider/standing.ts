import type { Invite, Member } from "../client";
import type { PersonKey } from "./declared-people";
import { isExpired } from "./expiry";
import { findMember, newestInvite } from "./people-index";
import type { Run } from "./run";

/** Where a person stands with an organization, as Losant has it now. */
export type Standing =
  | { stage: "member"; member: Member }
  | { stage: "pending"; invite: Invite }
  | { stage: "expired"; invite: Invite }
  | { stage: "absent" };

/**
 * Looks a person up: as a member by user id where that is known, since an address may change, else by address;
 * then among the invites.
 */
export async function observe(run: Run, orgId: string, person: PersonKey): Promise<Standing> {
  const live = run.live(orgId);
  const [members, invites] = await Promise.all([live.members(), live.invites()]);
  return standingIn({ members, invites, now: run.now() }, person);
}

/** Where a person stands in what is known of an organization. */
export function standingIn(
  view: { members: Member[]; invites: Invite[]; now: Date },
  person: PersonKey,
): Standing {
  const member = findMember(view.members, person);
  if (member) return { stage: "member", member };
  const invite = person.email === undefined ? undefined : newestInvite(view.invites, person.email);
  if (!invite) return { stage: "absent" };
  return { stage: isExpired(invite, view.now) ? "expired" : "pending", invite };
}

/** The invite somebody has, accepted ones apart. */
export function inviteOf(standing: Standing): Invite | undefined {
  return standing.stage === "pending" || standing.stage === "expired" ? standing.invite : undefined;
}

import type { Invite, Member } from "../../client";
import { isExpired } from "../invites/expiry";
import { findMember, newestInvite, type PersonKey } from "./people-index";

/** Where a person stands with an organization, as Losant has it now. */
export type Standing =
  | { stage: "member"; member: Member }
  | { stage: "pending"; invite: Invite }
  | { stage: "expired"; invite: Invite }
  | { stage: "absent" };

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

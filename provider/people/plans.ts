import type { Member } from "../../client";
import { belowAdminFloor, losesAdmin } from "../guard-rails/admin-floor";
import { outsideAllowedDomains } from "../guard-rails/allowed-domains";
import { mark } from "../guard-rails/intentions";
import { isOwnPerson, ownPersonRefusal } from "../guard-rails/own-person";
import { beyondSeats } from "../guard-rails/seats";
import type { Standing } from "../live/standing";
import type { Run } from "../run/run";
import { type Roles, rolesThatDiffer } from "./roles";

/* What guards can say at preview, before anything is sent. */

/** At preview: why a member's roles cannot become what the program states, with all that this run means to do. */
export async function planRoles(
  run: Run,
  orgId: string,
  member: Member,
  wish: Partial<Roles>,
): Promise<string[]> {
  const { gainingAdmin, losingAdmin } = run.intentions(orgId);
  mark(gainingAdmin, member.userId, wish.role === "admin");
  mark(losingAdmin, member.userId, losesAdmin(member, wish.role));
  if (rolesThatDiffer(member, wish).length === 0) return [];
  if (await isOwnPerson(run, member)) return [ownPersonRefusal(member)];
  if (!losingAdmin.has(member.userId)) return [];
  const members = await run.live(orgId).members();
  const problem = belowAdminFloor(members, losingAdmin, gainingAdmin, run.settings.minAdmins);
  if (problem === undefined) return [];
  losingAdmin.delete(member.userId);
  return [`${member.email} stays an admin of organization ${orgId}: the ${problem}`];
}

/**
 * At preview: why somebody cannot be invited, with all that this run means to invite. Whoever holds a seat
 * already takes none.
 */
export async function planInvite(
  run: Run,
  orgId: string,
  email: string,
  standing: Standing,
): Promise<string[]> {
  const live = run.live(orgId);
  const { invited } = run.intentions(orgId);
  mark(invited, email, standing.stage === "expired" || standing.stage === "absent");
  if (!invited.has(email)) return [];
  const [organization, invites] = await Promise.all([live.organization(), live.invites()]);
  const problems = [
    outsideAllowedDomains(organization, email),
    beyondSeats(organization, invites, invited, run.now()),
  ];
  return problems.filter((problem) => problem !== undefined);
}

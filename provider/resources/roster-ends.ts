import { adminEndWarning, endWarning } from "../decisions/access-end";
import { type DesiredRoster, type RosterMembers, termsIn } from "../vocabulary/roster-arguments";
import type { Context } from "./resource-lifecycle";

/** Tells of access that ends soon. */
export async function warnOfEnds(desired: DesiredRoster, { run, report }: Context): Promise<void> {
  const { declared, live, planned } = run.organization(desired.orgId);
  const { organization, now } = await live.snapshot();
  const { members } = organization;
  const minAdmins = Math.max(desired.minAdmins ?? 1, run.settings.minAdmins);
  const ending = Object.entries(desired.members).flatMap(([email, entry]) => {
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

/** Why access of people who have to be admins may not have ended. */
export function endedAdmins({ requireAdmins = [] }: DesiredRoster, ended: RosterMembers): string[] {
  const gone = requireAdmins.filter((email) => email in ended);
  return gone.map(
    (email) => `requireAdmins: the access of ${email} has ended: state a later until, or take them out`,
  );
}

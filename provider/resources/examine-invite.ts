import type { PersonKind } from "../decisions/declared-people";
import { statusOf } from "../decisions/person-status";
import type { InviteWish } from "../vocabulary/invite-wish";
import { emptyingWithdrawnLists } from "../vocabulary/roles";
import { hasEnded } from "../vocabulary/until";
import { declarePerson } from "./declared-person";
import { takenOver } from "./invited-person";
import type { Context } from "./resource-lifecycle";

/**
 * What a check of somebody who may be invited looks at: the organization, what is recorded of the person, and the wish
 * with the role lists that were taken out of the program as empty.
 */
export async function examineInvite<Wish extends InviteWish & { orgId: string }>(
  kind: PersonKind,
  wish: Wish,
  previous: object | undefined,
  { run, report, isUnknown, name }: Context,
) {
  const { email } = wish;
  const organization = run.organization(wish.orgId);
  const snapshot = await organization.live.snapshot();
  // An invite that was accepted before its end keeps nobody after it.
  const isOver = hasEnded(wish.until, snapshot.now);
  const problems = declarePerson(organization, kind, { email }, snapshot, name, isOver);
  const memory = organization.recordedInvite(email);
  const statedBefore = previous ? Object.keys(previous) : (memory?.statedLists ?? []);
  const whole = emptyingWithdrawnLists(wish, statedBefore, isUnknown);
  const recorded = previous ? memory : takenOver(organization, whole);
  const status = statusOf(snapshot, { email, userId: recorded?.userId });
  return { organization, snapshot, problems, recorded, status, wish: whole, report };
}

import type { PersonKind } from "../decisions/declared-people";
import { statusOf } from "../decisions/person-status";
import type { InviteWish } from "../vocabulary/invite-wish";
import { emptyingWithdrawnLists } from "../vocabulary/roles";
import { hasEnded } from "../vocabulary/until";
import { declarePerson, whomItMeans } from "./declared-person";
import { recordedOf, takenOver } from "./invited-person";
import type { Context } from "./resource-lifecycle";

/**
 * What a check of somebody who may be invited looks at: the organization, what is recorded of the person, and the wish
 * with the role lists that were taken out of the program as empty.
 */
export async function examineInvite<Wish extends InviteWish & { orgId: string }>(
  kind: PersonKind,
  wish: Wish,
  previous: Partial<Wish> | undefined,
  { run, report, isUnknown, name }: Context,
) {
  const { email } = wish;
  const organization = run.organization(wish.orgId);
  const snapshot = await organization.live.snapshot();
  // An invite that was accepted before its end keeps nobody after it.
  const isOver = hasEnded(wish.until, snapshot.now);
  const { members } = snapshot.organization;
  const { key, problem } = whomItMeans(organization, { email }, previous, members);
  const rivals = declarePerson(organization, kind, { email }, snapshot, name, isOver);
  const problems = problem === undefined ? rivals : [problem];
  const status = statusOf(snapshot, key);
  const memory = recordedOf(organization, email, status);
  const statedBefore = previous ? Object.keys(previous) : (memory?.statedLists ?? []);
  const whole = emptyingWithdrawnLists(wish, statedBefore, isUnknown);
  const recorded = previous ? memory : takenOver(organization, whole, status);
  return { organization, snapshot, problems, recorded, status, wish: whole, report };
}

import { counted } from "../../vocabulary/text";
import { stepsThat } from "../steps";
import type { GuardRail, Judgement, Refusal, RemovalCount } from "./guard-rail";

/** No run removes more people than its limit allows. */
export const removalLimit: GuardRail = { judge: refusalsOf };

function refusalsOf(judgement: Judgement): Refusal[] {
  const { removals, leaving, of, snapshot } = judgement;
  const own = countedRemovals(judgement);
  if (removals === undefined || own === 0) return [];
  const { id } = snapshot.organization;
  const [first] = [...stepsThat(judgement, "remove"), ...stepsThat(judgement, "revoke")];
  const email = first?.does === "remove" ? first.member.email : first?.invite.email;
  const ended = endsBeyondRemovalLimit(leaving, removals, id);
  const message = of === "roster" ? beyondRemovalLimit(own, removals, id) : ended && `${email}: ${ended}`;
  if (message === undefined) return [];
  const numbers = {
    removals: of === "roster" ? own : leaving,
    allowed: removals.allowed,
    sent: removals.sent,
  };
  return [{ guard: "removal limit", message, numbers }];
}

/** Whom an ended resource of the run removes as well counts there; a limit of the roster's own counts the roster alone. */
function countedRemovals(judgement: Judgement): number {
  const { planned, removals, of } = judgement;
  const members = stepsThat(judgement, "remove");
  const invites = stepsThat(judgement, "revoke").filter(({ isExpired }) => !isExpired);
  if (of === "person" || removals?.isRosters) return members.length + invites.length;
  const others = members.filter(({ member }) => !planned.ended.userIds.has(member.userId));
  return others.length + invites.filter(({ invite }) => !planned.ended.emails.has(invite.email)).length;
}

/** Why a person is not removed any more in this run. `remaining` is how many removals are still wanted, this one too. */
export function removalLimitReached(
  count: RemovalCount,
  who: { email: string; orgId: string },
  remaining: number,
): string {
  const { allowed, sent, people } = count;
  return (
    `${who.email} stays in organization ${who.orgId}: removal limit reached (${sent} of ${allowed}; the ` +
    `organization had ${counted(people, "person", "people")} at the start of the run). At least ` +
    `${counted(remaining, "removal is", "removals are")} left to do. If all of them are meant, ` +
    `${howToRaise(count, remaining)}.`
  );
}

/** Why nobody is removed by a run that is known to pass the limit: it would stop in the middle. */
export function removalsPassLimit(
  { allowed, people }: RemovalCount,
  who: { email: string; orgId: string },
  planned: number,
): string {
  return (
    `${who.email} stays in organization ${who.orgId}: removal limit reached before the first removal: this run would ` +
    `remove ${planned} of ${counted(people, "person", "people")}, and the limit is ${allowed}: nobody was removed. If ` +
    `all of them are meant, ${raised(planned, "the next run")}.`
  );
}

/** Why a roster that is taken out removes nobody of its people: they are more than the limit allows. */
export function rosterPassesLimit(count: RemovalCount, orgId: string, planned: number): string | undefined {
  const left = count.allowed - count.sent;
  if (planned <= left) return undefined;
  return (
    `the roster of organization ${orgId} would remove ${planned} of ${counted(count.people, "person", "people")}, and ` +
    `this run may remove ${Math.max(0, left)}: nobody was removed. If all of them are meant, ` +
    `${howToRaise(count, planned)}.`
  );
}

/** What is told with the first removal of a run that cannot know how many come. */
export function removalsAllowedHere({ allowed }: RemovalCount, orgId: string): string {
  return (
    `this run may remove at most ${counted(allowed, "person", "people")} from organization ${orgId}, and refuses ` +
    `whatever comes after that.`
  );
}

function howToRaise({ allowed, isRosters }: RemovalCount, remaining: number): string {
  if (remaining <= allowed) return "run again to go on";
  return isRosters
    ? `set the roster's maxRemovals to ${remaining} (where the roster was taken out of the program: declare it again ` +
        `with that, run up, and take it out then)`
    : `${raised(remaining, "the next run")}`;
}

/** A destroy gets the configuration that the last up recorded. */
function raised(limit: number, when: "this run" | "the next run"): string {
  return (
    `set LOSANT_MAX_REMOVALS=${limit} in the environment for ${when}, or losant:maxRemovals in the stack's configuration, ` +
    `which a destroy does not read. The maxRemovals of an explicit Provider comes before both`
  );
}

/** Why so many people's access cannot end in one run. */
export function endsBeyondRemovalLimit(
  count: number,
  { allowed, people }: RemovalCount,
  orgId: string,
): string | undefined {
  if (count <= allowed) return undefined;
  return (
    `the access of at least ${counted(count, "person", "people")} of organization ${orgId} has ended, which is beyond ` +
    `the removal limit (${allowed}; the organization had ${counted(people, "person", "people")} at the start of the ` +
    `run). If all of them are meant, ${raised(count, "this run")}.`
  );
}

/** Why a roster's plan may not be carried out: it removes more people than allowed. */
export function beyondRemovalLimit(
  count: number,
  { allowed, sent, people }: RemovalCount,
  orgId: string,
): string | undefined {
  const left = allowed - sent;
  if (count <= left) return undefined;
  return (
    `the roster of organization ${orgId} would remove ${count} of ${counted(people, "person", "people")}, and ` +
    `this run may remove ${Math.max(0, left)}. If that is meant, set the roster's maxRemovals (a number, or a share such ` +
    `as 50%), or ${raised(count + sent, "this run")}.`
  );
}

import { holdsSeat, statusOf } from "../person-status";
import type { PlannedChanges } from "../planned-changes";
import { pendingInviteCount, type Snapshot } from "../snapshot";
import { type ChangeStep, stepsThat } from "../steps";
import type { GuardRail, Judgement, Refusal } from "./guard-rail";

/** Fewer free seats than this are few. */
const fewSeats = 10;

/** Nobody is invited for whom there is no seat, with all that the run plans. */
export const seats: GuardRail = { judge: refusalsOf, needsFreshLook: isScarce };

/** With few free seats, an invite waits its turn and looks at the live organization first. */
function isScarce({ does }: ChangeStep, freeSeats: number | undefined): boolean {
  return does === "invite" && freeSeats !== undefined && freeSeats < fewSeats;
}

function refusalsOf(judgement: Judgement): Refusal[] {
  const { snapshot, planned, of } = judgement;
  if (stepsThat(judgement, "invite").length === 0 || haveSeats(snapshot, planned.invited.size)) return [];
  const message = beyondSeats(snapshot, planned, of);
  if (message === undefined) return [];
  const limit = snapshot.organization.limits?.member ?? 0;
  return [{ guard: "seats", message, numbers: { limit, after: seatsAfter(snapshot, planned) } }];
}

/** Free seats, as Losant counts them: members and unexpired invites. Undefined: no limit is known. */
export function freeSeats(snapshot: Snapshot): number | undefined {
  const limit = snapshot.organization.limits?.member;
  return limit === undefined ? undefined : limit - seatsTaken(snapshot);
}

/** Seats taken once the planned changes are made. */
export function seatsAfter(snapshot: Snapshot, planned: SeatChanges): number {
  return seatsTaken(snapshot) - planned.removed.size - planned.revoked.size + newSeats(snapshot, planned);
}

const advice = {
  person:
    "Pulumi creates before it deletes, so a swap of people in a full organization needs an OrgRoster, or two runs: " +
    "first the removals, then the invites.",
  roster:
    "A roster removes before it invites, so whoever it removes is counted already: take more people out, or have " +
    "Losant raise the limit.",
};

type SeatChanges = Pick<PlannedChanges, "invited" | "removed" | "revoked">;

/** Whether so many more people fit, whoever they are: says yes without looking at each. */
export function haveSeats(snapshot: Snapshot, people: number): boolean {
  const free = freeSeats(snapshot);
  return free === undefined || people <= free;
}

/**
 * Why an invite does not fit into the organization's seats with all that is planned, if so. One that takes the place of
 * a pending invite adds nobody, but Losant refuses it all the same where more seats are taken than there are.
 */
export function beyondSeats(
  snapshot: Snapshot,
  planned: SeatChanges,
  invitedBy: "person" | "roster" = "person",
): string | undefined {
  const limit = snapshot.organization.limits?.member;
  const after = seatsAfter(snapshot, planned);
  const added = newSeats(snapshot, planned);
  if (limit === undefined || after <= limit) return undefined;
  const freed = planned.removed.size + planned.revoked.size;
  return (
    `organization ${snapshot.organization.id} has ${describeLimit(limit)}, and ${after} would be taken: ` +
    `${snapshot.organization.members.length} members + ${pendingInviteCount(snapshot)} unexpired invites` +
    `${freed > 0 ? ` - ${freed} removed by the roster` : ""} + ${added} planned by this run. ${advice[invitedBy]}`
  );
}

function describeLimit(limit: number): string {
  return limit > 0 ? `${limit} seats` : `no seats, by its limit of ${limit} at Losant`;
}

function seatsTaken(snapshot: Snapshot): number {
  return snapshot.organization.members.length + pendingInviteCount(snapshot);
}

/** How many planned invites take a seat that nobody holds yet. */
export function newSeats(snapshot: Snapshot, { invited, revoked }: SeatChanges): number {
  let count = 0;
  for (const email of invited) {
    if (revoked.has(email) || !holdsSeat(statusOf(snapshot, { email }))) count += 1;
  }
  return count;
}

import { stepsThat } from "../steps";
import type { GuardRail, Judgement, Refusal } from "./guard-rail";

/** A roster never removes all members. */
export const everybody: GuardRail = { judge: refusalsOf };

function refusalsOf(judgement: Judgement): Refusal[] {
  const { id, members } = judgement.snapshot.organization;
  const removed = stepsThat(judgement, "remove").length;
  if (judgement.of !== "roster" || removed === 0 || removed < members.length) return [];
  const message = `the roster of organization ${id} would remove every member (${removed} of ${members.length})`;
  return [{ guard: "everybody", message, numbers: { removed, members: members.length } }];
}

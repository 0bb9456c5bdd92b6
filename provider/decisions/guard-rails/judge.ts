import type { ChangeStep } from "../steps";
import { adminFloor } from "./admin-floor";
import { approvedPlan } from "./approved-plan";
import { everybody } from "./everybody";
import type { GuardRail, Judgement, Refusal } from "./guard-rail";
import { invitedAddress } from "./invited-address";
import { ownUser } from "./own-user";
import { removalLimit } from "./removal-limit";
import { seats } from "./seats";
import { twoFactor } from "./two-factor";

/** All of them; a new guard rail is a file beside this one and a line here. */
const guardRails: readonly GuardRail[] = [
  ownUser,
  everybody,
  adminFloor,
  removalLimit,
  invitedAddress,
  twoFactor,
  seats,
  approvedPlan,
];

/** Why steps may not be carried out, by the guard rails; nothing where they may. The only one who asks them. */
export function judge(judgement: Judgement): Refusal[] {
  return guardRails.flatMap((guardRail) => guardRail.judge(judgement));
}

/** Whether a guard rail wants a step judged over a fresh look at `up`, with nothing else under way. */
export function needsFreshLook(step: ChangeStep, freeSeats?: number): boolean {
  return guardRails.some((guardRail) => guardRail.needsFreshLook?.(step, freeSeats));
}

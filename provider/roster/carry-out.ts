import { isLosantError } from "../../client";
import { messageOf } from "../engine/errors";
import { changeRoles, inviteAnew, removePerson } from "../people/changes";
import type { Run } from "../run/run";
import type { RosterWish } from "./arguments";
import { describeChange, describeInvitation, describeRemoval, describeRevocation } from "./describe";
import type { Plan, RoleChange } from "./plan";
import { floorOf } from "./refusals";

interface Step {
  email: string;
  line: string;
  work: () => Promise<unknown>;
}

/** A person for whom a step failed, and why. */
export interface Failure {
  email: string;
  reason: string;
}

/**
 * Promotes, then revokes and removes, then demotes, then invites: nobody who is needed goes before their
 * successor is there, and seats are free before they are taken. One person's failure stops nobody else, unless
 * Losant cannot be reached.
 */
export async function carryOut(run: Run, wish: RosterWish, plan: Plan): Promise<Failure[]> {
  const failures: Failure[] = [];
  for (const stage of stagesOf(run, wish, plan)) {
    const outcomes = await Promise.all(stage.map((step) => attempt(step)));
    tellOutcome(run, stage, outcomes);
    failures.push(...outcomes.flatMap(({ failure }) => failure ?? []));
    if (outcomes.some(({ isOutage }) => isOutage)) break;
  }
  return failures;
}

function stagesOf(run: Run, wish: RosterWish, plan: Plan): Step[][] {
  const { orgId } = wish;
  const floor = floorOf(wish, run.settings);
  const change = ({ member, want }: RoleChange): Step => ({
    email: member.email,
    line: describeChange({ member, want }),
    work: () => changeRoles(run, orgId, member, want, floor),
  });
  const revoked = plan.revocations.map((invite) => ({
    email: invite.email,
    line: describeRevocation(invite),
    work: () => removePerson(run, orgId, { email: invite.email }, floor),
  }));
  const removed = plan.removals.map((member) => ({
    email: member.email,
    line: describeRemoval(member),
    work: () => removePerson(run, orgId, { email: member.email, userId: member.userId }, floor),
  }));
  const invited = plan.invitations.map((invitation) => ({
    email: invitation.wish.email,
    line: describeInvitation(invitation),
    work: () => inviteAnew(run, orgId, invitation.wish),
  }));
  return [plan.promotions.map(change), [...revoked, ...removed], plan.demotions.map(change), invited];
}

async function attempt(step: Step): Promise<{ failure?: Failure; isOutage: boolean }> {
  try {
    await step.work();
    return { isOutage: false };
  } catch (error) {
    const failure = { email: step.email, reason: `${step.line}: ${messageOf(error)}` };
    return { failure, isOutage: isLosantError(error) && error.retryable };
  }
}

function tellOutcome(run: Run, stage: Step[], outcomes: { failure?: Failure }[]): void {
  const done = stage.filter((_, index) => outcomes[index]?.failure === undefined);
  if (done.length > 0) run.tell(["Done:", ...done.map((step) => step.line)].join("\n  "));
}

import type { Member } from "../../../client";
import { findMember } from "../people-index";
import type { ChangeStep, InviteStep, RoleStep } from "../steps";
import { hasTwoFactor } from "../two-factor";
import type { GuardRail, Judgement, Refusal } from "./guard-rail";

/** Nobody becomes an admin without a second factor, where the program or the run asks admins for one. */
export const twoFactor: GuardRail = {
  judge: refusalsOf,
  needsFreshLook: (step) => needsTwoFactor(step),
};

function needsTwoFactor(step: ChangeStep): step is InviteStep | RoleStep {
  return (step.does === "invite" || step.does === "change roles") && step.needsTwoFactor === true;
}

function refusalsOf({ snapshot, steps }: Judgement): Refusal[] {
  const { id, members } = snapshot.organization;
  return steps.filter(needsTwoFactor).flatMap((step) => {
    const message = step.does === "invite" ? invited(step, id) : promoted(step, id, members);
    if (message === undefined) return [];
    const { email } = step.does === "invite" ? step.desired : step.member;
    return [{ guard: "two-factor", message: `${message} ${advice}`, email, isPersonal: true }];
  });
}

function promoted({ member }: RoleStep, orgId: string, members: readonly Member[]): string | undefined {
  const { userId, email } = member;
  if (hasTwoFactor(findMember(members, { userId }) ?? member)) return undefined;
  return (
    `${email} does not become an admin of organization ${orgId}: they have no second factor, as far as Losant says, and ` +
    `requireTwoFactor asks admins for one.`
  );
}

function invited({ desired: { email } }: InviteStep, orgId: string): string {
  return (
    `${email} is not invited to organization ${orgId} as an admin: requireTwoFactor asks admins for a second factor, and of ` +
    `whom is invited it is not known.`
  );
}

const advice =
  "State the role that they have until then in roleUntilTwoFactor (of an OrgMembership or OrgRoster), or a lower role.";

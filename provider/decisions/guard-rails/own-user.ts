import type { Member } from "../../../client";
import { type RemoveStep, stepsThat } from "../steps";
import type { GuardRail, Judgement, Refusal } from "./guard-rail";

/** No run changes the roles of the user whom the API token belongs to, and none removes them. */
export const ownUser: GuardRail = { judge: refusalsOf };

function refusalsOf(judgement: Judgement): Refusal[] {
  const { tokenUsers } = judgement;
  const changed = stepsThat(judgement, "change roles").find(({ member }) => tokenUsers.has(member.userId));
  const removed = stepsThat(judgement, "remove").find(({ member }) => tokenUsers.has(member.userId));
  return [
    ...(changed ? [refusal(changed.member, ownRoles(changed.member))] : []),
    ...(removed ? [refusal(removed.member, ownRemoval(removed, judgement))] : []),
  ];
}

function refusal({ email }: Member, message: string): Refusal {
  return { guard: "own user", email, message, isPersonal: true };
}

function ownRoles({ email }: Member): string {
  return (
    `${email} is the user whom the API token belongs to, and no run changes that user's own roles (Losant ` +
    `refuses it too). Use another admin's token for this change, or leave the roles as they are.`
  );
}

function ownRemoval({ member: { email }, ended }: RemoveStep, { snapshot }: Judgement): string {
  const { id } = snapshot.organization;
  if (ended) {
    return (
      `${email} is the user whom the API token belongs to, and their access to organization ${id} has ended: state ` +
      `a later until, or use the token of another admin.`
    );
  }
  return (
    `${email} is the user whom the API token belongs to, and the roster of organization ${id} would remove ` +
    `them: add them to members, with the role that they have.`
  );
}

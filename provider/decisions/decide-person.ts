import { isExpired } from "../../client/invites";
import type { DesiredInvite } from "../vocabulary/desired-invite";
import { completedRoles, type Roles, rolesOf, rolesThatDiffer, withEmptyLists } from "../vocabulary/roles";
import type { Terms } from "../vocabulary/terms";
import { type InviteSituation, nextStep } from "./next-step";
import { inviteOf, type PersonStatus } from "./person-status";
import type { KeepStep, NextStep, RemoveStep, RevokeStep, RoleStep } from "./steps";

/** How far whoever declares a person reaches: their invite alone, their membership alone, or whatever is there. */
export type Reach = "invite" | "member" | "either";

/** All that decides about one person, whatever declares them. */
export interface PersonSituation extends Omit<InviteSituation, "status" | "desired"> {
  reach: Reach;
  status: PersonStatus;
  /** What the program states. */
  desired: Partial<DesiredInvite>;
  /**
   * The roles that those of the program are told apart from: the live ones, or those that the stack has recorded, which
   * is what Pulumi compares with.
   */
  seen?: Partial<Roles> | undefined;
  /** The terms of access that has ended. */
  ended?: Terms | undefined;
}

/** What is done about one person next. */
export type PersonStep = NextStep | RoleStep | RemoveStep | RevokeStep;

const keep: KeepStep = { does: "keep" };

/** Decides what happens to one person. Each row of `docs/states.md` is a branch of it. */
export function decidePerson(situation: PersonSituation): PersonStep {
  const { reach, status, desired, ended } = situation;
  if (ended !== undefined) return endOf(situation, ended);
  if (status.stage === "member") return reach === "invite" ? keep : changeOfRoles(situation);
  if (reach === "member") return keep;
  return nextStep({ ...situation, status, desired: { ...desired, email: desired.email ?? "" } });
}

/** Takes away what there is, as far as the declaration reaches: an invite that was accepted ends no membership. */
function endOf({ reach, status, now }: PersonSituation, ended: Terms): PersonStep {
  if (status.stage === "member")
    return reach === "invite" ? keep : { does: "remove", member: status.member, ended };
  const invite = inviteOf(status);
  if (invite === undefined || reach === "member") return keep;
  return { does: "revoke", invite, isExpired: isExpired(invite, now), ended };
}

/** What the program states differently from what was seen, unless it is so already. */
function changeOfRoles({ status, desired, seen }: PersonSituation): PersonStep {
  if (status.stage !== "member") return keep;
  const { member } = status;
  const from = withEmptyLists({ ...completedRoles(member, seen), unknownRole: member.unknownRole });
  const isStatedAnew = rolesThatDiffer(withEmptyLists(seen ?? member), desired).length > 0;
  if (!isStatedAnew || rolesThatDiffer(from, desired).length === 0) return keep;
  const stated = Object.entries(rolesOf(desired)).filter(([, value]) => value !== undefined);
  return { does: "change roles", member, from, want: Object.fromEntries(stated) };
}

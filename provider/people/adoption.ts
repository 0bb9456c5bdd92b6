import type { Member } from "../../client";
import { describeRoleChange, type Roles } from "./roles";

/** Says at preview that a create will take over somebody who is a member already, and what will change. */
export function adoption(member: Member, orgId: string, wish: Partial<Roles>): string {
  const change = describeRoleChange(member, wish);
  const what = change === "" ? "nothing of theirs changes" : `this will change: ${change}`;
  return `${member.email} is a member of organization ${orgId} already and is adopted; ${what}.`;
}

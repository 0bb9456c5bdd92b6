import { programError } from "../errors";
import { asciiLowerCase, oneLine } from "../text";
import type { Checks } from "./arguments";
import { checkArguments, id, optional, text } from "./arguments";
import type { OrganizationMember } from "./organization-results";
import { outputForm } from "./output-form";
import { sharedOrganization } from "./shared-organization";

/** The arguments of {@link getMember}: one of `userId` and `email`. */
export interface GetMemberArgs {
  /** The organization: 24 hex digits. */
  orgId: string;
  /** The member's user id: 24 hex digits, in either case. */
  userId?: string;
  /** The member's email address, in either case. */
  email?: string;
}

/** A member with their roles. */
export type GetMemberResult = OrganizationMember;

const checks: Checks<GetMemberArgs> = { orgId: id, userId: optional(id), email: optional(text) };

/**
 * Reads one member of an organization.
 *
 * @throws pulumi.RunError where nobody is found, or with Losant's own message.
 * @example
 * ```ts
 * import * as losant from "pulumi-losant";
 *
 * const ann = losant.getMemberOutput({ orgId: "575ed6e87ae143cd83dc4aa8", email: "ann@example.com" });
 * export const annsRole = ann.role;
 * ```
 */
export async function getMember(args: GetMemberArgs): Promise<GetMemberResult> {
  checkArguments("getMember", args, checks);
  const { orgId, userId, email } = args;
  if (!userId && !email) throw programError("getMember: userId or email: one of them is required");
  const { members } = await sharedOrganization({ orgId });
  const member = members.find((one) =>
    userId ? isSame(one.userId, userId) : isSame(one.email, email ?? ""),
  );
  if (member) return structuredClone(member);
  throw programError(`${oneLine(email ?? `User ${userId}`)} is not a member of organization ${orgId}`);
}

/** As {@link getMember}, for arguments that may be Outputs. */
export const getMemberOutput = outputForm(getMember);

function isSame(one: string, other: string): boolean {
  return asciiLowerCase(one.trim()) === asciiLowerCase(other.trim());
}

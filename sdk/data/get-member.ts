import { dataFunctions } from "../../client/data-functions";
import type { OrganizationMember } from "../organization";
import { askHere } from "./ask-here";
import { outputForm } from "./output-form";

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
  return askHere(dataFunctions.getMember, args);
}

/** As {@link getMember}, for arguments that may be Outputs. */
export const getMemberOutput = outputForm(getMember);

import {
  type ActionName,
  isMissingRight,
  isNotFound,
  type LosantClient,
  type LosantError,
} from "../../client";
import { findMember } from "../decisions/people-index";
import { ProviderError } from "../vocabulary/errors";
import type { OrganizationReads } from "./live-organization";

/** The calls whose 404 speaks of the organization itself. */
const reads: readonly ActionName[] = ["org.get", "org.pendingInvites"];

/** Losant says that an organization is not there, or that the token's user may not see it. */
export class OrganizationNotFound extends ProviderError {
  override readonly name = "OrganizationNotFound";
}

/** Where a request of an organization failed. */
interface Failure {
  orgId: string;
  client: Pick<LosantClient, "me">;
  live: Pick<OrganizationReads, "members">;
  tokenUser(): Promise<string>;
}

/** What to tell of a failed request, with what the run knows of the token's user beside what Losant says. */
export async function explainFailure(error: unknown, { tokenUser, ...failure }: Failure): Promise<unknown> {
  if (isMissingRight(error)) return explainRefusal(error, failure);
  if (!isNotFound(error) || !reads.includes(error.action)) return error;
  return new OrganizationNotFound(
    `${error.message} Check orgId and the token. ${await tokenUser()} Nothing was changed. (If the organization is gone for good, take ` +
      `its resources out of the stack with "pulumi state delete".)`,
  );
}

/** A user who is no admin lacks no scope. */
async function explainRefusal(
  error: LosantError,
  { client, live, orgId }: Omit<Failure, "tokenUser">,
): Promise<unknown> {
  if (error.action === "org.get") return error;
  const user = await client.me.get().catch(() => undefined);
  const members = await live.members().catch(() => []);
  const member = user && findMember(members, { userId: user.userId.toLowerCase() });
  if (!member || member.role === "admin") return error;
  return new ProviderError(
    `organization ${orgId}: Losant refused ${error.action} (403). The API token belongs to ${member.email}, whose ` +
      `role there is ${member.role}, and only admins may do this: use the token of an admin.`,
    error,
  );
}

import type { Organization } from "../../client";
import { ProviderError } from "../vocabulary/errors";
import type { Reporter } from "../vocabulary/reporter";
import { counted } from "../vocabulary/text";
import { organizationIds } from "./create-organization";
import { OrganizationNotFound } from "./explain-failure";
import type { Run } from "./run";
import type { RunOrganization } from "./run-organization";
import { writesTo } from "./writes";

/** Whether an organization is proven to be gone: the list of the token's organizations can be read, without it. */
export async function organizationIsGone(run: Pick<Run, "client">, orgId: string): Promise<boolean> {
  return !(await organizationIds(run)).includes(orgId);
}

/** Deletes an organization for good; one with content only by force. Gives what to tell. */
export async function deleteOrganization(
  target: RunOrganization,
  isForced: boolean,
  report: Reporter,
): Promise<string> {
  const { orgId, run } = target;
  const live = writesTo(target);
  try {
    return await live.serializedOverMembers(async () => {
      const content = contentOf(await live.organization(), await run.ownUserId(report));
      if (content.length > 0 && !isForced) throw new ProviderError(refusal(orgId, content));
      await target.warnOfRights(["org.delete"], report);
      await run.client.org.delete({ orgId });
      return `Organization ${orgId} is deleted for good, with ${content.join(", ") || "nothing in it"}.`;
    });
  } catch (error) {
    if (!(error instanceof OrganizationNotFound) || !(await organizationIsGone(run, orgId))) throw error;
    return `Organization ${orgId} was gone already.`;
  }
}

function contentOf({ summary, members }: Organization, ownUserId: string | undefined): string[] {
  const own = members.some(({ userId }) => userId === ownUserId) || ownUserId === undefined ? 1 : 0;
  const contents = [
    describeContent(summary?.appCount, "application", "applications"),
    describeContent(summary?.dashCount, "dashboard", "dashboards"),
    describeContent(members.length - own, "other member", "other members"),
  ];
  return contents.filter((content) => content !== undefined);
}

function describeContent(count: number | undefined, one: string, many: string): string | undefined {
  if (count === undefined) return `an unknown number of ${many}`;
  return count === 0 ? undefined : counted(count, one, many);
}

function refusal(orgId: string, content: string[]): string {
  return (
    `Organization ${orgId} is not deleted: it has ${content.join(", ")}, and deleting it deletes them for good. ` +
    `Move or remove them first, or set forceDestroy: true, run "pulumi up", and destroy again.`
  );
}

import type { Invite, LosantClient, Organization } from "../../client";
import type { Reads } from "../../client/data-functions";
import { inOrderSent } from "../../client/invites";
import { asciiLowerCase } from "../../client/text";
import type { Resource, Unread } from "../../report/report";
import { compareTexts, perPage, sortedByAddress } from "../live/organization-snapshot";
import type { ReportedCredentials } from "./credentials";

/** An organization as far as it could be read. */
export interface ReadOrganization {
  organization: Organization;
  /** Undefined where they could not be read, as the others. */
  invites: Invite[] | undefined;
  applications: Resource[] | undefined;
  dashboards: Resource[] | undefined;
  unread: Unread[];
  /** Undefined where they were not asked for. */
  credentials?: ReportedCredentials;
}

/** An organization that is to be read; the name where it is known. */
export interface Wanted {
  orgId: string;
  name: string | null;
}

/** Reads all of an organization; what cannot be read is told beside the rest. Undefined where it cannot be read itself. */
export async function readOrganization(
  client: LosantClient,
  reads: Pick<Reads, "organization" | "pendingInvites">,
  { orgId, name }: Wanted,
): Promise<ReadOrganization | Unread> {
  const owned = { orgId, perPage };
  const [organization, invites, applications, dashboards] = await Promise.all([
    tried(() => reads.organization({ orgId })),
    tried(() => reads.pendingInvites({ orgId })),
    tried(() => client.applications.all(owned)),
    tried(() => client.dashboards.all(owned)),
  ]);
  if ("problem" in organization) return { orgId, name, what: "organization", problem: organization.problem };
  const there = { orgId, name: organization.value.name };
  const lists = { invites, applications, dashboards };
  return {
    organization: organization.value,
    invites: "value" in invites ? sortedByAddress(inOrderSent(invites.value)) : undefined,
    applications: "value" in applications ? resourcesOf(applications.value) : undefined,
    dashboards: "value" in dashboards ? resourcesOf(dashboards.value) : undefined,
    unread: (["invites", "applications", "dashboards"] as const).flatMap((what) => {
      const list = lists[what];
      return "problem" in list ? [{ ...there, what, problem: list.problem }] : [];
    }),
  };
}

type Tried<Value> = { value: Value } | { problem: string };

async function tried<Value>(work: () => Promise<Value>): Promise<Tried<Value>> {
  try {
    return { value: await work() };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

/** By name, so that the same organization gives the same report. */
function resourcesOf(all: readonly { id: string; name?: string | undefined }[]): Resource[] {
  const resources = all.map(({ id, name }) => ({ id: asciiLowerCase(id), name: name ?? null }));
  return resources.sort((one, other) => compareTexts(sortText(one), sortText(other)));
}

function sortText({ id, name }: Resource): string {
  return `${(name ?? id).toLowerCase()} ${id}`;
}

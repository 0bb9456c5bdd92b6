import type { LosantClient } from "../../client";
import { sharedReads } from "../../client/data-functions";
import { asciiLowerCase } from "../../client/text";
import type { Report, Unread } from "../../report/report";
import type { Stated } from "../../usage/range";
import { listOrganizations } from "../live/organizations";
import { packageVersion } from "../package-version";
import { withProgress } from "../progress";
import { tokenUser } from "../status/token-rights";
import { asOf } from "./as-of";
import { reportedCredentials } from "./credentials";
import { type ReadOrganization, readOrganization, type Wanted } from "./read-organization";
import { reportedOrganization, unreadOf } from "./reported-organization";
import type { StatedPeople } from "./stated";
import { reportedUsage } from "./usage";

/** What to report. */
export interface ReportRequest {
  /** Empty for all that the token sees. */
  orgIds: readonly string[];
  /** The moment that the report is about; default Losant's time after reading. */
  date: Date | undefined;
  /** Files of people by name, and what they say at a moment; undefined where none were given. */
  people: { files: string[]; statedAt: (now: Date) => StatedPeople } | undefined;
  /** Undefined where usage is not asked for; the billing period where neither end is stated. */
  usageRange: Stated | undefined;
  /** Whether API tokens and access keys of applications are read too. */
  withCredentials: boolean;
}

/** Reads organizations at Losant. @throws where the organizations cannot be listed */
export async function readReport(client: LosantClient, request: ReportRequest): Promise<Report> {
  const { usageRange } = request;
  const wanted = await wantedOrganizations(client, request.orgIds);
  const token = await tokenUser(client);
  const tokenExpiry = await expiryOf(client, request);
  const all: (ReadOrganization | Unread)[] = [];
  const ofUsage: Awaited<ReturnType<typeof reportedUsage>>[] = [];
  // What both ask for is asked for once.
  const reads = sharedReads(
    (read) => read(client),
    () => 0,
  );
  for (const one of wanted) {
    const { orgId } = one;
    const read = await withProgress(`Reading organization ${orgId}`, () =>
      readOrganization(client, reads, one),
    );
    all.push(read);
    if (request.withCredentials && "organization" in read) await addCredentials(client, read);
    if (usageRange !== undefined && "organization" in read)
      ofUsage.push(
        await withProgress("Reading usage", () => reportedUsage(client, reads, orgId, usageRange)),
      );
  }
  const now = request.date ?? client.now();
  const stated = request.people?.statedAt(now);
  const read = all.flatMap((one) => ("organization" in one ? [one] : []));
  return {
    version: 1,
    toolVersion: packageVersion(),
    madeAt: now.toISOString(),
    token,
    tokenExpiresAt: tokenExpiry?.toISOString() ?? null,
    files: request.people?.files ?? null,
    organizations: read.map((one) => reportedOrganization(asOf(one, request.date), stated, now)),
    unread: [
      ...all.flatMap((one) => ("organization" in one ? unreadOf(one) : [one])),
      ...ofUsage.flatMap(({ unread }) => unread),
    ],
    ...(usageRange !== undefined && { usage: ofUsage.map(({ usage }) => usage) }),
  };
}

async function addCredentials(client: LosantClient, read: ReadOrganization): Promise<void> {
  const { applications, organization } = read;
  read.credentials = await withProgress("Reading API tokens and access keys", () =>
    reportedCredentials(client, applications, organization.members),
  );
}

/** Losant is asked where the token does not say it itself; not beside usage, whose requests are many. */
async function expiryOf(client: LosantClient, { usageRange }: ReportRequest): Promise<Date | undefined> {
  const told = client.tokenExpiry();
  return told !== undefined || usageRange !== undefined
    ? told
    : client.tokenExpiry(await client.userApiTokens.inUse());
}

/** By id, so that the order in which Losant lists them does not show. */
async function wantedOrganizations(client: LosantClient, orgIds: readonly string[]): Promise<Wanted[]> {
  if (orgIds.length > 0) return [...new Set(orgIds)].map((orgId) => ({ orgId, name: null }));
  const listed = await listOrganizations(client);
  if (listed.length === 0) throw new Error("The token sees no organization. Pass one with --org.");
  const wanted = listed.map(({ id, name }) => ({ orgId: asciiLowerCase(id), name }));
  return wanted.sort((one, other) => (one.orgId < other.orgId ? -1 : 1));
}

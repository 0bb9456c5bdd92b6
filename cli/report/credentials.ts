import type { LosantClient, Member } from "../../client";
import { asciiLowerCase } from "../../client/text";
import type { Listing, ReportedCredential, Resource, Unread } from "../../report/report";
import {
  type CredentialKind,
  type CredentialListing,
  credentialKinds,
  type JudgedCredential,
  judgedCredentials,
  listCredentials,
} from "../live/credentials";
import { compareTexts } from "../live/organization-snapshot";
import { showCount } from "../progress";

/** The credentials of an organization's applications, as far as they could be read. */
export interface ReportedCredentials {
  credentials: ReportedCredential[];
  listings: Listing[];
  /** Without the organization, which who asks knows. */
  unread: Pick<Unread, "what" | "problem">[];
}

/** Reads them; `applications` is undefined where they could not be listed. */
export async function reportedCredentials(
  client: LosantClient,
  applications: readonly Resource[] | undefined,
  members: readonly Pick<Member, "userId" | "email">[],
): Promise<ReportedCredentials> {
  const listings = await listCredentials(client, applications ?? [], showCount("applications read"));
  return credentialsIn(listings, members, applications !== undefined);
}

/** What was read, with a line for each kind of which something is missing. */
export function credentialsIn(
  listings: readonly CredentialListing[],
  members: readonly Pick<Member, "userId" | "email">[],
  areApplicationsKnown: boolean,
): ReportedCredentials {
  const emails = new Map(members.map(({ userId, email }) => [asciiLowerCase(userId), email]));
  const credentials = judgedCredentials(listings, members)
    .sort((one, other) => compareTexts(sortText(one, emails), sortText(other, emails)))
    .map((one) => ({ ...one, makerEmail: emails.get(one.makerUserId ?? "") ?? null }));
  const problems = credentialKinds.map((kind) => ({
    what: kinds[kind],
    items: credentials.filter((one) => one.kind === kind).length,
    problem: areApplicationsKnown ? problemOf(listings, kind) : "the applications could not be read",
  }));
  return {
    credentials,
    listings: problems.map(({ what, items, problem }) => ({
      what,
      items,
      isComplete: problem === undefined,
    })),
    unread: problems.flatMap(({ what, problem }) => (problem === undefined ? [] : [{ what, problem }])),
  };
}

const kinds = { "API token": "API tokens", "access key": "access keys" } as const;

/** Those of people who left first, then by member, then what others made: workflows, other API tokens. */
function sortText(one: JudgedCredential, emails: ReadonlyMap<string, string>): string {
  const { makerUserId, maker, isMakerGone, application, kind, name, id } = one;
  const group = isMakerGone ? "0" : makerUserId === null ? "2" : "1";
  const who = (makerUserId && emails.get(makerUserId)) ?? maker ?? "";
  return [group, who.toLowerCase(), makerUserId, application.toLowerCase(), kind, name, id].join("\n");
}

/** Of how many applications a kind could not be read, and what Losant said of the first; undefined where all could. */
function problemOf(listings: readonly CredentialListing[], ofKind: CredentialKind): string | undefined {
  const all = listings.filter(({ kind }) => kind === ofKind);
  const failed = all.flatMap(({ answer }) => ("error" in answer ? [answer.error] : []));
  if (failed.length === 0) return undefined;
  const [error] = failed;
  const reason = error instanceof Error ? error.message : String(error);
  return `of ${failed.length} of ${all.length} applications: ${reason}`;
}

import type { LosantClient, Member } from "../../client";
import {
  type CredentialListing,
  type JudgedCredential,
  judgedCredentials,
  listCredentials,
} from "../live/credentials";
import type { OrganizationStatus } from "./shape";

type Credentials = NonNullable<OrganizationStatus["credentials"]>;

/**
 * The API tokens and access keys of an organization's applications that somebody should look at.
 *
 * @throws where a list of them could not be read
 */
export async function readCredentials(
  client: LosantClient,
  orgId: string,
  members: readonly Member[],
  progress: (done: number, all: number) => void,
): Promise<Credentials> {
  const applications = await client.applications.all({ orgId, perPage: 100 });
  const listings = await listCredentials(client, applications, progress);
  for (const { answer } of listings) if ("error" in answer) throw answer.error;
  return credentialsToReview(listings, members);
}

/** Those whose maker is no member any more, and active tokens without an expiry; by application and name. */
export function credentialsToReview(
  listings: readonly CredentialListing[],
  members: readonly Member[],
): Credentials {
  const found = judgedCredentials(listings, members).filter(
    ({ isMakerGone, isEndless }) => isMakerGone || isEndless,
  );
  const key = ({ application, kind, name }: JudgedCredential) => `${application}\n${kind}\n${name}`;
  const sorted = found.sort((one, other) => (key(one) < key(other) ? -1 : 1));
  return sorted.map(({ id, makerUserId, isEndless, ...shown }) => shown);
}

import type { Credential, LosantClient, Member } from "../../client";
import { asciiLowerCase } from "../../client/text";

export const credentialKinds = ["API token", "access key"] as const;
export type CredentialKind = (typeof credentialKinds)[number];

interface Application {
  id: string;
  name?: string | null | undefined;
}

/** The credentials of one kind that one application has, or why they could not be read. */
export interface CredentialListing {
  application: Application;
  kind: CredentialKind;
  answer: { credentials: readonly Credential[] } | { error: unknown };
}

/** Whose a credential is, and whether somebody should look at it. */
export interface JudgedCredential {
  id: string;
  applicationId: string;
  /** Its name; its id where the name is not known. */
  application: string;
  kind: CredentialKind;
  name: string;
  status: string | null;
  /** Who made it: a name where Losant gives one, else the kind and id. */
  maker: string | null;
  /** Where a user made it; in lower case. */
  makerUserId: string | null;
  /** Whether a user made it who is no member any more. */
  isMakerGone: boolean;
  /** Null for one that never expires; keys never do. */
  expiresAt: string | null;
  /** Whether it is an active API token that never expires. */
  isEndless: boolean;
}

/** Two requests for each application, of which the client has eight under way; `progress` hears how many are read. */
export async function listCredentials(
  client: LosantClient,
  applications: readonly Application[],
  progress: (done: number, all: number) => void,
): Promise<CredentialListing[]> {
  let done = 0;
  const listings = await Promise.all(
    applications.map(async (application) => {
      const both = await Promise.all(credentialKinds.map((kind) => listingOf(client, application, kind)));
      done += 1;
      progress(done, applications.length);
      return both;
    }),
  );
  return listings.flat();
}

async function listingOf(
  client: LosantClient,
  application: Application,
  kind: CredentialKind,
): Promise<CredentialListing> {
  const of = kind === "API token" ? client.applicationApiTokens : client.applicationKeys;
  try {
    const credentials = await of.all({ applicationId: application.id });
    return { application, kind, answer: { credentials } };
  } catch (error) {
    return { application, kind, answer: { error } };
  }
}

/** All credentials that could be read, judged by who is a member. */
export function judgedCredentials(
  listings: readonly CredentialListing[],
  members: readonly Pick<Member, "userId">[],
): JudgedCredential[] {
  const ids = new Set(members.map(({ userId }) => asciiLowerCase(userId)));
  const all = listings.flatMap(({ application, kind, answer }) =>
    "error" in answer ? [] : answer.credentials.map((one) => judged(application, kind, one, ids)),
  );
  return withNames(all, listings);
}

/** Losant names who made a token, and of a key gives the id alone: often of somebody who made a token too. */
function withNames(
  all: readonly JudgedCredential[],
  listings: readonly CredentialListing[],
): JudgedCredential[] {
  const credentials = listings.flatMap(({ answer }) => ("error" in answer ? [] : answer.credentials));
  const names = new Map(
    credentials.flatMap(({ creatorId = "", creatorName }) =>
      creatorName === undefined ? [] : [[asciiLowerCase(creatorId), creatorName] as const],
    ),
  );
  return all.map((one) => ({ ...one, maker: names.get(one.makerUserId ?? "") ?? one.maker }));
}

function judged(
  application: Application,
  kind: CredentialKind,
  { id, name = id, creatorId, creatorType, creatorName, status, expirationDate }: Credential,
  members: ReadonlySet<string>,
): JudgedCredential {
  const makerUserId = creatorType === "user" && creatorId !== undefined ? asciiLowerCase(creatorId) : null;
  return {
    ...{ id, applicationId: application.id, application: application.name ?? application.id },
    ...{ kind, name, status: status ?? null, makerUserId },
    maker: creatorName ?? (creatorId === undefined ? null : `${creatorType ?? "creator"} ${creatorId}`),
    isMakerGone: makerUserId !== null && !members.has(makerUserId),
    expiresAt: expirationDate ?? null,
    isEndless: kind === "API token" && expirationDate === undefined && status !== "inactive",
  };
}

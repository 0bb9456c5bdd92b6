import type { Credential, LosantClient, Member, OwnedResource } from "../../client";
import { asciiLowerCase } from "../../client/text";
import type { OrganizationStatus } from "./shape";

type Credentials = NonNullable<OrganizationStatus["credentials"]>;
type Found = Credentials[number];

/** A listing of one application. */
interface Listed {
  application: OwnedResource;
  kind: Found["kind"];
  credentials: readonly Credential[];
}

/**
 * The API tokens and access keys of an organization's applications that somebody should look at. Two requests for each
 * application, eight at a time; `progress` hears how many are done.
 */
export async function readCredentials(
  client: LosantClient,
  orgId: string,
  members: readonly Member[],
  progress: (done: number, all: number) => void,
): Promise<Credentials> {
  const applications = await client.applications.all({ orgId, perPage: 100 });
  let done = 0;
  const listed = await Promise.all(
    applications.map(async (application) => {
      const { id: applicationId } = application;
      const both = await Promise.all([
        client.applicationApiTokens.all({ applicationId }),
        client.applicationKeys.all({ applicationId }),
      ]);
      done += 1;
      progress(done, applications.length);
      return (["API token", "access key"] as const).map(
        (kind, index): Listed => ({ application, kind, credentials: both[index] ?? [] }),
      );
    }),
  );
  return credentialsToReview(listed.flat(), members);
}

/** Those whose maker is no member any more, and active tokens without an expiry; by application and name. */
export function credentialsToReview(listed: readonly Listed[], members: readonly Member[]): Credentials {
  const ids = new Set(members.map(({ userId }) => asciiLowerCase(userId)));
  const found = listed.flatMap(({ application, kind, credentials }) =>
    credentials.flatMap((credential) => toReview(application, kind, credential, ids)),
  );
  const key = ({ application, kind, name }: Found) => `${application}\n${kind}\n${name}`;
  return found.sort((one, other) => (key(one) < key(other) ? -1 : 1));
}

function toReview(
  { id, name: application = id }: OwnedResource,
  kind: Found["kind"],
  { id: credentialId, name = credentialId, ...credential }: Credential,
  members: ReadonlySet<string>,
): Found[] {
  const { creatorId, creatorType, creatorName, status, expirationDate } = credential;
  const isMakerGone =
    creatorType === "user" && creatorId !== undefined && !members.has(asciiLowerCase(creatorId));
  const isEndless = kind === "API token" && expirationDate === undefined && status !== "inactive";
  if (!isMakerGone && !isEndless) return [];
  const maker = creatorName ?? (creatorId === undefined ? null : `${creatorType ?? "creator"} ${creatorId}`);
  return [
    {
      ...{ applicationId: id, application, kind, name, maker, isMakerGone, status: status ?? null },
      expiresAt: expirationDate ?? null,
    },
  ];
}

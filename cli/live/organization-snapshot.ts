import { type Invite, isMissingRight, type LosantClient, type Member, type Organization } from "../../client";
import { inOrderSent, isExpired } from "../../client/invites";
import { asciiLowerCase, canonicalAddress } from "../../client/text";

/** Names of applications or dashboards by id. */
export type Names = ReadonlyMap<string, string>;

/** An organization as it is at Losant. */
export interface OrganizationSnapshot {
  organization: Organization;
  members: Member[];
  /** All invites; of one address, the one that was sent last at the end. */
  invites: Invite[];
  /** The last invite of each address that is no member's, as the provider goes by it: those that hold, those that expired. */
  pending: Invite[];
  expired: Invite[];
  /** Undefined where the token may not read them. Empty where nobody has a role on one. */
  applications: Names | undefined;
  dashboards: Names | undefined;
  /** By Losant's clock. */
  now: Date;
}

export const perPage = 100;

/** Reads an organization: two requests, and one for each hundred applications and dashboards where roles are on some. */
export async function readSnapshot(
  client: LosantClient,
  orgId: string,
  options = { names: true },
): Promise<OrganizationSnapshot> {
  const [organization, listed] = await Promise.all([
    client.org.get({ orgId }),
    client.org.pendingInvites({ orgId }),
  ]);
  const members = sortedByAddress(organization.members);
  const invites = sortedByAddress(inOrderSent(listed));
  const people = options.names ? [...members, ...invites] : [];
  const owned = { orgId, perPage };
  const [applications, dashboards] = await Promise.all([
    names(people, "applicationRoles", () => client.applications.all(owned)),
    names(people, "dashboardRoles", () => client.dashboards.all(owned)),
  ]);
  const now = client.now();
  return { organization, members, ...byState(members, invites, now), applications, dashboards, now };
}

function byState(members: readonly Member[], invites: Invite[], now: Date) {
  const isOfMember = new Set(members.map(addressOf));
  const last = [...new Map(invites.map((invite) => [addressOf(invite), invite])).values()];
  const others = last.filter((invite) => !isOfMember.has(addressOf(invite)));
  const expired = others.filter((invite) => isExpired(invite, now));
  return { invites, pending: others.filter((invite) => !expired.includes(invite)), expired };
}

async function names(
  people: readonly { [list: string]: unknown }[],
  list: "applicationRoles" | "dashboardRoles",
  read: () => Promise<{ id: string; name?: string | undefined }[]>,
): Promise<Names | undefined> {
  const isUsed = people.some((person) => Array.isArray(person[list]) && person[list].length > 0);
  if (!isUsed) return new Map();
  try {
    const all = await read();
    return new Map(
      all.flatMap(({ id, name }) => (name === undefined ? [] : [[asciiLowerCase(id), name] as const])),
    );
  } catch (error) {
    if (isMissingRight(error)) return undefined;
    throw error;
  }
}

/** The address of somebody, in the one spelling in which addresses compare. */
export function addressOf({ email }: { email: string }): string {
  return canonicalAddress(email);
}

/** By address, so that the same organization gives the same files. */
export function sortedByAddress<Person extends { email: string }>(people: readonly Person[]): Person[] {
  return [...people].sort((one, other) => compareTexts(addressOf(one), addressOf(other)));
}

/** Gives 0 for the same text, so that equal ones keep their order. */
export function compareTexts(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

import { type Invite, isMissingRight, type LosantClient, type Member, type Organization } from "../../client";
import { asciiLowerCase } from "../../client/text";

/** Names of applications or dashboards by id. */
export type Names = ReadonlyMap<string, string>;

/** An organization as it is at Losant. */
export interface Picture {
  organization: Organization;
  members: Member[];
  /** Invites that hold, and those that have lapsed; without people who are members. */
  pending: Invite[];
  expired: Invite[];
  /** Undefined where the token may not read them. Empty where nobody has a role on one. */
  applications: Names | undefined;
  dashboards: Names | undefined;
  /** By Losant's clock. */
  now: Date;
}

const perPage = 100;

/** Reads an organization: two requests, and one for each hundred applications and dashboards where roles are on some. */
export async function readPicture(
  client: LosantClient,
  orgId: string,
  options = { names: true },
): Promise<Picture> {
  const [organization, invites] = await Promise.all([
    client.org.get({ orgId }),
    client.org.pendingInvites({ orgId }),
  ]);
  const members = sortedByAddress(organization.members);
  const people = options.names ? [...members, ...invites] : [];
  const now = client.now();
  const isOfMember = new Set(members.map(addressOf));
  const others = sortedByAddress(invites).filter((invite) => !isOfMember.has(addressOf(invite)));
  const owned = { orgId, perPage };
  const [applications, dashboards] = await Promise.all([
    names(people, "applicationRoles", () => client.applications.all(owned)),
    names(people, "dashboardRoles", () => client.dashboards.all(owned)),
  ]);
  const holds = (invite: Invite) => !isExpired(invite, now);
  const pending = onePerAddress(others.filter(holds));
  return {
    organization,
    members,
    pending,
    expired: others.filter((one) => !holds(one)),
    applications,
    dashboards,
    now,
  };
}

/** When an invite ends, where Losant tells. */
export function expiryOf({ inviteDate, ttl }: Invite): Date | undefined {
  const time = Date.parse(inviteDate ?? "") + (ttl ?? Number.NaN);
  return Number.isNaN(time) ? undefined : new Date(time);
}

function isExpired(invite: Invite, now: Date): boolean {
  const expiry = expiryOf(invite);
  return invite.hasExpired ?? (expiry !== undefined && expiry <= now);
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
  return asciiLowerCase(email.trim());
}

/** By address, so that the same organization gives the same files. */
function sortedByAddress<Person extends { email: string }>(people: readonly Person[]): Person[] {
  return [...people].sort((one, other) => (addressOf(one) < addressOf(other) ? -1 : 1));
}

/** The latest of each address: it is what a program adopts. */
function onePerAddress(invites: readonly Invite[]): Invite[] {
  const byDate = [...invites].sort((one, other) => sentAt(one) - sentAt(other));
  return sortedByAddress([...new Map(byDate.map((invite) => [addressOf(invite), invite])).values()]);
}

function sentAt({ inviteDate }: Invite): number {
  return Date.parse(inviteDate ?? "") || 0;
}

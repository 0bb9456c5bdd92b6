import { asciiLowerCase } from "../client/text";
import { dateOf } from "./dates";
import type { Report, ReportedCredential, ReportedOrganization } from "./report";

/** Whether credentials were asked for. */
export function hasCredentials({ organizations }: Report): boolean {
  return organizations.some(({ credentials }) => credentials !== undefined);
}

/** Whether something can sign in with it at a moment, as far as it is told. */
export function isUsable(
  { status, expiresAt }: Pick<ReportedCredential, "status" | "expiresAt">,
  now: string,
): boolean {
  const hasExpired = expiresAt !== null && Date.parse(expiresAt) <= Date.parse(now);
  return status !== "inactive" && !hasExpired;
}

/** `on Pumps, made by Bob Stone, never expires`. */
export function describeCredential({
  application,
  maker,
  makerEmail,
  expiresAt,
}: ReportedCredential): string {
  const end = expiresAt === null ? "never expires" : `expires ${dateOf(expiresAt)}`;
  return `on ${application}, made by ${makerEmail ?? maker ?? "somebody whom Losant does not name"}, ${end}`;
}

/** What one person has made of an organization's credentials. */
export interface Made {
  tokens: number;
  keys: number;
  /** Where the first of them stands in the list. */
  first: number;
}

/** What each user has made, by the user's id in lower case. */
export function madeByUser({
  credentials = [],
}: Pick<ReportedOrganization, "credentials">): Map<string, Made> {
  const made = new Map<string, Made>();
  for (const [index, { makerUserId, kind }] of credentials.entries()) {
    if (makerUserId === null) continue;
    const id = asciiLowerCase(makerUserId);
    const { tokens, keys, first } = made.get(id) ?? { tokens: 0, keys: 0, first: index };
    const isToken = kind === "API token";
    made.set(id, { tokens: tokens + Number(isToken), keys: keys + Number(!isToken), first });
  }
  return made;
}

import { tokenClaims } from "./token-claims";
import type { UserApiToken } from "./types";

/**
 * When an API token expires: as it says itself, else as Losant lists it. `inUse` are those of which it is one, and tell only
 * what they have in common. Undefined for one that never expires, and where nobody says.
 */
export function tokenExpiry(token: string, inUse: readonly UserApiToken[] = []): Date | undefined {
  const { expiry } = tokenClaims(token);
  if (expiry !== undefined) return expiry;
  const [date, ...others] = new Set(inUse.map(({ expirationDate }) => expirationDate));
  if (date === undefined || others.length > 0 || Number.isNaN(Date.parse(date))) return undefined;
  return new Date(date);
}

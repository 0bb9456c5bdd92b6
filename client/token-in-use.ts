import { type ActionName, actions } from "./actions";
import { organizationRoles } from "./roles";
import { tokenClaims } from "./token-claims";
import type { Role, UserApiToken, UserApiTokenPage } from "./types";

/** The tokens of a listing of which the one in use is one, as `UserApiTokens.inUse` describes it. */
export function tokensInUse(
  token: string,
  { items, totalCount }: Pick<UserApiTokenPage, "items" | "totalCount">,
  now: Date,
): readonly UserApiToken[] {
  const { ids, expiry } = tokenClaims(token);
  const named = items.filter(({ id }) => ids.includes(id.toLowerCase()));
  if (named.length === 1) return named;
  if (items.length < totalCount) return [];
  return items.filter(
    (one) => isActive(one, now) && !lacks(one, "userApiTokens.get") && hasExpiry(one, expiry),
  );
}

/** Those of some actions that none of these tokens may call, by the scopes that Losant's documentation lists. */
export function lackedBy<Action extends ActionName>(
  tokens: readonly UserApiToken[],
  wanted: readonly Action[],
): Action[] {
  if (tokens.length === 0) return [];
  return wanted.filter((action) => tokens.every((token) => lacks(token, action)));
}

/**
 * The role below admin to which each of these tokens is limited in an organization, whatever its user's role there: the
 * highest of several. Undefined for no limit, and where one of them says nothing.
 */
export function roleLimitOf(tokens: readonly UserApiToken[], orgId: string): Role | undefined {
  const limits = tokens.map((token) => organizationRoles.indexOf(limitOf(token, orgId) ?? "admin"));
  const highest = Math.min(...limits);
  return highest > 0 ? organizationRoles[highest] : undefined;
}

function limitOf({ orgRoles = [], defaultRole }: UserApiToken, orgId: string): Role | undefined {
  const own = orgRoles.find((one) => one.orgId.toLowerCase() === orgId.toLowerCase());
  return organizationRoles.find((role) => role === (own?.role ?? defaultRole));
}

/** A token of which Losant lists no scopes may have any. */
function lacks({ scope }: UserApiToken, action: ActionName): boolean {
  return scope !== undefined && !actions[action].scopes.some((one) => scope.includes(one));
}

function isActive({ status, expirationDate = "" }: UserApiToken, now: Date): boolean {
  return status !== "inactive" && !(Date.parse(expirationDate) <= now.getTime());
}

/** A JSON Web Token has whole seconds. */
function hasExpiry({ expirationDate = "" }: UserApiToken, expiry: Date | undefined): boolean {
  return expiry === undefined || Math.abs(Date.parse(expirationDate) - expiry.getTime()) <= 1000;
}

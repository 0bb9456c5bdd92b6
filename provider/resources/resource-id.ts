import { ProviderError } from "../vocabulary/errors";
import { lowerCased } from "../vocabulary/text";

/** The id of an organization; in either case. */
export function organizationIdIn(id: string, kind: string): string {
  const orgId = lowerCased(id);
  if (/^[a-f\d]{24}$/.test(orgId)) return orgId;
  throw new ProviderError(`${kind}: the id must be the organization's, 24 hex digits`);
}

/** The two parts of an id such as `orgId/email`; in either case. */
export function partsOf(id: string, kind: string, form: string): [string, string] {
  const [orgId, second, ...others] = lowerCased(id).split("/");
  if (orgId && second && others.length === 0 && /^[a-f\d]{24}$/.test(orgId)) return [orgId, second];
  throw wrongId(kind, form);
}

export function wrongId(kind: string, form: string): ProviderError {
  return new ProviderError(`${kind}: the id must be ${form}, where orgId is 24 hex digits`);
}

/** The error of a program that gets something by id that is not there. */
export function notFound(kind: string, what: string, orgId: string): ProviderError {
  return new ProviderError(`${kind}: ${what} is neither a member of organization ${orgId} nor invited to it`);
}

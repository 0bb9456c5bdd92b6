import { addressForm } from "../../client/email-address";
import { losantId } from "../../client/losant-id";
import { asciiLowerCase } from "../../client/text";
import { ProviderError } from "../vocabulary/errors";

/** The organization's id, in either case. */
export function organizationIn(id: string): string {
  const orgId = asciiLowerCase(id);
  if (losantId.test(orgId)) return orgId;
  throw new ProviderError("Organization: the id must be orgId, which is 24 hex digits");
}

/** The parts of `orgId/email`. */
export function personIn(id: string, kind: string): [orgId: string, email: string] {
  const parts = partsOf(id, addressForm);
  if (parts) return parts;
  throw new ProviderError(`${kind}: the id must be orgId/email, where orgId is 24 hex digits`);
}

/** The parts of `orgId/userId`. */
export function memberIn(id: string): [orgId: string, userId: string] {
  const parts = partsOf(id, losantId);
  if (parts) return parts;
  throw new ProviderError(
    "OrgMember: the id must be orgId/userId, each of them 24 hex digits; getMember gives the userId of an address",
  );
}

/** The organization in `orgId/roster`. */
export function rosterIn(id: string): string {
  const parts = partsOf(id, /^roster$/);
  if (parts) return parts[0];
  throw new ProviderError(
    `OrgRoster: the id must be orgId/roster, where orgId is 24 hex digits, and roster is that very word`,
  );
}

function partsOf(id: string, form: RegExp): [string, string] | undefined {
  // An address may hold a slash itself.
  const [orgId = "", ...others] = asciiLowerCase(id).split("/");
  const second = others.join("/");
  const fits = losantId.test(orgId) && form.test(second);
  return fits ? [orgId, second] : undefined;
}

/** The error where somebody who is read by id alone, by an import or a static `get`, is not there. */
export function notFound(kind: string, email: string, orgId: string): ProviderError {
  return new ProviderError(
    `${kind}: ${email} is neither a member of organization ${orgId} nor invited to it. Check the address. Only ` +
      `somebody who is there can be imported or got; declared without that, they are invited.`,
  );
}

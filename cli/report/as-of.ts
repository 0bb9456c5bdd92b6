import { expiryOf } from "../../client/invites";
import type { ReadOrganization } from "./read-organization";

/**
 * An organization as it is at a stated moment: an invite has expired where it ends by then. Without one, or where its end is
 * not known, Losant's own word counts.
 */
export function asOf(read: ReadOrganization, date: Date | undefined): ReadOrganization {
  if (date === undefined) return read;
  const invites = read.invites?.map((invite) => {
    const expiry = expiryOf(invite);
    return expiry === undefined ? invite : { ...invite, hasExpired: expiry <= date };
  });
  return { ...read, invites };
}

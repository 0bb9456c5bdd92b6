import { hasExpired, type Invite } from "../entities/invite";
import type { Store } from "../store/store";

/** An organization's invites as the vendor's schema orgInvites has them: the token is in the email only. */
export const formatInvites = (store: Store, orgId: string) => {
  const now = store.now();
  return store.invites(orgId).map((invite) => formatInvite(invite, now));
};

const formatInvite = ({ token: _token, ...invite }: Invite, now: number) => ({
  ...invite,
  hasExpired: hasExpired(invite, now),
});

import { z } from "zod";
import { email } from "../entities/primitives";
import { acceptInvite, findInviteByToken, withdrawInvite } from "../rules/answer-invite";
import { noBody, route } from "./route";

/** GET /invites: what the link in the email shows. */
export const orgInvitesGet = route({
  action: "orgInvites.get",
  method: "GET",
  path: "/invites",
  isPublic: true,
  query: { token: z.string().min(1), email },
  body: noBody,
  handle: ({ store, query }) => {
    const { orgId, invite } = findInviteByToken(store, query.token, query.email);
    const { role, inviteDate, ttl, disallowTransfer } = invite;
    return {
      orgName: store.organization(orgId)?.name,
      email: invite.email,
      role,
      inviteDate,
      ttl,
      disallowTransfer,
    };
  },
});

/** POST /invites: the invited person accepts or declines. */
export const orgInvitesPost = route({
  action: "orgInvites.post",
  method: "POST",
  path: "/invites",
  isPublic: true,
  query: {},
  body: z.strictObject({ email, token: z.string().min(1), accept: z.boolean() }),
  handle: ({ store, body }) => {
    const found = findInviteByToken(store, body.token, body.email);
    if (body.accept) acceptInvite(store, found);
    else withdrawInvite(store, found);
    return { accepted: body.accept, orgId: found.orgId };
  },
});

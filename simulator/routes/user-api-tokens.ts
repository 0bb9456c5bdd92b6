import { z } from "zod";
import { globMatches } from "./glob";
import { pageOf, pageParameters } from "./page";
import { noBody, route } from "./route";

// Vendor's description: the answer is named apiToken there, and is a list of them. That it holds no token is assumed: the
// documentation says that a token is shown once, where it is made.
/** GET /me/tokens: a page of the authenticated user's API tokens. */
export const userApiTokensGet = route({
  action: "userApiTokens.get",
  type: "apiTokens",
  method: "GET",
  path: "/me/tokens",
  query: {
    ...pageParameters,
    sortField: z
      .enum(["name", "status", "id", "creationDate", "lastUpdated", "expirationDate"])
      .default("name"),
    filterField: z.enum(["name", "status", ""]).optional(),
  },
  body: noBody,
  handle: ({ store, query: { filterField, ...query } }) => {
    const { userId, tokenScopes, userApiTokens } = store.state;
    const tokens = userApiTokens
      .map((token) => ({
        scope: tokenScopes,
        ...token,
        apiTokenId: token.id,
        ...{ ownerId: userId, ownerType: "user", creatorId: userId, creatorType: "user" },
        lastUpdated: token.creationDate,
      }))
      .filter(({ status }) => filterField !== "status" || !query.filter || globMatches(query.filter, status));
    const byName = filterField === "name" ? { ...query, filterField } : { ...query, filter: undefined };
    const { shown, figures } = pageOf(tokens, byName);
    return {
      items: shown,
      ...figures,
      filterField,
      filter: query.filter,
      ownerId: userId,
      ownerType: "user",
    };
  },
});

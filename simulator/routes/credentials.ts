import type { Credential } from "../entities/credential";
import { notFound } from "../rules/api-error";
import { visibleResources } from "../rules/resources";
import type { Store } from "../store/store";
import { type PageQuery, pageOf, pageParameters } from "./page";
import { noBody, route } from "./route";

/** Those of one kind of an application that the authenticated user may see. */
const credentialsOf = (store: Store, applicationId: string, kind: Credential["kind"]): Credential[] => {
  const isVisible = visibleResources(store, "application", undefined).some(({ id }) => id === applicationId);
  if (!isVisible) throw notFound(`Application ${applicationId} was not found.`);
  return store.state.credentials.filter((one) => one.applicationId === applicationId && one.kind === kind);
};

const answer = <Item extends { name: string }>(
  items: Item[],
  query: Omit<PageQuery<"name">, "sortField">,
) => {
  const { shown, figures } = pageOf(items, { ...query, sortField: "name" });
  return { items: shown, ...figures };
};

/** GET /applications/{applicationId}/tokens: their owner is the application (vendor's schema). */
export const applicationApiTokensGet = route({
  action: "applicationApiTokens.get",
  type: "apiTokens",
  method: "GET",
  path: "/applications/{applicationId}/tokens",
  query: pageParameters,
  body: noBody,
  handle: ({ store, applicationId, query }) => {
    const tokens = credentialsOf(store, applicationId, "apiToken");
    const shown = tokens.map(({ kind, applicationId: ownerId, ...token }) => ({
      ...token,
      apiTokenId: token.id,
      ownerId,
      ownerType: "application",
    }));
    return answer(shown, query);
  },
});

/** GET /applications/{applicationId}/keys: the vendor calls a creator otherwise there. */
export const applicationKeysGet = route({
  action: "applicationKeys.get",
  type: "applicationKeys",
  method: "GET",
  path: "/applications/{applicationId}/keys",
  query: pageParameters,
  body: noBody,
  handle: ({ store, applicationId, query }) => {
    const keys = credentialsOf(store, applicationId, "accessKey");
    const shown = keys.map(({ kind, creatorId, creatorType, creatorName, ...key }) => ({
      ...key,
      applicationKeyId: key.id,
      createdById: creatorId,
      createdByType: creatorType,
    }));
    return answer(shown, query);
  },
});

import type { Context } from "hono";
import { readJson } from "../routes/parse";
import type { Route } from "../routes/route";
import type { Store } from "../store/store";
import { actorOf } from "./access";

/** The newest entries that are kept. */
const mostEntries = 1000;

// Assumed: calls that are refused are logged too, those without a valid token are not, and a token counts as its user.
/** Adds a writing call on an organization to the log. */
export const logCall = async (
  store: Store,
  route: Route,
  context: Context,
  status: number,
): Promise<void> => {
  const { orgId } = context.req.param();
  if (route.method === "GET" || route.isPublic || !orgId) return;
  const { userId, firstName, lastName } = actorOf(store);
  const [requestResource = "", requestAction = ""] = route.action.split(".");
  const { _actions, _links, ...requestQueryParams } = context.req.query();
  store.state.auditLog.unshift({
    id: store.nextId(),
    creationDate: store.isoNow(),
    orgId: orgId.toLowerCase(),
    actorId: userId,
    actorType: "User",
    actorName: `${firstName} ${lastName}`.trim(),
    requestResource,
    requestAction,
    requestPathParams: { orgId },
    requestQueryParams,
    requestBody: await bodyOf(context),
    responseStatus: status,
  });
  store.state.auditLog.splice(mostEntries);
};

// Assumed: secrets are left out.
/** What was sent, if it was an object. */
const bodyOf = async (context: Context): Promise<Record<string, unknown>> => {
  try {
    const { cardToken: _secret, ...rest } = Object(await readJson(context));
    return rest;
  } catch {
    return {};
  }
};

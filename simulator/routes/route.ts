import type { Context } from "hono";
import { z } from "zod";
import type { Store } from "../store/store";
import { parse, readJson } from "./parse";
import { globalParameters, singleValues } from "./query";

/** What a handler is given: path, query and body are parsed already. */
export interface Call<Query, Body> {
  store: Store;
  /** The organization's id out of the path; empty where the path has none. */
  orgId: string;
  query: Query;
  body: Body;
}

/** How an action is served. The names, methods, paths and parameters are the vendor's. */
export interface RouteDefinition<Query extends z.ZodRawShape, Body extends z.ZodType> {
  /** The vendor's name of the action, such as `org.get`. */
  action: string;
  method: "GET" | "POST" | "PATCH" | "DELETE";
  /** The path as the vendor writes it, such as `/orgs/{orgId}`. */
  path: string;
  /** Query parameters besides the global ones. All others are refused (assumed). */
  query: Query;
  /** The body's schema; without one, a body is ignored, because the vendor's clients send `{}` with each GET. */
  body: Body;
  /** Status of success; 200 if not given. */
  status?: 200 | 201;
  /** Served without a token. */
  isPublic?: boolean;
  handle: (call: Call<z.output<z.ZodObject<Query>>, z.output<Body>>) => object;
}

/** An action that can be served. */
export interface Route {
  action: string;
  method: "GET" | "POST" | "PATCH" | "DELETE";
  path: string;
  isPublic: boolean;
  serve: (context: Context, store: Store) => Promise<Response>;
}

/** The schema of a body that is ignored. */
export const noBody = z.undefined();

const pathParameters = z.object({
  orgId: z
    .string()
    .regex(/^[A-Fa-f\d]{24}$/, "must be 24 hex digits")
    .toLowerCase()
    .default(""),
});

/** Makes a route of a definition: it parses what comes in, and answers with JSON. */
export const route = <Query extends z.ZodRawShape, Body extends z.ZodType>(
  definition: RouteDefinition<Query, Body>,
): Route => {
  const { action, method, path, isPublic = false } = definition;
  const querySchema = z.strictObject(definition.query);
  const linksSchema = z.object(globalParameters);
  const serve = async (context: Context, store: Store): Promise<Response> => {
    const { orgId } = parse(pathParameters, context.req.param(), "path");
    const { _actions, _links, _embedded, ...rest } = singleValues(context.req.queries());
    parse(linksSchema, { _actions, _links, _embedded }, "query");
    const query = parse(querySchema, rest, "query");
    const input = definition.body instanceof z.ZodUndefined ? undefined : await readJson(context);
    const body = parse(definition.body, input, "body");
    return context.json(definition.handle({ store, orgId, query, body }), definition.status ?? 200);
  };
  return { action, method, path, isPublic, serve };
};

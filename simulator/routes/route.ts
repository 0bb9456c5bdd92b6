import type { Context } from "hono";
import { z } from "zod";
import { id } from "../entities/primitives";
import type { Store } from "../store/store";
import { parse, readJson } from "./parse";
import { globalParameters, singleValues } from "./query";

/** What a handler is given: path, query and body are parsed already. */
export interface Call<Query, Body> {
  store: Store;
  /** The organization's id out of the path; empty where the path has none. */
  orgId: string;
  /** The application's id out of the path; empty where the path has none. */
  applicationId: string;
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
  /** The vendor's name of what is answered; with `_links=true` an answer that is no array carries it as `_type`. */
  type?: string;
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

const globalSchema = z.object(globalParameters);

const pathParameters = z.object({
  orgId: id.default(""),
  applicationId: id.default(""),
});

// Vendor's answers carry such keys when links are asked for; their names are seen, their content is assumed.
const withLinks = (answer: object, type: string | undefined, href: string): object =>
  type ? { ...answer, _type: type, _links: { self: { href } } } : answer;

const readQuery = <Query extends z.ZodRawShape>(context: Context, schema: z.ZodObject<Query>) => {
  const { _actions, _links, _embedded, ...rest } = singleValues(context.req.queries());
  const global = parse(globalSchema, { _actions, _links, _embedded }, "query");
  return { wantsLinks: global._links === true, query: parse(schema, rest, "query") };
};

/** Makes a route of a definition: it parses what comes in, and answers with JSON. */
export const route = <Query extends z.ZodRawShape, Body extends z.ZodType>(
  definition: RouteDefinition<Query, Body>,
): Route => {
  const { action, method, path, isPublic = false, type } = definition;
  const querySchema = z.strictObject(definition.query);
  const serve = async (context: Context, store: Store): Promise<Response> => {
    const { orgId, applicationId } = parse(pathParameters, context.req.param(), "path");
    const { query, wantsLinks } = readQuery(context, querySchema);
    const input = definition.body instanceof z.ZodUndefined ? undefined : await readJson(context);
    const body = parse(definition.body, input, "body");
    const answer = definition.handle({ store, orgId, applicationId, query, body });
    const shown = wantsLinks ? withLinks(answer, type, context.req.path) : answer;
    return context.json(shown, definition.status ?? 200);
  };
  return { action, method, path, isPublic, serve };
};

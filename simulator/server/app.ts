import { type Context, Hono } from "hono";
import { type Control, controlPath } from "../control/control";
import { controlRoutes } from "../control/index";
import { routes } from "../routes/index";
import type { Route } from "../routes/route";
import { requireScope, requireToken } from "../rules/access";
import { ApiError, notFound } from "../rules/api-error";
import { logCall } from "../rules/audit-log";
import type { Environment } from "./connection";
import { serveWithFault } from "./run-faults";

const answerError = (error: Error): Response => {
  if (error instanceof ApiError) return Response.json(error.body, { status: error.status });
  return Response.json({ type: "InternalServer", message: error.message }, { status: 500 });
};

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));

const serveRoute = async (
  route: Route,
  context: Context<Environment>,
  control: Control,
): Promise<Response> => {
  try {
    if (!route.isPublic) requireToken(control.store, context.req.header("Authorization"));
    const response = await answerTo(route, context, control);
    await logCall(control.store, route, context, response.status);
    if (route.method !== "GET") control.store.save();
    return response;
  } catch (error) {
    return answerError(asError(error));
  }
};

const answerTo = async (
  route: Route,
  context: Context<Environment>,
  { store }: Control,
): Promise<Response> => {
  try {
    if (!route.isPublic) requireScope(store, route.action);
    return await route.serve(context, store);
  } catch (error) {
    return answerError(asError(error));
  }
};

const addRoute = (app: Hono<Environment>, route: Route, control: Control): void => {
  app.on(route.method, route.path.replace(/\{(\w+)\}/g, ":$1"), (context) => {
    control.requestCounts.add(route.action);
    const fault = control.faults.take(route.action);
    return serveWithFault(context, fault, () => serveRoute(route, context, control));
  });
};

/** The whole API, with the control routes beside it. */
export const createApp = (control: Control): Hono<Environment> => {
  const app = new Hono<Environment>();
  app.use(async (context, next) => {
    await next();
    context.res.headers.set("Date", new Date(control.store.now()).toUTCString());
  });
  for (const route of routes) addRoute(app, route, control);
  app.route(controlPath, controlRoutes(control));
  app.notFound((context) => answerError(notFound(`There is no ${context.req.method} ${context.req.path}.`)));
  app.onError((error) => answerError(error));
  return app;
};

import { setTimeout as wait } from "node:timers/promises";
import type { Context } from "hono";
import { errorType } from "../rules/api-error";
import type { Fault } from "../store/faults";
import { dropConnection, type Environment } from "./connection";

/** Makes the answer to a call. */
export type Serve = () => Promise<Response>;

const refuse = (context: Context<Environment>, status: number, fault: Fault): Response => {
  const headers = new Headers({ "Content-Type": "application/json" });
  if (fault.retryAfter !== undefined) headers.set("Retry-After", String(fault.retryAfter));
  if (status < 400) headers.set("Location", context.req.url);
  const body = { type: errorType(status), message: `Simulated fault with status ${status}.` };
  return new Response(status === 304 ? null : JSON.stringify(body), { status, headers });
};

/** Serves a call with the fault that it runs into: wait, then drop, refuse, work and drop, or work as usual. */
export const serveWithFault = async (
  context: Context<Environment>,
  fault: Fault | undefined,
  serve: Serve,
): Promise<Response> => {
  if (fault?.latencyMs) await wait(fault.latencyMs, undefined, { ref: false });
  if (fault?.reset) return dropConnection(context);
  if (fault?.status) return refuse(context, fault.status, fault);
  const response = await serve();
  return fault?.dropResponse ? dropConnection(context) : response;
};

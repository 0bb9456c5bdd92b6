import type { HttpBindings } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import type { Context } from "hono";

/** What hono is told about a request's connection. */
export interface Environment {
  Bindings: HttpBindings;
}

/** Drops the connection without a word, so that the caller cannot know what came of its request. */
export const dropConnection = (context: Context<Environment>): Response => {
  context.env.incoming.socket.resetAndDestroy();
  return RESPONSE_ALREADY_SENT;
};

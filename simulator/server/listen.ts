import { createServer, type Server } from "node:http";
import { getRequestListener } from "@hono/node-server";
import type { Hono } from "hono";
import type { Environment } from "./connection";

const loopback = "127.0.0.1";

/** A server that listens. */
export interface Listening {
  url: string;
  close: () => Promise<void>;
}

const closeServer = (server: Server): Promise<void> =>
  new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    // Clients keep connections alive, and the server would wait for all of them.
    server.closeAllConnections();
  });

const portOf = (server: Server): number => {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  return address.port;
};

/** Listens on the loopback interface; with port 0, on any free port. */
export const listen = (app: Hono<Environment>, port: number): Promise<Listening> =>
  new Promise((resolve, reject) => {
    const server = createServer(getRequestListener(app.fetch, { overrideGlobalObjects: false }));
    // Node's 5 seconds would drop a connection just as a client between two steps of a program takes it up again.
    server.keepAliveTimeout = 60_000;
    server.once("error", reject);
    server.listen(port, loopback, () => {
      let closing: Promise<void> | undefined;
      const close = () => {
        closing ??= closeServer(server);
        return closing;
      };
      resolve({ url: `http://${loopback}:${portOf(server)}`, close });
    });
  });

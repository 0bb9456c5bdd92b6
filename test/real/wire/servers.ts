import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { type AddressInfo, connect } from "node:net";
import { join } from "node:path";
import type { Duplex } from "node:stream";

const fixtures = join(__dirname, "fixtures");

/** The certificate that {@link SecureServer} signed itself. */
export const certificatePath = join(fixtures, "certificate.pem");

async function portOf(server: Pick<Server, "listen" | "address" | "once">): Promise<number> {
  server.listen(0, "127.0.0.1");
  await once(server as Server, "listening");
  return (server.address() as AddressInfo).port;
}

/** A server with a certificate that nobody knows, which says who `GET /me` is. */
export class SecureServer {
  /** The requests that came. */
  readonly seen: string[] = [];
  port = 0;
  readonly #server = createSecureServer({
    key: readFileSync(join(fixtures, "key.pem")),
    cert: readFileSync(certificatePath),
  });

  async start(): Promise<void> {
    this.#server.on("request", (request, response) => {
      this.seen.push(`${request.method} ${request.url?.replace(/\?.*/, "")}`);
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify({ userId: "575ed6e87ae143cd83dc4aa8", email: "ann@example.com" }));
    });
    this.port = await portOf(this.#server);
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}

/** An HTTP proxy that tunnels every `CONNECT` to one port on loopback, whatever host was asked for. */
export class ConnectProxy {
  /** The hosts that were asked for. */
  readonly hosts: string[] = [];
  /** All that could be read in passing. */
  passed = "";
  /** Who may use it, as `user:password`; undefined: everybody. */
  account: string | undefined;
  port = 0;
  readonly #server = createServer((_, response) => response.writeHead(500).end());
  readonly #sockets = new Set<Duplex>();

  constructor(private readonly target: () => number) {}

  async start(): Promise<void> {
    this.#server.on("connect", (request, socket, head) => {
      this.hosts.push(request.url ?? "");
      const given = request.headers["proxy-authorization"];
      if (this.account === undefined || given === `Basic ${btoa(this.account)}`) this.#tunnel(socket, head);
      else socket.end("HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n");
    });
    this.port = await portOf(this.#server);
  }

  close(): void {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
  }

  /** Forgets what was, and lets everybody pass. */
  reset(): void {
    this.hosts.length = 0;
    this.passed = "";
    this.account = undefined;
  }

  #tunnel(socket: Duplex, head: Buffer): void {
    const further = connect(this.target(), "127.0.0.1");
    for (const end of [socket, further]) {
      this.#sockets.add(end);
      end.on("error", () => undefined);
      end.on("close", () => this.#sockets.delete(end));
    }
    socket.on("data", (bytes: Buffer) => {
      this.passed += bytes.toString("latin1");
    });
    socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
    further.write(head);
    socket.pipe(further).pipe(socket);
  }
}

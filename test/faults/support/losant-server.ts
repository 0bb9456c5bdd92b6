import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import type { Wire } from "./wire";

/** Answers on a socket of the loopback interface, for runs in another process. */
export class LosantServer {
  private wire: Wire | undefined;
  private readonly server: Server;

  private constructor() {
    this.server = createServer((request, response) => {
      this.serve(request, response).catch(() => response.destroy());
    });
  }

  static async start(): Promise<LosantServer> {
    const losant = new LosantServer();
    losant.server.listen(0, "127.0.0.1");
    await once(losant.server, "listening");
    return losant;
  }

  get url(): string {
    const address = this.server.address();
    if (address === null || typeof address === "string") throw new Error("The server has no port.");
    return `http://127.0.0.1:${address.port}`;
  }

  /** From now on requests arrive at this wire. */
  connect(wire: Wire): void {
    this.wire = wire;
  }

  async close(): Promise<void> {
    const closed = once(this.server, "close");
    this.server.close();
    this.server.closeAllConnections();
    await closed;
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { wire } = this;
    if (!wire) throw new Error("Nobody serves here.");
    const { method = "GET", url = "/", headers } = request;
    const sent = await text(request);
    const {
      status,
      headers: given,
      body,
    } = await wire.answer({
      method,
      path: url,
      headers: {
        authorization: headers.authorization ?? "",
        "content-type": headers["content-type"] ?? "application/json",
      },
      body: sent === "" ? undefined : sent,
    });
    response.sendDate = false;
    for (const [name, value] of Object.entries(given))
      if (value !== undefined) response.setHeader(name, value);
    response.writeHead(status).end(body);
  }
}

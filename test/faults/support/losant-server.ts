import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import type { Answer, Delivery } from "./in-process-losant";
import type { Wire } from "./wire";

const hugeSize = 200 * 2 ** 20;
const chunk = Buffer.alloc(2 ** 16, " ");

/** Answers on a socket of the loopback interface, for runs in another process. */
export class LosantServer {
  /** How much was sent of an answer without end, at most. */
  largest = 0;
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
    const answer = await wire.answer({
      method,
      path: url,
      headers: {
        authorization: headers.authorization ?? "",
        "content-type": headers["content-type"] ?? "application/json",
      },
      body: sent === "" ? undefined : sent,
    });
    await this.deliver(answer, response);
  }

  private async deliver(
    { status, headers, body, delivery }: Answer,
    response: ServerResponse,
  ): Promise<void> {
    if (delivery === "silent") return;
    if (delivery === "reset") {
      response.socket?.resetAndDestroy();
      return;
    }
    response.sendDate = false;
    for (const [name, value] of Object.entries(headers)) {
      if (value !== undefined) response.setHeader(name, value);
    }
    response.writeHead(status);
    if (delivery === undefined) response.end(body);
    else await this.deliverOddly(body, response, delivery);
  }

  private async deliverOddly(body: string, response: ServerResponse, delivery: Delivery): Promise<void> {
    if (delivery === "huge") return this.sendHuge(response);
    if (delivery === "drip") {
      for (const byte of body) response.write(byte);
      response.end();
      return;
    }
    response.write(body.slice(0, body.length / 2), () => {
      if (delivery === "broken") response.destroy();
    });
  }

  /** As fast as it is read, until nobody reads on. */
  private async sendHuge(response: ServerResponse): Promise<void> {
    const closed = once(response, "close");
    for (let sent = 0; sent < hugeSize && !response.closed; sent += chunk.length) {
      this.largest = Math.max(this.largest, sent);
      if (!response.write(chunk)) await Promise.race([once(response, "drain"), closed]);
    }
    response.end();
  }
}

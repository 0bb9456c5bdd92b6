import { once } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { LoopbackServer } from "../../../support/loopback-server";
import type { Answer, Delivery } from "./in-process-losant";
import type { Wire } from "./wire";

const hugeSize = 200 * 2 ** 20;
const chunk = Buffer.alloc(2 ** 16, " ");

/** Answers on a socket of the loopback interface, for runs in another process. */
export class LosantServer extends LoopbackServer {
  /** How much was sent of an answer without end, at most. */
  largest = 0;
  private wire: Wire | undefined;

  static async start(): Promise<LosantServer> {
    const losant = new LosantServer();
    await losant.listen();
    return losant;
  }

  /** From now on requests arrive at this wire. */
  connect(wire: Wire): void {
    this.wire = wire;
  }

  protected override async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
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

import assert from "node:assert/strict";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { type ClientOptions, isLosantError, LosantClient, type LosantError } from "../../../client";
import { type Harness, useSimulator } from "../simulator/harness";

/** An answer that a test writes down; `drop` ends the connection instead. */
export interface ScriptedAnswer {
  status?: number;
  headers?: Record<string, string>;
  body?: string;
  drop?: boolean;
}

/** A request that a scripted server saw. */
export interface SeenRequest {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingMessage["headers"];
  body: string;
}

/** An id that tests use where any will do. */
export const someId = "575ed6e87ae143cd83dc4aa8";
/** A token that stands out in any text. */
export const someToken = "eyJhbGciOi.token-that-nobody-may-see_0123456789";

/** A server that gives the answers of a script, one after the other; the last one again and again. */
export class ScriptedServer {
  readonly seen: SeenRequest[] = [];
  readonly sockets = new Set<unknown>();
  readonly #server: Server = createServer((request, response) => void this.#answer(request, response));
  #script: ScriptedAnswer[] = [];

  async listen(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
  }

  get url(): string {
    const address = this.#server.address();
    assert.ok(typeof address === "object" && address !== null);
    return `http://127.0.0.1:${address.port}`;
  }

  /** Forgets what was, and answers so from now on. */
  script(...answers: ScriptedAnswer[]): void {
    this.#script = answers;
    this.seen.length = 0;
    this.sockets.clear();
  }

  client(options: ClientOptions = {}): LosantClient {
    return new LosantClient({ apiUrl: this.url, apiToken: someToken, backoff: () => 0, ...options });
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.sockets.add(request.socket);
    this.seen.push(await seenRequest(request));
    const answer = this.#script[Math.min(this.seen.length, this.#script.length) - 1] ?? {};
    if (answer.drop) return void request.socket.destroy();
    response.writeHead(answer.status ?? 200, answer.headers);
    response.end(answer.body ?? "");
  }
}

async function seenRequest(request: IncomingMessage): Promise<SeenRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const { pathname, searchParams } = new URL(request.url ?? "", "http://127.0.0.1");
  return {
    method: request.method ?? "",
    path: pathname,
    query: searchParams,
    headers: request.headers,
    body: Buffer.concat(chunks).toString(),
  };
}

/** A scripted server for the tests of a suite. */
export const useServer = (): ScriptedServer => {
  const server = new ScriptedServer();
  before(() => server.listen());
  after(() => server.close());
  return server;
};

/** A simulator for the tests of a suite, with a client on it. */
export class Losant {
  readonly #harness: () => Harness;

  constructor(harness: () => Harness) {
    this.#harness = harness;
  }

  get simulator(): Harness {
    return this.#harness();
  }

  get orgId(): string {
    return this.simulator.simulator.orgId;
  }

  client(options: ClientOptions = {}): LosantClient {
    const { url, token } = this.simulator.simulator;
    return new LosantClient({ apiUrl: url, apiToken: token, backoff: () => 0, ...options });
  }

  /** The next calls of an action go wrong. */
  async fault(action: string, fault: object): Promise<void> {
    const answer = await this.simulator.control("POST", "/faults", { action, times: 1, ...fault });
    assert.ok(answer.status < 300, JSON.stringify(answer.body));
  }

  /** How often each action was called. */
  async calls(): Promise<unknown> {
    const { body } = await this.simulator.control("GET", "/requests");
    assert.ok(typeof body === "object" && body !== null && "byAction" in body);
    return body.byAction;
  }
}

export const useLosant = (): Losant => new Losant(useSimulator());

/** The error that a call fails with. */
export const failureOf = async (call: Promise<unknown>): Promise<LosantError> => {
  const error: unknown = await call.then(
    () => assert.fail("the call succeeded"),
    (reason: unknown) => reason,
  );
  assert.ok(isLosantError(error), String(error));
  return error;
};

import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";

/** What happens to some of the requests that pass. */
export interface ProxyFault {
  /** Which requests, written as `GET /orgs/5f…`, without the query. */
  request: RegExp;
  /** How many of them; default all. */
  times?: number;
  /** How many of them pass first. */
  after?: number;
  /** Happens right before the request is passed on. */
  before?: () => Promise<unknown>;
  /** Answers in place of the server, which never sees the request. */
  answer?: { status: number; contentType: string; body: string };
  /** Changes the body of the answer. */
  change?: (body: string) => string;
  /** Changes the headers of the answer. */
  headers?: (headers: Headers) => void;
}

const loopback = "127.0.0.1";

/** An error page of something between a client and Losant. */
export const htmlPage = (status: number): ProxyFault["answer"] => ({
  status,
  contentType: "text/html",
  body: `<html><head><title>${status}</title></head><body><h1>${status}</h1><hr>gateway</body></html>`,
});

/** A refusal in Losant's form. */
export const refusal = (status: number, type: string, message = "refused"): ProxyFault["answer"] => ({
  status,
  contentType: "application/json",
  body: JSON.stringify({ type, message }),
});

/** A proxy on loopback in front of a server, which can answer in its place or change what it answers. */
export class FaultyProxy {
  /** The requests that came, written as `GET /orgs/5f…`. */
  readonly requests: string[] = [];
  private faults: { fault: ProxyFault; seen: number }[] = [];

  private constructor(
    private readonly server: Server,
    private readonly target: string,
  ) {}

  static async start(target: string): Promise<FaultyProxy> {
    const server = createServer();
    const proxy = new FaultyProxy(server, target);
    server.on("request", (request, response) => {
      proxy.serve(request, response).catch(() => request.socket.destroy());
    });
    await new Promise<void>((resolve, reject) =>
      server.once("error", reject).listen(0, loopback, () => resolve()),
    );
    return proxy;
  }

  get url(): string {
    const address = this.server.address();
    if (address === null || typeof address === "string") throw new Error("The proxy has no port.");
    return `http://${loopback}:${address.port}`;
  }

  add(fault: ProxyFault): void {
    this.faults.push({ fault, seen: 0 });
  }

  /** Passes everything on again, and counts from zero. */
  reset(): void {
    this.faults = [];
    this.requests.length = 0;
  }

  /** How many requests of a form came. */
  count(form: RegExp): number {
    return this.requests.filter((request) => form.test(request)).length;
  }

  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve));
    this.server.closeAllConnections();
    await closed;
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", this.target);
    const form = `${request.method} ${url.pathname}`;
    this.requests.push(form);
    const fault = this.take(form);
    await fault?.before?.();
    const { status, headers, body } = fault?.answer ? ownAnswer(fault.answer) : await passOn(request, url);
    fault?.headers?.(headers);
    response.sendDate = false;
    response.writeHead(status, Object.fromEntries(headers)).end(fault?.change?.(body) ?? body);
  }

  private take(form: string): ProxyFault | undefined {
    for (const entry of this.faults.filter(({ fault }) => fault.request.test(form))) {
      const { after = 0, times = Number.POSITIVE_INFINITY } = entry.fault;
      entry.seen += 1;
      if (entry.seen > after && entry.seen <= after + times) return entry.fault;
    }
    return undefined;
  }
}

function ownAnswer({ status, contentType, body }: NonNullable<ProxyFault["answer"]>) {
  const headers = new Headers({ "content-type": contentType, date: new Date().toUTCString() });
  return { status, headers, body };
}

async function passOn(request: IncomingMessage, url: URL) {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  const names = ["authorization", "accept", "content-type", "losantdomain"];
  const headers = names.flatMap((name): [string, string][] =>
    request.headers[name] === undefined ? [] : [[name, String(request.headers[name])]],
  );
  const sent = parts.length > 0 ? { body: Buffer.concat(parts) } : {};
  const answer = await fetch(url, { method: request.method ?? "GET", headers, ...sent });
  const kept = new Headers(answer.headers);
  for (const name of ["content-length", "content-encoding", "connection", "keep-alive", "transfer-encoding"])
    kept.delete(name);
  return { status: answer.status, headers: kept, body: await answer.text() };
}

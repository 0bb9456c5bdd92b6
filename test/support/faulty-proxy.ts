import type { IncomingMessage, ServerResponse } from "node:http";
import { LoopbackServer } from "./loopback-server";
import { passOn } from "./pass-on";

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
export class FaultyProxy extends LoopbackServer {
  /** The requests that came, written as `GET /orgs/5f…`. */
  readonly requests: string[] = [];
  private faults: { fault: ProxyFault; seen: number }[] = [];

  private constructor(private readonly target: string) {
    super();
  }

  static async start(target: string): Promise<FaultyProxy> {
    const proxy = new FaultyProxy(target);
    await proxy.listen();
    return proxy;
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

  protected override async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? "/", this.target);
    const form = `${request.method} ${pathname}`;
    this.requests.push(form);
    const fault = this.take(form);
    await fault?.before?.();
    const { status, headers, body } = fault?.answer
      ? ownAnswer(fault.answer)
      : await passOn(request, this.target);
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

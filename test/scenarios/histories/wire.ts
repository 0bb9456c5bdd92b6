import type { Invite } from "../../../simulator/entities/invite";
import type { Member } from "../../../simulator/entities/member";
import { ProviderCrash } from "../../support/provider-calls";

import type { Trouble } from "./actions";
import type { Addresses } from "./addresses";

/** Who belongs to the organization at one moment. */
export interface Moment {
  members: readonly Member[];
  /** Unexpired invites. */
  invites: readonly Invite[];
  limit: number | undefined;
}

/** A request that changes something, with what was there before and after it. */
export interface Write {
  call: string;
  userId: string | null;
  inviteId: string | null;
  email: string | undefined;
  isDone: boolean;
  /** Whether the provider was given the whole answer. */
  isConfirmed: boolean;
  before: Moment;
  after: Moment;
}

const statusOf = { refused: 400, limited: 429, down: 503 } as const;

/** What a wire leads to, and what it tells of. */
export interface Served {
  faults: number;
  crashes: number;
  readonly onWrite: (write: Write) => void;
  readonly store: { now(): number };
  readonly addresses: Pick<Addresses, "of">;
  answer(request: Request): Promise<Response>;
  moment(): Moment;
  accept(email: string): void;
  decline(email: string): void;
}

/** What lies between the provider of one step and Losant: it numbers the requests, and disturbs some of them. */
export class Wire {
  /** Rejects when the provider's process ends in the middle of the step. */
  readonly crash: Promise<never>;
  private crashNow: (crash: ProviderCrash) => void = () => undefined;
  private count = 0;
  private isCrashed = false;
  private readonly underWay = new Set<Promise<unknown>>();
  /** Writes are done one after the other, so that what was before and after each is its own. */
  private lastWrite: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly losant: Served,
    private readonly trouble: Trouble[],
  ) {
    this.crash = new Promise((_, reject) => {
      this.crashNow = reject;
    });
    this.crash.catch(() => undefined);
  }

  /** Serves a request of the provider; rejects where the answer is lost, and never ends after a crash. */
  async serve(request: Request): Promise<Response> {
    this.count += 1;
    const number = this.count;
    const found = this.trouble.find((one) => number >= one.at && number < one.at + timesOf(one));
    if (this.isCrashed) return new Promise(() => undefined);
    if (!found) return this.work(request, true);
    this.losant.faults += 1;
    return this.disturbed(request, found);
  }

  private async disturbed(request: Request, trouble: Trouble): Promise<Response> {
    switch (trouble.kind) {
      case "crash before":
        return this.end();
      case "crash after":
        await this.work(request, false);
        return this.end();
      case "reset":
        throw new Error("socket hang up");
      case "lost":
        await this.work(request, false);
        throw new Error("socket hang up");
      case "broken":
        await this.work(request, false);
        return this.refusal(503);
      case "missing":
        return without(await this.work(request, false), trouble.fields);
      case "accept":
      case "decline":
        this.losant[trouble.kind](this.losant.addresses.of(trouble.who));
        return this.work(request, true);
      case "html 404":
        return this.page();
      default:
        return this.refusal(statusOf[trouble.kind]);
    }
  }

  /** What the process has sent by then is still done, before the next process asks anything. */
  private async end(): Promise<never> {
    this.isCrashed = true;
    this.losant.crashes += 1;
    await Promise.allSettled(this.underWay);
    this.crashNow(new ProviderCrash("the provider process ended"));
    return new Promise(() => undefined);
  }

  private async work(request: Request, isConfirmed: boolean): Promise<Response> {
    const answer = this.answer(request, isConfirmed);
    this.underWay.add(answer);
    try {
      return await answer;
    } finally {
      this.underWay.delete(answer);
    }
  }

  private async answer(request: Request, isConfirmed: boolean): Promise<Response> {
    if (request.method === "GET") return this.losant.answer(request);
    const body: unknown = request.method === "DELETE" ? {} : await request.clone().json();
    const previous = this.lastWrite;
    const written = previous.then(() => this.write(request, body, isConfirmed));
    this.lastWrite = written.catch(() => undefined);
    return written;
  }

  private async write(request: Request, body: unknown, isConfirmed: boolean): Promise<Response> {
    const { pathname, searchParams } = new URL(request.url);
    const before = this.losant.moment();
    const response = await this.losant.answer(request);
    this.losant.onWrite({
      call: `${request.method} ${pathname.split("/").at(-1)}`,
      userId: searchParams.get("userId") ?? textIn(body, "userId") ?? null,
      inviteId: searchParams.get("inviteId"),
      email: textIn(body, "email"),
      isDone: response.ok,
      isConfirmed,
      before,
      after: this.losant.moment(),
    });
    return response;
  }

  private refusal(status: number): Response {
    const body = {
      type: status === 400 ? "Validation" : "Trouble",
      message: `trouble with status ${status}`,
    };
    return Response.json(body, { status, headers: { ...this.date(), "retry-after": "0" } });
  }

  private page(): Response {
    const headers = { ...this.date(), "content-type": "text/html" };
    return new Response("<html><h1>404</h1></html>", { status: 404, headers });
  }

  private date() {
    return { date: new Date(this.losant.store.now()).toUTCString() };
  }
}

function timesOf(trouble: Trouble): number {
  return "times" in trouble ? trouble.times : 1;
}

function textIn(body: unknown, name: string): string | undefined {
  if (typeof body !== "object" || body === null) return undefined;
  const value: unknown = Object.entries(body).find(([key]) => key === name)?.[1];
  return typeof value === "string" ? value : undefined;
}

async function without(response: Response, fields: readonly string[]): Promise<Response> {
  const text = JSON.stringify(await response.json(), (key, value: unknown) =>
    fields.includes(key) ? undefined : value,
  );
  return new Response(text, { status: response.status, headers: response.headers });
}

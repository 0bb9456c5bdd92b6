import type { IncomingMessage, ServerResponse } from "node:http";
import { LoopbackServer } from "./loopback-server";
import { passOn } from "./pass-on";

/** An answer on its way to the provider; an edit changes it in place. */
export interface Answer {
  status: number;
  contentType: string;
  body: string;
  /** The `Date` header; undefined sends none. */
  date: string | undefined;
  /** Drops the connection instead of answering. */
  isLost: boolean;
}

export type Edit = (answer: Answer) => void;

/** What a server says, or something between it and the provider. */
export type Reply = Pick<Answer, "status" | "contentType" | "body">;

/** What happens to some of the requests that pass. */
export interface Rule {
  /** Which requests, written as `GET /orgs/5f…`, without the query; default all. */
  request?: RegExp;
  /** How many of them; default all. */
  times?: number;
  /** How many of them pass first. */
  after?: number;
  /** Happens right before the request is passed on. */
  before?: () => Promise<unknown>;
  /** Answers in place of the server, which never sees the request. */
  answer?: Reply;
  /** Changes the answer. The server has done its work. */
  edit?: Edit;
}

// A provider that repeats without end must not keep a test busy for ever.
const mostRequests = 2000;

/** Stands before a server on the loopback interface. All rules that apply to a request do, in their order. */
export class AnswerProxy extends LoopbackServer {
  /** The requests that came, written as `GET /orgs/5f…`. */
  private readonly requests: string[] = [];
  private rules: { rule: Rule; seen: number }[] = [];

  private constructor(private readonly target: string) {
    super();
  }

  static async start(target: string): Promise<AnswerProxy> {
    const proxy = new AnswerProxy(target);
    await proxy.listen();
    return proxy;
  }

  add(rule: Rule): void {
    this.rules.push({ rule, seen: 0 });
  }

  /** Passes everything on again, and counts from zero. */
  reset(): void {
    this.rules = [];
    this.requests.length = 0;
  }

  /** How many requests of a form came. */
  count(form: RegExp): number {
    return this.requests.filter((request) => form.test(request)).length;
  }

  protected override async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const form = `${request.method} ${new URL(request.url ?? "/", this.target).pathname}`;
    this.requests.push(form);
    if (this.requests.length > mostRequests) throw new Error(`More than ${mostRequests} requests.`);
    const rules = this.take(form);
    for (const { before } of rules) await before?.();
    const own = rules.find((rule) => rule.answer !== undefined)?.answer;
    const answer = own === undefined ? await this.ask(request) : ownAnswer(own);
    for (const { edit } of rules) edit?.(answer);
    send(answer, response);
  }

  private take(form: string): Rule[] {
    const fitting = this.rules.filter(({ rule }) => rule.request?.test(form) ?? true);
    for (const entry of fitting) entry.seen += 1;
    return fitting.filter(isDue).map(({ rule }) => rule);
  }

  private async ask(request: IncomingMessage): Promise<Answer> {
    const { status, headers, body } = await passOn(request, this.target);
    const contentType = headers.get("content-type") ?? "application/json";
    return { status, contentType, body, date: headers.get("date") ?? undefined, isLost: false };
  }
}

function isDue({
  rule: { after = 0, times = Number.POSITIVE_INFINITY },
  seen,
}: {
  rule: Rule;
  seen: number;
}) {
  return seen > after && seen <= after + times;
}

function ownAnswer(reply: Reply): Answer {
  return { ...reply, date: new Date().toUTCString(), isLost: false };
}

function send({ isLost, date, contentType, status, body }: Answer, response: ServerResponse): void {
  if (isLost) {
    response.destroy();
    return;
  }
  response.sendDate = false;
  if (date !== undefined) response.setHeader("date", date);
  response.setHeader("content-type", contentType);
  response.writeHead(status).end(body);
}

/** A refusal in Losant's form. */
export function refusal(status: number, type: string, message = "refused"): Reply {
  return { status, contentType: "application/json", body: JSON.stringify({ type, message }) };
}

/** A page of something between a client and Losant. */
export function htmlPage(status: number, text = `<h1>${status}</h1><hr>gateway`): Reply {
  const body = `<html><head><title>${status}</title></head><body>${text}</body></html>`;
  return { status, contentType: "text/html", body };
}

/** Leaves fields out of every answer, wherever they stand. */
export function without(...fields: string[]): Edit {
  return replacing((key, value) => (fields.includes(key) ? undefined : value));
}

/** Replaces values in every JSON answer, as the reviver of `JSON.parse` does. */
export function replacing(replace: (key: string, value: unknown) => unknown): Edit {
  return (answer) => {
    if (!answer.contentType.includes("json") || answer.body === "") return;
    answer.body = JSON.stringify(JSON.parse(answer.body, (key, value: unknown) => replace(key, value)));
  };
}

/** A clock that is ahead by some milliseconds. */
export function clockAhead(milliseconds: number): Edit {
  return (answer) => {
    answer.date = new Date(Date.parse(answer.date ?? "") + milliseconds).toUTCString();
  };
}

/** Answers without a `Date` header. */
export const withoutClock: Edit = (answer) => {
  answer.date = undefined;
};

/** No answer, though the server has done its work. */
export const lost: Edit = (answer) => {
  answer.isLost = true;
};

/** Another answer, though the server has done its work. */
export function replacedBy(reply: Reply): Edit {
  return (answer) => {
    Object.assign(answer, reply);
  };
}

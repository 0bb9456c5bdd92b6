import type { IncomingMessage, ServerResponse } from "node:http";
import { LoopbackServer } from "./loopback-server";
import { passOn } from "./pass-on";

/** An answer on its way to the provider; an edit changes it in place. */
export interface Answer {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  status: number;
  body: string;
  contentType: string;
  /** The `Date` header; undefined sends none. */
  date: string | undefined;
  /** Drops the connection instead of answering, once the simulator has done its work. */
  isLost: boolean;
}

/** What is done to every answer. */
export type Edit = (answer: Answer) => void;

// A provider that repeats without end must not keep a test busy for ever.
const mostRequests = 2000;

/** Stands before a simulator on the loopback interface and edits its answers. */
export class AnswerProxy extends LoopbackServer {
  private edits: Edit[] = [];
  private served = 0;

  private constructor(private readonly target: string) {
    super();
  }

  static async start(target: string): Promise<AnswerProxy> {
    const proxy = new AnswerProxy(target);
    await proxy.listen();
    return proxy;
  }

  /** Adds an edit of all answers from now on. */
  edit(edit: Edit): void {
    this.edits.push(edit);
  }

  /** Answers are passed on as they are again. */
  clear(): void {
    this.edits = [];
  }

  protected override async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.served += 1;
    if (this.served > mostRequests) throw new Error(`More than ${mostRequests} requests.`);
    const answer = await this.ask(request);
    for (const edit of this.edits) edit(answer);
    if (answer.isLost) {
      response.destroy();
      return;
    }
    response.sendDate = false;
    if (answer.date !== undefined) response.setHeader("date", answer.date);
    response.setHeader("content-type", answer.contentType);
    response.writeHead(answer.status).end(answer.body);
  }

  private async ask(request: IncomingMessage): Promise<Answer> {
    const { status, headers, body } = await passOn(request, this.target);
    return {
      method: request.method ?? "GET",
      path: (request.url ?? "/").replace(/\?.*/, ""),
      status,
      body,
      contentType: headers.get("content-type") ?? "application/json",
      date: headers.get("date") ?? undefined,
      isLost: false,
    };
  }
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

/** Applies an edit to the answers of one kind of call: `only("GET", /invites$/, …)`. */
export function only(method: string, path: RegExp, edit: Edit): Edit {
  return (answer) => {
    if (answer.method === method && path.test(answer.path)) edit(answer);
  };
}

/** Applies an edit to the answer with this number, counted from 1 by the edit itself. */
export function nth(number: number, edit: Edit): Edit {
  let count = 0;
  return (answer) => {
    count += 1;
    if (count === number) edit(answer);
  };
}

/** A refusal in Losant's own form. The work has been done all the same, unless it was a GET. */
export function refusal(status: number, message: string, type = "Error"): Edit {
  return (answer) => {
    Object.assign(answer, {
      status,
      contentType: "application/json",
      body: JSON.stringify({ type, message }),
    });
  };
}

/** What a gateway between answers: a page of HTML. */
export function page(status: number, html = "<html><body><h1>Bad gateway</h1></body></html>"): Edit {
  return (answer) => {
    Object.assign(answer, { status, contentType: "text/html", body: html });
  };
}

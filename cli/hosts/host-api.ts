import { DelegateBackoff, handleWhen, retry } from "cockatiel";
import { z } from "zod";
import { readBounded } from "../../client/bounded-body";
import { Connections } from "../../client/connections";
import { type Redact, redactor } from "../../client/redaction";
import type { FetchResponse } from "../../client/request";
import { type Backoff, defaultBackoff } from "../../client/retry";
import { readRetryAfter } from "../../client/retry-after";
import { checkedToken, checkedUrl } from "../../client/setting-values";
import { type Advice, adviceFor, HostError } from "./host-error";

/** How a code host is reached. */
export interface HostOptions {
  /** The variable with the API's address, and what is in it. */
  url: { name: string; value: string };
  /** The variable with the token, and what is in it. */
  token: { name: string; value: string };
  /** The token as the host takes it. */
  headers: (token: string) => Record<string, string>;
  /** Other waits between tries; default exponential with full jitter, obeying Retry-After. */
  backoff?: Backoff | undefined;
}

/** A request to a code host. */
export interface HostRequest<Answer> {
  /** As messages begin: `Writing the comment`. */
  doing: string;
  method: "GET" | "POST" | "PATCH" | "PUT" | "DELETE";
  path: string;
  body?: object;
  answer: z.ZodType<Answer>;
  advice: Advice;
}

const seconds = 30;
const mostAttempts = 4;
const pageSize = 100;
/** A job that waits costs minutes: who is asked to wait longer is told so. */
const longestWait = 120_000;

/** The access to a code host's API. */
export class HostApi {
  readonly #url: string;
  readonly #headers: Record<string, string>;
  readonly #redact: Redact;
  readonly #connections: Connections;
  readonly #backoff: Backoff;

  constructor({ url, token, headers, backoff = defaultBackoff }: HostOptions) {
    this.#url = checkedUrl(url.value, url.name);
    this.#headers = headers(checkedToken(token.value, token.name));
    this.#redact = redactor([token.value]);
    this.#connections = new Connections(this.#url, 2);
    this.#backoff = backoff;
  }

  /** Sends a request once. */
  async send<Answer>(request: HostRequest<Answer>): Promise<Answer> {
    const { status, text, response } = await this.#exchange(request);
    if (status < 200 || status > 299) throw this.#refusal(request, response, text);
    const answer = request.answer.safeParse(jsonIn(text));
    if (answer.success) return answer.data;
    const what = `${request.method} ${request.path} answered ${status} in another form than the host documents`;
    throw new HostError(`${request.doing} failed: ${what}.`, {
      status,
      isRetryable: false,
      retryAfter: undefined,
    });
  }

  /** All items of a list, over all pages. */
  async pages<Item>(request: Omit<HostRequest<Item[]>, "method">): Promise<Item[]> {
    const items: Item[] = [];
    const sign = request.path.includes("?") ? "&" : "?";
    for (let page = 1; ; page += 1) {
      const path = `${request.path}${sign}per_page=${pageSize}&page=${page}`;
      const found = await this.send({ ...request, method: "GET", path });
      items.push(...found);
      if (found.length < pageSize) return items;
    }
  }

  /**
   * Repeats some work where an answer was lost or the host asks to wait. The work looks first what there is, so that
   * nothing is written twice.
   */
  withRetries<Result>(work: () => Promise<Result>): Promise<Result> {
    let retryAfter: number | undefined;
    const policy = retry(handleWhen(isRetryable), {
      maxAttempts: mostAttempts - 1,
      backoff: new DelegateBackoff(({ attempt }) => this.#backoff(attempt, retryAfter)),
    });
    return policy.execute(() =>
      work().catch((error: unknown) => {
        retryAfter = error instanceof HostError ? error.retryAfter : undefined;
        throw error;
      }),
    );
  }

  async #exchange({ doing, method, path, body }: HostRequest<unknown>) {
    const { default: fetch } = await import("node-fetch");
    try {
      const response = await fetch(this.#url + path, {
        method,
        headers: { ...this.#headers, ...(body && { "Content-Type": "application/json" }) },
        ...(body && { body: JSON.stringify(body) }),
        redirect: "manual",
        agent: await this.#connections.agent(),
        signal: AbortSignal.timeout(seconds * 1000),
      });
      return { status: response.status, text: (await readBounded(response.body)) ?? "", response };
    } catch (error) {
      const reason = this.#redact(error instanceof Error ? error.message : String(error));
      throw new HostError(
        `${doing} failed: ${method} ${path} had no answer (${reason}). Run the job again.`,
        {
          status: undefined,
          isRetryable: true,
          retryAfter: undefined,
        },
      );
    }
  }

  #refusal({ doing, method, path, advice }: HostRequest<unknown>, response: FetchResponse, text: string) {
    const { status } = response;
    const said = this.#redact(wordsOf(text));
    const limit = limitOf(response, said);
    const wait = limit.retryAfter === undefined ? "" : ` It asks to wait ${limit.retryAfter / 1000} s.`;
    const what = `${method} ${path} answered ${status} (${said || "nothing more"}).${wait}`;
    return new HostError(`${doing} failed: ${what} ${adviceFor(advice, status, limit.isLimit)}`, {
      status,
      isRetryable: (limit.isLimit || status >= 500) && (limit.retryAfter ?? 0) <= longestWait,
      retryAfter: limit.retryAfter,
    });
  }
}

function isRetryable(error: Error): boolean {
  return error instanceof HostError && error.isRetryable;
}

/** GitHub answers 403 too where there were too many requests, with one of two headers or in words. */
function limitOf({ status, headers }: FetchResponse, said: string) {
  const asked = readRetryAfter(headers.get("retry-after"), headers.get("date"));
  const isUsedUp = headers.get("x-ratelimit-remaining") === "0";
  const reset = Number(headers.get("x-ratelimit-reset") ?? Number.NaN) * 1000 - Date.now();
  const untilReset = isUsedUp && reset > 0 ? Math.ceil(reset / 1000) * 1000 : undefined;
  const isRefusedForLimit = status === 403 && (asked !== undefined || isUsedUp || /rate limit/i.test(said));
  return { isLimit: status === 429 || isRefusedForLimit, retryAfter: asked ?? untilReset };
}

function jsonIn(text: string): unknown {
  try {
    return text === "" ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

const Refused = z.object({ message: z.unknown(), error: z.unknown(), errors: z.unknown() }).partial();
const longestWords = 300;

/** What a host says of a refusal: GitHub and GitLab both answer with `message`, GitLab with `error` too. */
function wordsOf(text: string): string {
  const { message, error, errors } = Refused.safeParse(jsonIn(text)).data ?? {};
  const words = [message ?? error, errors].filter((part) => part !== undefined);
  return words
    .map((part) => (typeof part === "string" ? part : JSON.stringify(part)))
    .join(": ")
    .slice(0, longestWords);
}

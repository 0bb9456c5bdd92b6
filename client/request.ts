import { bulkhead } from "cockatiel";
import { actions } from "./actions";
import { type Body, largestBody, readBounded } from "./bounded-body";
import { attemptOf, type Call, parseAnswer, pathOf } from "./call";
import { missingTokenMessage, settings } from "./configuration";
import { Connections } from "./connections";
import { isNotFound, type LosantError } from "./errors";
import {
  type Attempt,
  answerError,
  argumentError,
  callError,
  statusError,
  timeoutError,
  unreachableError,
} from "./messages";
import { type Redact, redactor } from "./redaction";
import { type Backoff, defaultBackoff, withRetries } from "./retry";
import { readRetryAfter } from "./retry-after";
import { ServerClock } from "./server-clock";
import {
  attemptLimits,
  checkedDomain,
  checkedNumber,
  checkedToken,
  checkedUrl,
  timeoutLimits,
} from "./setting-values";

/** What the client gives to `fetch`. */
export interface FetchInit {
  method: string;
  headers: Record<string, string>;
  body?: string;
  redirect: "manual";
  /** A `node:http` agent that keeps connections open; node-fetch uses it, others may leave it alone. */
  agent: object;
  signal: AbortSignal;
}

/** What the client reads of an answer. */
export interface FetchResponse {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  readonly body: Body | null;
}

/** The part of `fetch` that the client uses. */
export type Fetch = (url: string, init: FetchInit) => Promise<FetchResponse>;

/** An answer as it came. */
export interface AnswerNote {
  /** Such as `GET /orgs/575ed6e87ae143cd83dc4aa8/invites`, with the query. */
  request: string;
  status: number;
  /** Its `Date` header. */
  date: string | null;
}

/** How a client reaches the API. */
export interface ClientOptions {
  /** A user API token; without one (or with an empty one) every call fails, saying how to set it. */
  apiToken?: string | undefined;
  /** Default `https://api.losant.com`. Plain http only on loopback. */
  apiUrl?: string | undefined;
  /** Sent as the `losantdomain` header; default none. */
  domain?: string | undefined;
  /** Seconds per request, from sending to the last byte of the answer; 1 to 3600, default 30. */
  requestTimeout?: number | undefined;
  /** Tries per request, the first included; 1 to 20, default 5. */
  maxAttempts?: number | undefined;
  /** Another `fetch`; default node-fetch. */
  fetch?: Fetch | undefined;
  /** Once it is aborted, nothing more is sent; what is under way ends as usual. */
  signal?: AbortSignal | undefined;
  /** Is told of each answer, of refusals and failed tries too. */
  onAnswer?: ((answer: AnswerNote) => void) | undefined;
  /** Other waits between tries; default exponential with full jitter, obeying Retry-After. */
  backoff?: Backoff | undefined;
  /** Another monotonic clock, in milliseconds since any fixed moment; default `performance.now`. */
  monotonic?: (() => number) | undefined;
}

const mostInFlight = 8;

/** The only access to the network: sends calls, retries them where that is safe, and reads the answers. */
export class Requests {
  readonly #token: string | undefined;
  readonly #domain: string | undefined;
  readonly #url: string;
  readonly #seconds: number;
  readonly #maxAttempts: number;
  readonly #backoff: Backoff;
  readonly #fetch: Fetch | undefined;
  readonly #inFlight = bulkhead(mostInFlight, Number.POSITIVE_INFINITY);
  readonly #connections: Connections;
  readonly #clock: ServerClock;
  readonly #signal: AbortSignal | undefined;
  readonly #onAnswer: ClientOptions["onAnswer"];

  constructor({ apiToken, domain, backoff = defaultBackoff, fetch, signal, ...options }: ClientOptions) {
    const { apiUrl, requestTimeout, maxAttempts } = settings;
    this.#token = apiToken ? checkedToken(apiToken, "apiToken") : undefined;
    this.#domain = domain ? checkedDomain(domain, "domain") : undefined;
    this.#url = checkedUrl(options.apiUrl ?? apiUrl.default, "apiUrl");
    this.#seconds = checkedNumber(
      options.requestTimeout ?? requestTimeout.default,
      "requestTimeout",
      timeoutLimits,
    );
    this.#maxAttempts = checkedNumber(
      options.maxAttempts ?? maxAttempts.default,
      "maxAttempts",
      attemptLimits,
    );
    this.#backoff = backoff;
    this.#fetch = fetch;
    this.#signal = signal;
    this.#onAnswer = options.onAnswer;
    this.#clock = new ServerClock(options.monotonic);
    this.#connections = new Connections(this.#url, mostInFlight);
  }

  /** The time now by Losant's clock; undefined where no answer has given it. */
  serverTime(): Date | undefined {
    return this.#clock.now();
  }

  /**
   * Sends a call. `reconcile` gives, after a lost answer, the result of a call that has succeeded already, for
   * calls that may not be retried blindly. Undefined: the retry of a delete found nothing left to delete.
   */
  async send<Answer>(
    call: Call<Answer>,
    reconcile?: () => Promise<Answer | undefined>,
  ): Promise<Answer | undefined> {
    const attempt = attemptOf(call);
    const redact = redactor([this.#token, call.secret]);
    const { action } = call;
    let lost: LosantError | undefined;
    try {
      const maxAttempts = Math.min(this.#maxAttempts, call.maxAttempts ?? this.#maxAttempts);
      const options = { action, maxAttempts, backoff: this.#backoff };
      return await withRetries(options, async (lostBefore) => {
        lost = lostBefore;
        const done = lost && (await reconcile?.());
        return done ?? (await this.#once(call, attempt, redact, lost !== undefined));
      });
    } catch (error) {
      throw callError(action, error, lost, redact);
    }
  }

  /** As `send`, for calls that are no deletes and so always have an answer. */
  async ask<Answer>(call: Call<Answer>, reconcile?: () => Promise<Answer | undefined>): Promise<Answer> {
    const answer = await this.send(call, reconcile);
    if (answer === undefined) throw new Error(`${call.action} is no delete, so it has an answer`);
    return answer;
  }

  async #once<Answer>(
    call: Call<Answer>,
    attempt: Attempt,
    redact: Redact,
    isRetry: boolean,
  ): Promise<Answer | undefined> {
    try {
      return await this.#inFlight.execute(() => this.#exchange(call, attempt, redact));
    } catch (error) {
      const isDone = isNotFound(error) && actions[call.action].retry === "delete";
      if (isRetry && isDone) return undefined;
      throw error;
    }
  }

  async #exchange<Answer>(call: Call<Answer>, attempt: Attempt, redact: Redact): Promise<Answer> {
    if (this.#token === undefined) throw argumentError(attempt, missingTokenMessage);
    if (this.#signal?.aborted)
      throw argumentError(attempt, "the run is cancelled. The next run goes on from here.");
    if (call.notAfter && (this.#clock.now() ?? new Date()) >= call.notAfter)
      throw argumentError(attempt, `it is too late: ${call.notAfter.toISOString()} has come.`);
    const { status, body, retryAfter } = await this.#answerTo(call, attempt, this.#token);
    if (status < 200 || status > 299) throw statusError(attempt, { status, body, retryAfter }, redact);
    if (body === undefined) throw answerError(attempt, `it is larger than ${largestBody / 2 ** 20} MB`);
    return parseAnswer(call, attempt, body);
  }

  readonly #nodeFetch: Fetch = async (url, init) => {
    const { default: fetch } = await import("node-fetch");
    return fetch(url, { ...init, agent: await this.#connections.agent() });
  };

  async #answerTo(call: Call<unknown>, attempt: Attempt, token: string) {
    const fetch = this.#fetch ?? this.#nodeFetch;
    const signal = AbortSignal.timeout(this.#seconds * 1000);
    try {
      const response = await fetch(this.#url + pathOf(call), {
        method: actions[call.action].method,
        headers: this.#headers(call, token),
        ...(call.body && { body: JSON.stringify(call.body) }),
        redirect: "manual",
        agent: await this.#connections.agent(),
        signal,
      });
      this.#clock.note(response.headers.get("date"));
      this.#onAnswer?.({
        request: `${actions[call.action].method} ${pathOf(call)}`,
        status: response.status,
        date: response.headers.get("date"),
      });
      const retryAfter = readRetryAfter(response.headers.get("retry-after"), response.headers.get("date"));
      return { status: response.status, body: await readBounded(response.body), retryAfter };
    } catch (error) {
      throw signal.aborted
        ? timeoutError(attempt, this.#seconds)
        : unreachableError(attempt, { url: this.#url, isProxied: this.#connections.areProxied }, error);
    }
  }

  #headers(call: Call<unknown>, token: string): Record<string, string> {
    return {
      Authorization: `Bearer ${token}`,
      Accept: "application/json",
      "Accept-Version": "^1.30.0",
      ...(call.body && { "Content-Type": "application/json" }),
      ...(this.#domain !== undefined && { losantdomain: this.#domain }),
    };
  }
}

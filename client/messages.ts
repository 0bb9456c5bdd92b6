import { type ActionName, actions } from "./actions";
import { adviceFor } from "./advice";
import { settings } from "./configuration";
import { readBody } from "./error-bodies";
import { isLosantError, LosantError } from "./errors";
import type { Redact } from "./redaction";

/** What was tried, as messages begin: the action's words with its parameters filled in. */
export interface Attempt {
  action: ActionName;
  /** For example `Reading organization 575e…`. */
  doing: string;
  /** For example `GET /orgs/575e…`. */
  call: string;
}

/** An answer that is no success. */
export interface Refusal {
  status: number;
  /** Undefined where it is too large to be read. */
  body: string | undefined;
  /** Milliseconds. */
  retryAfter: number | undefined;
}

/** Losant refused, or could not answer properly. */
export function statusError(
  attempt: Attempt,
  { status, body, retryAfter }: Refusal,
  redact: Redact,
): LosantError {
  const { type, message, isLosantsForm } = readBody(body, redact);
  const said = [type, message.replace(/\.$/, "")].filter((part) => part).join(": ") || "nothing more";
  const advice = adviceFor({ action: attempt.action, status, type, isLosantsForm });
  const text = `${attempt.doing} failed: ${attempt.call} answered ${status} (${said}). ${advice}`.trimEnd();
  return new LosantError(text, {
    action: attempt.action,
    status,
    type,
    retryable: body !== undefined && (status === 429 || status >= 500),
    outcome: status >= 500 ? "unknown" : "refused",
    retryAfter,
    isLosantsForm,
  });
}

/** There was no response in time. */
export function timeoutError(attempt: Attempt, seconds: number): LosantError {
  const { environment, stack } = settings.requestTimeout;
  const advice = `Try again later, or allow more seconds with ${environment} or ${stack}.`;
  return noResponse(attempt, `none within ${seconds} s`, advice, "unknown");
}

/** There was no response. */
export function unreachableError(
  attempt: Attempt,
  { url, isProxied }: { url: string; isProxied: boolean },
  error: unknown,
): LosantError {
  const proxy = isProxied ? " Requests go through the proxy of HTTPS_PROXY or ALL_PROXY." : "";
  const advice = `Is ${url} (${settings.apiUrl.environment}) the right address, and reachable from here?${proxy}`;
  const code = codeOf(error);
  const outcome = code !== undefined && neverReached.has(code) ? "refused" : "unknown";
  return noResponse(attempt, reasonOf(error) || code || "no reason given", advice, outcome);
}

/** The network's words for a server that a request cannot have reached. */
const neverReached = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN"]);

function noResponse(
  attempt: Attempt,
  reason: string,
  advice: string,
  outcome: LosantError["outcome"],
): LosantError {
  return new LosantError(`${attempt.doing} failed: ${attempt.call} got no response (${reason}). ${advice}`, {
    action: attempt.action,
    retryable: true,
    outcome,
  });
}

/** node-fetch repeats the whole address before the reason. */
function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.replace(/^request to \S+ failed, reason: ?/, "");
}

function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !("code" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}

/** Something of the call's own is wrong, and nothing was sent. */
export function argumentError(attempt: Attempt, problem: string): LosantError {
  return new LosantError(`${attempt.doing}: request not sent: ${problem}`, {
    action: attempt.action,
    retryable: false,
    outcome: "refused",
  });
}

/** Losant answered something else than it documents; the body itself is not shown. */
export function answerError(attempt: Attempt, problem: string): LosantError {
  const text =
    `${attempt.doing} failed: the answer to ${attempt.call} is not what this version understands (${problem}). ` +
    "If LOSANT_API_URL is right, please report this.";
  return new LosantError(text, { action: attempt.action, retryable: false, outcome: "unknown" });
}

/** The pages of a list do not fit together. */
export function listError(attempt: Attempt, problem: string): LosantError {
  const text =
    `${attempt.doing} failed: the pages of ${attempt.call} are not one whole list, and were read twice (${problem}). ` +
    "If it is being changed, try again; if not, a cache or proxy may give other pages than those asked for.";
  return new LosantError(text, { action: attempt.action, retryable: true, outcome: "refused" });
}

/** What is wrong with a value, as a schema's error lists it. */
export interface Problems {
  readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[];
}

/** The first problems of something that did not parse, by path and without values. */
export function problemsIn(error: Problems): string {
  return error.issues
    .slice(0, 3)
    .map((issue) => `${issue.path.join(".") || "the whole"}: ${issue.message}`)
    .join("; ");
}

/**
 * The error of a whole call, after all its tries: without secrets, and saying where the request may have
 * succeeded all the same. `lost` is the newest try whose answer was lost.
 */
export function callError(
  action: ActionName,
  error: unknown,
  lost: LosantError | undefined,
  redact: Redact,
): unknown {
  if (!isLosantError(error)) return error;
  const isFailedCheck = lost !== undefined && error.action !== action;
  const main = isFailedCheck ? lost : error;
  const check = isFailedCheck ? ` The check whether it did failed: ${describeResult(error)}.` : "";
  const isOpen = main.outcome === "unknown" && ["reconcile", "never"].includes(actions[action].retry);
  const warning = isOpen ? " The request may have succeeded; check before retrying." : "";
  const type = main.type === undefined ? undefined : redact(main.type);
  return new LosantError(redact(main.message + warning + check), { ...main, type });
}

function describeResult({ action, status, retryable }: LosantError): string {
  if (status !== undefined) return `${action} answered ${status}`;
  return retryable ? `${action} got no response` : `${action} gave an answer that was not understood`;
}

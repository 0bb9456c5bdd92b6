import { type ActionName, actions } from "./actions";
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
  const said = [type, message].filter((part) => part).join(": ") || "nothing more";
  const text = `${attempt.doing} failed: ${attempt.call} answered ${status} (${said}).${adviceFor(attempt, status, type)}`;
  return new LosantError(text, {
    action: attempt.action,
    status,
    type,
    retryable: status === 429 || status >= 500,
    outcome: status >= 500 ? "unknown" : "refused",
    retryAfter,
    isLosantsForm,
  });
}

/** There was no answer in time. */
export function timeoutError(attempt: Attempt, seconds: number): LosantError {
  const { environment, stack } = settings.requestTimeout;
  const advice = `Try again later, or allow more seconds with ${environment} or ${stack}.`;
  return noAnswer(attempt, `none within ${seconds} seconds`, advice, "unknown");
}

/** There was no answer. */
export function unreachableError(attempt: Attempt, url: string, error: unknown): LosantError {
  const advice = `Is ${url} (${settings.apiUrl.environment}) the right address, and reachable from here?`;
  const code = codeOf(error);
  const outcome = code !== undefined && neverReached.has(code) ? "refused" : "unknown";
  return noAnswer(attempt, reasonOf(error) || code || "no reason given", advice, outcome);
}

/** The network's words for a server that a request cannot have reached. */
const neverReached = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN"]);

function noAnswer(
  attempt: Attempt,
  reason: string,
  advice: string,
  outcome: LosantError["outcome"],
): LosantError {
  return new LosantError(`${attempt.doing} failed: ${attempt.call} had no answer (${reason}). ${advice}`, {
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
export function argumentError(attempt: Attempt, fault: string): LosantError {
  return new LosantError(`${attempt.doing} was not tried: ${fault}`, {
    action: attempt.action,
    retryable: false,
    outcome: "refused",
  });
}

/** Losant answered something else than it documents; the body itself is not shown. */
export function answerError(attempt: Attempt, fault: string): LosantError {
  const text =
    `${attempt.doing} failed: the answer to ${attempt.call} is not what this version understands (${fault}). ` +
    `If LOSANT_API_URL points to the right API, please report this.`;
  return new LosantError(text, { action: attempt.action, retryable: false, outcome: "unknown" });
}

/** What is wrong with a value, as a zod error lists it. */
export interface Problems {
  readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[];
}

/** The first faults of something that did not parse, by path and without values. */
export function faultsIn(error: Problems): string {
  return error.issues
    .slice(0, 3)
    .map((issue) => `${issue.path.join(".") || "the whole"}: ${issue.message}`)
    .join("; ");
}

/**
 * The error of a whole call, after all its tries: without secrets, and saying where something may have happened
 * all the same. `lost` is the newest try whose answer was lost.
 */
export function callError(
  action: ActionName,
  error: unknown,
  lost: LosantError | undefined,
  redact: Redact,
): unknown {
  if (!isLosantError(error)) return error;
  const isFailedLook = lost !== undefined && error.action !== action;
  const [main, look] = isFailedLook
    ? [lost, ` Looking whether it happened failed too: ${error.message}`]
    : [error, ""];
  const isOpen = main.outcome === "unknown" && ["look", "never"].includes(actions[action].repeat);
  const warning = isOpen ? " It may have happened all the same: look before you try again." : "";
  const type = main.type === undefined ? undefined : redact(main.type);
  return new LosantError(redact(main.message + warning + look), { ...main, type });
}

function adviceFor(attempt: Attempt, status: number, type: string | undefined): string {
  const scopes = actions[attempt.action].scopes.join(", ");
  if (status === 401) {
    return (
      ` The API token was not accepted: set LOSANT_API_TOKEN to one that is valid and has one of the scopes ` +
      `${scopes}. (Refresh and destroy use the configuration recorded at the last "pulumi up"; the variable ` +
      `wins over it, or pass --refresh=false once.)`
    );
  }
  if (status === 403) return ` The token needs one of the scopes ${scopes}${personFor(attempt.action)}.`;
  if (status === 404 && type !== "NotFound") {
    return (
      " This answer is not in Losant's form: it may come from a proxy or gateway, or LOSANT_API_URL may be wrong. " +
      "It does not prove that anything is gone."
    );
  }
  if (status === 404) return " It does not exist, or the authenticated user may not see it.";
  if (status === 429) return " Losant asks for fewer requests: try again later.";
  if (status >= 300 && status < 400) {
    return " Redirects are not followed, as the token would go along: set LOSANT_API_URL to the address itself.";
  }
  return status >= 500 ? " Losant is in trouble: try again later." : "";
}

/** Only admins may change an organization (the vendor's documentation); a token may be capped below that too. */
function personFor(action: ActionName): string {
  const isChange = action.startsWith("org.") && actions[action].method !== "GET";
  return isChange ? ", and both it and its person need the admin role there" : "";
}

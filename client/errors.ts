import type { ActionName } from "./actions";
import { printable } from "./printable";

/** What an error of the client says beside its message. */
export interface LosantErrorDetails {
  action: ActionName;
  status?: number | undefined;
  type?: string | undefined;
  retryable: boolean;
  outcome: "refused" | "unknown";
  retryAfter?: number | undefined;
  isLosantsForm?: boolean | undefined;
}

const marker = Symbol.for("pulumi-losant.LosantError");

/**
 * A call that failed. The message says what was tried on what, what Losant answered, and what to do; it never
 * holds the token, and is on one line whatever a server said.
 */
export class LosantError extends Error {
  override readonly name = "LosantError";
  /** @internal */
  readonly [marker] = true;
  /** The vendor's name of the call, such as `org.get`. */
  readonly action: ActionName;
  /** The answer's HTTP status; undefined where there was no answer. */
  readonly status: number | undefined;
  /** The answer's error type, such as `NotFound`. */
  readonly type: string | undefined;
  /** Whether the same call may succeed later: no answer, 429 or 5xx. */
  readonly retryable: boolean;
  /** `refused`: nothing happened. `unknown`: the answer was lost, so it may have happened. */
  readonly outcome: "refused" | "unknown";
  /** How long Losant asks to wait, in milliseconds. */
  readonly retryAfter: number | undefined;
  /** Whether the answer was in Losant's own form: JSON with `type` and `message`. A proxy's or gateway's is not. */
  readonly isLosantsForm: boolean;

  constructor(message: string, details: LosantErrorDetails) {
    super(printable(message));
    this.action = details.action;
    this.status = details.status;
    this.type = details.type === undefined ? undefined : printable(details.type);
    this.retryable = details.retryable;
    this.outcome = details.outcome;
    this.retryAfter = details.retryAfter;
    this.isLosantsForm = details.isLosantsForm ?? false;
  }
}

/** Whether something caught is a LosantError, of this or of another copy of the package. */
export function isLosantError(error: unknown): error is LosantError {
  return typeof error === "object" && error !== null && marker in error;
}

/**
 * Whether Losant itself answered that something is not there: status 404 and type `NotFound`. The 404 of a proxy,
 * a gateway or a wrong address is none, and proves nothing.
 */
export function isNotFound(error: unknown): error is LosantError {
  return isLosantError(error) && error.status === 404 && error.type === "NotFound";
}

/** Whether Losant itself refused for a missing right: status 403 in its own form, not a gateway's. */
export function isMissingRight(error: unknown): error is LosantError {
  return isLosantError(error) && error.status === 403 && error.isLosantsForm;
}

/** A setting that cannot be used; the message names it, its problem and what is allowed, never a token. */
export class ConfigurationError extends Error {
  override readonly name = "ConfigurationError";

  constructor(message: string) {
    super(printable(message));
  }
}

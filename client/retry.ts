import { DelegateBackoff, handleWhen, retry } from "cockatiel";
import { type ActionName, actions } from "./actions";
import { isLosantError, type LosantError } from "./errors";

/**
 * How long to wait before a retry, in milliseconds. `attempt` counts from 1; `retryAfter` is how long
 * Losant asks to wait, in milliseconds.
 */
export type Backoff = (attempt: number, retryAfter: number | undefined) => number;

const firstDelay = 500;
const longestDelay = 20_000;
/** However long Losant asks to wait, nobody waits longer than this for one call. */
const longestRetryAfter = 300_000;

/** Exponential with full jitter; what Losant asks for goes first. */
export const defaultBackoff: Backoff = (attempt, retryAfter) => {
  if (retryAfter !== undefined) return Math.min(retryAfter, longestRetryAfter);
  return Math.random() * Math.min(longestDelay, firstDelay * 2 ** (attempt - 1));
};

/** How a call may be retried. */
export interface RetryOptions {
  action: ActionName;
  maxAttempts: number;
  backoff: Backoff;
}

/** Retries a call where that is safe. `send` is given the error of the newest try whose answer was lost. */
export function withRetries<Answer>(
  { action, maxAttempts, backoff }: RetryOptions,
  send: (lost: LosantError | undefined) => Promise<Answer>,
): Promise<Answer> {
  let retryAfter: number | undefined;
  let lost: LosantError | undefined;
  const policy = retry(
    handleWhen((error) => isSafeToRetry(error, action)),
    {
      maxAttempts: maxAttempts - 1,
      backoff: new DelegateBackoff(({ attempt }) => backoff(attempt, retryAfter)),
    },
  );
  return policy.execute(() =>
    send(lost).catch((error: unknown) => {
      retryAfter = isLosantError(error) ? error.retryAfter : undefined;
      if (isLosantError(error) && error.outcome === "unknown") lost = error;
      throw error;
    }),
  );
}

/** Losant said that it did nothing, or a retry does no harm. A failed check has been retried already. */
function isSafeToRetry(error: Error, action: ActionName): boolean {
  if (!isLosantError(error) || !error.retryable || error.action !== action) return false;
  return error.outcome === "refused" || actions[action].retry !== "never";
}

import { DelegateBackoff, handleWhen, retry } from "cockatiel";
import { actions } from "./actions";
import { isLosantError, type LosantError } from "./errors";

/** How long to wait before a repeated call, in milliseconds; `attempt` counts from 1. */
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

/**
 * Repeats a call where that is safe. `send` is given the error of the try before, if there was one.
 */
export function repeating<Answer>(
  maxAttempts: number,
  backoff: Backoff,
  send: (previous: LosantError | undefined) => Promise<Answer>,
): Promise<Answer> {
  let previous: LosantError | undefined;
  const policy = retry(handleWhen(isRepeatable), {
    maxAttempts: maxAttempts - 1,
    backoff: new DelegateBackoff(({ attempt }) => backoff(attempt, previous?.retryAfter)),
  });
  return policy.execute(() =>
    send(previous).catch((error: unknown) => {
      if (isLosantError(error)) previous = error;
      throw error;
    }),
  );
}

/** Losant said that it did nothing, or repeating does no harm. */
function isRepeatable(error: Error): boolean {
  if (!isLosantError(error) || !error.retryable) return false;
  return error.outcome === "refused" || actions[error.action].repeat !== "never";
}

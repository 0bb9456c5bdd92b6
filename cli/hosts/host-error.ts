import { printable } from "../../client/printable";

/** A request that a code host refused, or that had no answer. */
export class HostError extends Error {
  override readonly name = "HostError";
  /** Undefined where there was no answer. */
  readonly status: number | undefined;
  readonly isRetryable: boolean;
  /** How long the host asks to wait, in milliseconds. */
  readonly retryAfter: number | undefined;

  constructor(message: string, details: Pick<HostError, "status" | "isRetryable" | "retryAfter">) {
    super(printable(message));
    this.status = details.status;
    this.isRetryable = details.isRetryable;
    this.retryAfter = details.retryAfter;
  }
}

/** What to do about an answer, by its status; each host says which permission is missing. */
export type Advice = Readonly<Partial<Record<number, string>>>;

export function adviceFor(advice: Advice, status: number, isLimit: boolean): string {
  if (isLimit) return "That is the host's limit on requests: run the job again later.";
  if (status >= 500) return "That is an error of the host: run the job again.";
  return advice[status] ?? "See the host's documentation of its API.";
}

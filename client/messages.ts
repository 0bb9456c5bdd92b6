import { z } from "zod";
import { type ActionName, actions } from "./actions";
import { LosantError } from "./errors";

/** What was tried, as messages begin: the action's words with its parameters filled in. */
export interface Attempt {
  action: ActionName;
  /** For example `Reading organization 575e…`. */
  doing: string;
  /** For example `GET /orgs/575e…`. */
  call: string;
}

const ErrorBody = z.looseObject({ type: z.string().optional(), message: z.string().optional() });

/** Losant refused, or could not answer properly. The body may be empty, plain text, HTML or of another shape. */
export function statusError(
  attempt: Attempt,
  status: number,
  body: string,
  retryAfter?: number,
): LosantError {
  const { type, message } = readBody(body);
  const said = [type, message].filter((part) => part).join(": ") || "nothing more";
  const text = `${attempt.doing} failed: ${attempt.call} answered ${status} (${said}).${adviceFor(attempt, status)}`;
  return new LosantError(text, {
    action: attempt.action,
    status,
    type,
    retryable: status === 429 || status >= 500,
    outcome: status >= 500 ? "unknown" : "refused",
    retryAfter,
  });
}

/** There was no answer. `reason` is the network's word. */
export function networkError(attempt: Attempt, reason: string, advice: string): LosantError {
  return new LosantError(`${attempt.doing} failed: ${attempt.call} had no answer (${reason}). ${advice}`, {
    action: attempt.action,
    retryable: true,
    outcome: "unknown",
  });
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

/** The first faults of something that did not parse, by path and without values. */
export function faultsIn(error: z.ZodError): string {
  return error.issues
    .slice(0, 3)
    .map((issue) => `${issue.path.join(".") || "the whole"}: ${issue.message}`)
    .join("; ");
}

function readBody(body: string): { type?: string | undefined; message?: string | undefined } {
  try {
    const parsed = ErrorBody.safeParse(JSON.parse(body));
    if (parsed.success) return parsed.data;
  } catch {
    // Not JSON: the text itself is the message.
  }
  const text = body
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  return { message: text.slice(0, 300) };
}

function adviceFor(attempt: Attempt, status: number): string {
  const scopes = actions[attempt.action].scopes.join(", ");
  if (status === 401) {
    return (
      ` The API token was not accepted: set LOSANT_API_TOKEN to one that is valid and has one of the scopes ` +
      `${scopes}. (Refresh and destroy use the configuration recorded at the last "pulumi up"; the variable ` +
      `wins over it, or pass --refresh=false once.)`
    );
  }
  if (status === 403) return ` The token needs one of the scopes ${scopes}, and its person must be an admin.`;
  if (status === 404) return " It is not there, or the token's person may not see it.";
  if (status === 429) return " Losant asks for fewer requests: try again later.";
  if (status >= 300 && status < 400) {
    return " Redirects are not followed, as the token would go along: set LOSANT_API_URL to the address itself.";
  }
  return status >= 500 ? " Losant is in trouble: try again later." : "";
}

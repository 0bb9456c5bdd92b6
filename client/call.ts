import { type ActionName, actions } from "./actions";
import { type Attempt, answerError, problemsIn } from "./messages";
import type { AnswerSchema } from "./schemas/schema";

/** One call: an action with its parameters by where they go. */
export interface Call<Answer> {
  action: ActionName;
  answer: AnswerSchema<Answer>;
  path?: Record<string, string>;
  query?: Record<string, string | number | boolean | undefined>;
  body?: object;
  /** What no message may show, beside the token. */
  secret?: string | undefined;
  /** From then on nothing is sent, by Losant's clock. */
  notAfter?: Date | undefined;
  /** Fewer tries than the client's, for what nothing depends on. */
  maxAttempts?: number | undefined;
  /** What messages name beside the path's parameters. */
  naming?: object;
}

/** The call as messages name it. */
export function attemptOf(call: Pick<Call<unknown>, "action" | "naming" | "path">): Attempt {
  const { method, path, doing } = actions[call.action];
  const parameters = { ...call.naming, ...call.path };
  return {
    action: call.action,
    doing: fill(doing, parameters),
    call: `${method} ${fill(path, call.path ?? {})}`,
  };
}

/** Where the call goes, below the API's address. */
export function pathOf(call: Call<unknown>): string {
  const query = Object.entries({ _actions: false, _links: false, ...call.query })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]): [string, string] => [name, String(value)]);
  return `${fill(actions[call.action].path, call.path ?? {})}?${new URLSearchParams(query)}`;
}

function fill(template: string, values: Record<string, unknown>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? `(${name})`));
}

/** Reads a successful answer. */
export function parseAnswer<Answer>(call: Call<Answer>, attempt: Attempt, body: string): Answer {
  const result = call.answer.safeParse(readJson(body, attempt));
  if (result.success) return result.data;
  throw answerError(attempt, problemsIn(result.error));
}

function readJson(body: string, attempt: Attempt): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw answerError(attempt, body === "" ? "it is empty" : "it is not JSON, or ends too early");
  }
}

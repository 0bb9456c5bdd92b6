import type { LosantClient } from "../../client";
import { onePerRun } from "../one-per-run";
import { warnOfSettings } from "../settings";
import { asciiLowerCase } from "../text";
import type { Checks } from "./arguments";
import { checkArguments } from "./arguments";
import { ask } from "./connection";
import { currentChanges } from "./freshness";

interface Asked<Answer> {
  answer: Promise<Answer>;
  /** How many resources this run had changed by then. */
  changes: number;
}

/** Something to ask Losant, and what its arguments must be. */
export interface Question<Args, Answer> {
  /** The data function's name, as messages begin. */
  call: string;
  checks: Checks<Args>;
  ask: (client: LosantClient, args: Args) => Promise<Answer>;
}

/**
 * Makes a function that asks Losant once for all equal calls of a program, until a resource may have changed the
 * answer. Failures are not remembered. Callers share the answer and must not change it.
 */
export function sharedQuestion<Args extends object, Answer>(
  question: Question<Args, Answer>,
): (args: Args) => Promise<Answer> {
  const currentAnswers = onePerRun(() => new Map<string, Asked<Answer>>());
  return async (args) => {
    checkArguments(question.call, args, question.checks);
    warnOfSettings();
    const answers = currentAnswers() ?? new Map<string, Asked<Answer>>();
    const key = keyOf(args, Object.keys(question.checks));
    const changes = currentChanges()?.count ?? 0;
    const asked = answers.get(key);
    if (asked?.changes === changes) return asked.answer;
    const answer = ask((client) => question.ask(client, args));
    answers.set(key, { answer, changes });
    return answer.catch((error) => {
      if (answers.get(key)?.answer === answer) answers.delete(key);
      throw error;
    });
  };
}

function keyOf(args: object, names: string[]): string {
  const given = new Map<string, unknown>(Object.entries(args));
  return JSON.stringify(
    names.map((name) => {
      const value = given.get(name);
      return name === "orgId" && typeof value === "string" ? asciiLowerCase(value) : (value ?? null);
    }),
  );
}

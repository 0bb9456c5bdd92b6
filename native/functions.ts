import type { LosantClient } from "../client";
import { printable } from "../client/printable";
import {
  type Problem,
  type QuestionName,
  questions,
  type Reads,
  sharedReads,
  withoutNulls,
} from "../client/questions";

/** What an invoke gives: an object of plain data, or what is wrong with its arguments. */
export type FunctionAnswer = { result: Record<string, unknown> } | { problems: Problem[] };

type AnyQuestion = (typeof questions)[QuestionName];

const tokenPrefix = "losant:index:";

/** The data functions of one provider process. Equal calls ask Losant once, until something has changed. */
export class DataFunctions {
  #changes = 0;
  readonly #reads: Reads;

  /** The client is asked for when something is: the engine may configure the provider only then. */
  constructor(client: () => LosantClient) {
    this.#reads = sharedReads(
      async (question) => question(client()),
      () => this.#changes,
    );
  }

  /** Forgets the answers: a resource may have changed them. */
  changed(): void {
    this.#changes += 1;
  }

  /**
   * Answers a function by its token, such as `losant:index:getMember`. Fails for a token that is none, and where
   * Losant does not answer.
   */
  async answer(token: string, args: Record<string, unknown>): Promise<FunctionAnswer> {
    const question = questionOf(token);
    const problems = [...unknownArguments(question, args), ...question.problems(args)];
    if (problems.length > 0) return { problems };
    return { result: asObject(question, await question.ask(this.#reads, args)) };
  }
}

function questionOf(token: string): AnyQuestion {
  const name = token.startsWith(tokenPrefix) ? token.slice(tokenPrefix.length) : "";
  if (isQuestionName(name)) return questions[name];
  const known = Object.keys(questions).map((one) => tokenPrefix + one);
  throw new Error(`There is no function ${printable(token)}. There are ${known.join(", ")}.`);
}

function isQuestionName(name: string): name is QuestionName {
  return Object.hasOwn(questions, name);
}

function unknownArguments({ name, argumentNames }: AnyQuestion, args: Record<string, unknown>): Problem[] {
  const unknown = Object.keys(args).filter((argument) => !argumentNames.includes(argument));
  const reason = `is no argument of ${name}; it takes ${argumentNames.join(", ")}`;
  return unknown.map((argument) => ({ property: printable(argument), reason }));
}

/** A list is no object, and a map has no names that a schema could list. */
function asObject({ property }: AnyQuestion, answer: object): Record<string, unknown> {
  const entries = Object.entries(property === undefined ? answer : { [property]: answer });
  return withoutNulls(Object.fromEntries(entries));
}

import type { LosantClient } from "../client";
import {
  type DataFunctionName,
  dataFunctions,
  type Problem,
  type Reads,
  sharedReads,
  withoutNulls,
} from "../client/data-functions";
import { printable } from "../client/printable";

/** What an invoke gives: an object of plain data, or what is wrong with its arguments. */
export type FunctionAnswer = { result: Record<string, unknown> } | { problems: Problem[] };

type AnyDataFunction = (typeof dataFunctions)[DataFunctionName];

const tokenPrefix = "losant:index:";

/** The data functions of one provider process. Equal calls ask Losant once, until something has changed. */
export class DataFunctions {
  #changes = 0;
  readonly #reads: Reads;

  /** The client is asked for when something is: the engine may configure the provider only then. */
  constructor(client: () => LosantClient) {
    this.#reads = sharedReads(
      async (read) => read(client()),
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
    const dataFunction = dataFunctionOf(token);
    const problems = [...unknownArguments(dataFunction, args), ...dataFunction.problems(args)];
    if (problems.length > 0) return { problems };
    return { result: asObject(dataFunction, await dataFunction.ask(this.#reads, args)) };
  }
}

function dataFunctionOf(token: string): AnyDataFunction {
  const name = token.startsWith(tokenPrefix) ? token.slice(tokenPrefix.length) : "";
  if (isDataFunctionName(name)) return dataFunctions[name];
  const known = Object.keys(dataFunctions).map((one) => tokenPrefix + one);
  throw new Error(`There is no function ${printable(token)}. There are ${known.join(", ")}.`);
}

function isDataFunctionName(name: string): name is DataFunctionName {
  return Object.hasOwn(dataFunctions, name);
}

function unknownArguments(
  { name, argumentNames }: AnyDataFunction,
  args: Record<string, unknown>,
): Problem[] {
  const unknown = Object.keys(args).filter((argument) => !argumentNames.includes(argument));
  const reason = `is no argument of ${name}; it takes ${argumentNames.join(", ")}`;
  return unknown.map((argument) => ({ property: printable(argument), reason }));
}

/** A list is no object, and a map has no names that a schema could list. */
function asObject({ property }: AnyDataFunction, answer: object): Record<string, unknown> {
  const entries = Object.entries(property === undefined ? answer : { [property]: answer });
  return withoutNulls(Object.fromEntries(entries));
}

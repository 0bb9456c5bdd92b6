import { type Checks, type Given, givenArguments, type Problem, problemsIn } from "./checks";
import type { Reads } from "./shared-reads";

/** A data function: it is described once, and every face of the package calls it. */
export interface DataFunction<Args extends object, Answer> {
  /** The function's name, as messages begin. */
  readonly name: string;
  /** The names of its arguments. */
  readonly argumentNames: readonly string[];
  /** The property that holds the answer where only objects with known names can be given; undefined for such. */
  readonly property: string | undefined;
  /** Every problem of its arguments, before anything is asked. */
  readonly problems: (args: object) => Problem[];
  /** Fails with every problem of the arguments in one message, or as Losant does. */
  readonly ask: (reads: Reads, args: Args | Given) => Promise<Answer>;
}

/** How a data function is described. */
interface Description<Args, Answer> {
  name: string;
  property?: string;
  checks: Checks<Args>;
  /** What is wrong with the arguments together. */
  together?: (args: Given) => Problem[];
  ask: (reads: Reads, args: Args) => Promise<Answer>;
}

/** Makes a data function that checks its arguments before it asks. */
export function dataFunction<Args extends object, Answer>(
  description: Description<Args, Answer>,
): DataFunction<Args, Answer> {
  const { name, property, ask } = description;
  const checks: Checks<Given> = description.checks;
  const problems = (args: object) => {
    const given = givenArguments(args, checks);
    return [...problemsIn(given, checks), ...(description.together?.(given) ?? [])];
  };
  const isAllowed = (args: object): args is Args => problems(args).length === 0;
  return {
    name,
    property,
    argumentNames: Object.keys(checks),
    problems,
    ask: async (reads, args) => {
      const given = givenArguments(args, checks);
      if (isAllowed(given)) return ask(reads, given);
      throw new Error(problemText(name, problems(given)));
    },
  };
}

/** All problems of a call in one line. */
export function problemText(name: string, problems: readonly Problem[]): string {
  return `${name}: ${problems.map(({ property, reason }) => `${property}: ${reason}`).join("; ")}`;
}

/** Plain data without the fields that have no value: undefined cannot be sent, and null means the same here. */
export function withoutNulls<Data>(data: Data): Data;
export function withoutNulls(data: unknown): unknown {
  if (Array.isArray(data)) return data.map((one) => withoutNulls(one));
  if (typeof data !== "object" || data === null) return data;
  const entries = Object.entries(data).filter(([, value]) => value !== undefined && value !== null);
  return Object.fromEntries(entries.map(([name, value]) => [name, withoutNulls(value)]));
}

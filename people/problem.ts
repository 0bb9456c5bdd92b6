import { printable } from "../client/printable";

/** Something wrong with a file of people. */
export interface Problem {
  file: string;
  /** From 1; absent, as the column, where there is no file to read. */
  line?: number | undefined;
  /** From 1. */
  column?: number | undefined;
  /** Where in the file's structure, such as `teams.field.role`; empty for the whole of it. */
  path: string;
  /** What is wrong and what is allowed. */
  message: string;
}

/** A problem of a whole file. */
export function problemOf(file: string, message: string): Problem {
  return { file, path: "", message };
}

/** Files of people cannot be used; the message has a line for each problem, in their order. */
export class PeopleError extends Error {
  override readonly name = "PeopleError";
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const ordered = [...problems].sort(byPlace);
    super(ordered.map(describeProblem).join("\n"));
    this.problems = ordered;
  }
}

/** `people.yaml:3:5: teams.field.role: must be one of …`. */
function describeProblem({ file, line, column, path, message }: Problem): string {
  const place = [file, line, column].filter((part) => part !== undefined).join(":");
  return printable([place, path, message].filter((part) => part !== "").join(": "));
}

function byPlace(one: Problem, other: Problem): number {
  if (one.file !== other.file) return one.file < other.file ? -1 : 1;
  return (one.line ?? 0) - (other.line ?? 0) || (one.column ?? 0) - (other.column ?? 0);
}

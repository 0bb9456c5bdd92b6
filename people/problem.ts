import { printable } from "../client/printable";

/** Something wrong in a file of people. */
export interface Problem {
  file: string;
  /** From 1. */
  line: number;
  /** From 1. */
  column: number;
  /** Where in the file's structure, such as `teams.field.role`; empty for the whole of it. */
  path: string;
  /** What is wrong and what is allowed. */
  message: string;
}

/** Files of people cannot be used; the message tells all that is wrong with them, a problem a line. */
export class PeopleError extends Error {
  override readonly name = "PeopleError";

  constructor(readonly problems: readonly Problem[]) {
    super(problems.map(describeProblem).join("\n"));
  }
}

/** `people.yaml:3:5: teams.field.role: must be one of …`. */
export function describeProblem({ file, line, column, path, message }: Problem): string {
  const place = `${file}:${line}:${column}`;
  return printable(path === "" ? `${place}: ${message}` : `${place}: ${path}: ${message}`);
}

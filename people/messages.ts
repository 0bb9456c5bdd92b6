import type { z } from "zod";
import { nearest } from "../provider/vocabulary/nearest";
import type { Path } from "./offsets";
import { PeopleFile } from "./schema";

/** Longer text is not repeated in a message. */
const mostShown = 60;

/** What to say of a problem where the schema itself says nothing. */
export function explain(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.input === undefined || issue.input === null) return "is required";
  if (issue.code === "invalid_type")
    return `must be ${described[issue.expected] ?? `of type ${issue.expected}`}`;
  return undefined;
}

const described: Record<string, string> = {
  object: "a map",
  record: "a map",
  array: "a list",
  string: "text: put it into quotes",
  boolean: "true or false",
  number: "a number",
};

/** What is at a segment of a path. */
export function childOf(value: unknown, segment: PropertyKey): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  return Object.getOwnPropertyDescriptor(value, segment)?.value;
}

/** What to say of a problem, with the value where that is short. */
export function messageOf(issue: z.core.$ZodIssue, content: unknown): string {
  if (issue.code === "invalid_key") return issue.issues[0]?.message ?? issue.message;
  const value = issue.path.reduce(childOf, content);
  if (value === null) return ofNothing(issue);
  const isOfValue = issue.code !== "invalid_type" && issue.message.startsWith("must be ");
  return isOfValue ? `${issue.message}${shown(value)}` : issue.message;
}

function shown(value: unknown): string {
  const isPlain = ["string", "number", "boolean"].includes(typeof value);
  const text = isPlain ? JSON.stringify(value) : "";
  return text === "" || text.length > mostShown ? "" : `; got ${text}`;
}

function ofNothing({ path, message }: z.core.$ZodIssue): string {
  const key = path.at(-1);
  if (key === "members") return "is empty: write [] for a team without members";
  const isOptional = keysAt(path.slice(0, -1)).includes(String(key));
  if (isOptional) return "is empty: give it a value, or leave the key out";
  return message === "is required" ? "is empty" : message;
}

/** What to say of a key that does not belong there. */
export function unknownKey(key: string, path: Path): string {
  const allowed = keysAt(path);
  const [likely] = nearest(key, allowed, 1);
  const hint = likely === undefined ? `allowed are ${allowed.join(", ")}` : `did you mean ${likely}?`;
  return `unknown key "${key}": ${hint}`;
}

/** What may stand at a path: the top, the roster, a team, or a person. */
function keysAt([top, name]: Path): string[] {
  const { roster, teams, people } = PeopleFile.shape;
  if (top === "roster") return Object.keys(roster.unwrap().shape);
  if (top === "teams" && name !== undefined) return Object.keys(teams.unwrap().valueType.shape);
  if (top === "people" && name !== undefined) return Object.keys(people.unwrap().valueType.options[1].shape);
  return Object.keys(PeopleFile.shape);
}

import { z } from "zod";
import { Email } from "../provider/vocabulary/arguments";
import { nearest } from "../provider/vocabulary/nearest";
import type { Path, PeopleDocument } from "./document";
import type { Problem } from "./problem";
import { PeopleFile } from "./schema";

/** What one file says. */
export interface ParsedFile {
  document: PeopleDocument;
  content: PeopleFile;
}

/** Longer text is not repeated in a message. */
const mostShown = 60;

const AnyPeople = z.object({ people: z.record(z.string(), z.unknown()) });

/** Compares what a file holds with what it may hold. Where there are problems, the content is not to be used. */
export function parsePeople(document: PeopleDocument): ParsedFile & { problems: readonly Problem[] } {
  const { data = {}, error } = PeopleFile.safeParse(document.content, { error: explain, reportInput: true });
  const issues = (error?.issues ?? []).flatMap(innerIssues);
  const problems = issues.flatMap((issue) => problemsOf(document, issue));
  return { document, content: data, problems: [...problems, ...addressProblems(document)] };
}

/** What to say of a problem where the schema itself says nothing. */
function explain({ code, input, ...issue }: z.core.$ZodRawIssue): string | undefined {
  if (input === undefined || input === null) return "is required";
  const expected = "expected" in issue ? String(issue.expected) : "";
  return code === "invalid_type" ? `must be ${described[expected] ?? `of type ${expected}`}` : undefined;
}

const described: Record<string, string> = {
  object: "a map",
  record: "a map",
  array: "a list",
  string: "text: put it into quotes",
  boolean: "true or false",
  number: "a number",
};

/** Of a person who is stated as an object, the problems inside of it. */
function innerIssues(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== "invalid_union") return [issue];
  const [ofRole = [], ofObject = []] = issue.errors;
  const isObject = typeof issue.input === "object" && issue.input !== null;
  return (isObject ? ofObject : ofRole).map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
}

function problemsOf(document: PeopleDocument, issue: z.core.$ZodIssue): Problem[] {
  const { path } = issue;
  if (issue.code !== "unrecognized_keys") return [document.problemAt(path, messageOf(issue))];
  return issue.keys.map((key) => document.problemAt(path, unknownKey(key, path), [...path, key]));
}

/** Apart from the schema, which looks no further where a key is wrong. */
function addressProblems(document: PeopleDocument): Problem[] {
  const { data } = AnyPeople.safeParse(document.content);
  return Object.keys(data?.people ?? {})
    .filter((address) => !Email.safeParse(address).success)
    .map((address) =>
      document.problemAt(["people"], `${address} is not an email address`, ["people", address]),
    );
}

/** With the value where that is short. */
function messageOf(issue: z.core.$ZodIssue): string {
  if (issue.code === "invalid_key") return issue.issues[0]?.message ?? issue.message;
  if (issue.input === null) return ofNothing(issue);
  const isOfValue = issue.code !== "invalid_type" && issue.message.startsWith("must be ");
  return isOfValue ? `${issue.message}${shown(issue.input)}` : issue.message;
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

function unknownKey(key: string, path: Path): string {
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

import type { z } from "zod";
import { Email } from "../provider/vocabulary/arguments";
import { PeopleDocument } from "./document";
import { childOf, explain, messageOf, unknownKey } from "./messages";
import type { Problem } from "./problem";
import { PeopleFile } from "./schema";

/** One file of people: its content, or what is wrong with it. */
export interface ParsedFile {
  document: PeopleDocument;
  content?: PeopleFile | undefined;
  problems: readonly Problem[];
}

/** Parses the text of one file; `file` is its name for messages. */
export function parsePeople(file: string, text: string): ParsedFile {
  const document = new PeopleDocument(file, text);
  if (document.content === undefined) return { document, problems: document.problems };
  const result = PeopleFile.safeParse(document.content, { error: explain });
  const issues = result.error?.issues ?? [];
  const found = issues
    .flatMap((issue) => innerIssues(issue, document.content))
    .flatMap((issue) => problemsOf(document, issue));
  const problems = [...document.problems, ...found, ...addressProblems(document)];
  return { document, content: result.data, problems };
}

/** Read of the content itself, so that they are told beside what else is wrong. */
function addressProblems(document: PeopleDocument): Problem[] {
  const people = childOf(document.content, "people");
  const addresses = typeof people === "object" && people !== null ? Object.keys(people) : [];
  return addresses
    .filter((address) => !Email.safeParse(address).success)
    .map((address) => document.problemAt(["people"], `${address} is not an email address`, address));
}

/** Of a person who is stated as an object, the problems inside of it. */
function innerIssues(issue: z.core.$ZodIssue, content: unknown): z.core.$ZodIssue[] {
  if (issue.code !== "invalid_union") return [issue];
  const value = issue.path.reduce(childOf, content);
  const [ofRole = [], ofObject = []] = issue.errors;
  const issues = typeof value === "object" && value !== null ? ofObject : ofRole;
  return issues.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
}

function problemsOf(document: PeopleDocument, issue: z.core.$ZodIssue): Problem[] {
  if (issue.code !== "unrecognized_keys")
    return [document.problemAt(issue.path, messageOf(issue, document.content))];
  return issue.keys.map((key) => document.problemAt(issue.path, unknownKey(key, issue.path), key));
}

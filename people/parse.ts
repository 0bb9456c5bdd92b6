import type { z } from "zod";
import { Email } from "../provider/vocabulary/arguments";
import { PeopleDocument } from "./document";
import { childOf, explain, messageOf, unknownKey } from "./messages";
import type { Path } from "./offsets";
import type { Problem } from "./problem";
import { PeopleFile } from "./schema";
import { isWithin, type Source } from "./source";
import { validPart } from "./valid-part";

/** What a file says, or a part of it, and what is wrong with it. */
export interface ParsedPart {
  source: Source;
  /** All that can be used, whatever else is wrong. */
  content: PeopleFile;
  problems: readonly Problem[];
  /** Where something is wrong. */
  wrong: readonly Path[];
}

/** One file of people. */
export interface ParsedFile extends ParsedPart {
  name: string;
  /** Parts under keys that are there again. */
  duplicate: readonly ParsedPart[];
}

/** Parses the text of one file; `file` is its name for messages. */
export function parsePeople(file: string, text: string): ParsedFile {
  const document = new PeopleDocument(file, text);
  const { problems, ...part } = parsePart(document, document.duplicate);
  return {
    ...part,
    name: file,
    problems: [...document.problems, ...problems],
    duplicate: document.duplicate.map((duplicate) => parsePart(duplicate)),
  };
}

function parsePart(source: Source, duplicate: readonly Source[] = []): ParsedPart {
  const { content, root } = source;
  if (content === undefined) return { source, content: {}, problems: [], wrong: [root] };
  const result = PeopleFile.safeParse(content, { error: explain });
  const issues = (result.error?.issues ?? [])
    .flatMap((issue) => innerIssues(issue, content))
    .filter(({ path }) => isWithin(path, root));
  const wrong = [...issues.flatMap(pathsOf), ...duplicate.map(({ root: path }) => path)];
  const problems = [...issues.flatMap((issue) => problemsOf(source, issue)), ...addressProblems(source)];
  const valid = wrong.length === 0 ? (result.data ?? {}) : validPart(content, wrong);
  return { source, content: valid, problems, wrong };
}

/** Read of the content itself, so that they are told beside what else is wrong. */
function addressProblems(source: Source): Problem[] {
  const people = childOf(source.content, "people");
  const isJudged = typeof people === "object" && people !== null && isWithin(["people"], source.root);
  return (isJudged ? Object.keys(people) : [])
    .filter((address) => !Email.safeParse(address).success)
    .map((address) => source.problemAt(["people"], `${address} is not an email address`, address));
}

/** Of a person who is stated as an object, the problems inside of it. */
function innerIssues(issue: z.core.$ZodIssue, content: unknown): z.core.$ZodIssue[] {
  if (issue.code !== "invalid_union") return [issue];
  const value = issue.path.reduce(childOf, content);
  const [ofRole = [], ofObject = []] = issue.errors;
  const issues = typeof value === "object" && value !== null ? ofObject : ofRole;
  return issues.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
}

function pathsOf(issue: z.core.$ZodIssue): Path[] {
  return issue.code === "unrecognized_keys" ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
}

function problemsOf(source: Source, issue: z.core.$ZodIssue): Problem[] {
  if (issue.code !== "unrecognized_keys")
    return [source.problemAt(issue.path, messageOf(issue, source.content))];
  return issue.keys.map((key) => source.problemAt(issue.path, unknownKey(key, issue.path), key));
}

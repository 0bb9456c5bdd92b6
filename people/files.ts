import { isUtf8 } from "node:buffer";
import { lstatSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { isDynamicPattern } from "tinyglobby";
import { codeOf, type MatchedFiles, matchedFiles } from "./matched-files";
import { type Problem, problemOf } from "./problem";

/** A file that was read; `name` as users know it. */
export interface ReadFile {
  name: string;
  text: string;
}

/** Files that were read, and what is wrong with those that were not. */
export interface ReadFiles {
  files: readonly ReadFile[];
  problems: readonly Problem[];
}

/**
 * Reads files by name or by pattern (`people/*.yaml`), relative to a folder, each once. What is the name of a file is no
 * pattern. A problem is a file that is not there, cannot be read or is no UTF-8, or a pattern that matches none.
 */
export function readFiles(patterns: readonly string[], folder: string): ReadFiles {
  const matched = patterns.map((pattern) => matchedBy(pattern, folder));
  const names = matched.flatMap((one) => one.names);
  const each = [...new Map(names.map((name) => [resolve(folder, name), name])).values()];
  const read = each.map((name) => readOne(name, folder));
  return {
    files: read.flatMap((one) => ("text" in one ? [one] : [])),
    problems: [
      ...eachOnce(matched.flatMap(({ problems }) => problems)),
      ...read.flatMap((one) => ("problem" in one ? [one.problem] : [])),
    ],
  };
}

function matchedBy(pattern: string, folder: string): MatchedFiles {
  const isPattern = isDynamicPattern(pattern) && !isName(resolve(folder, pattern));
  if (!isPattern) return { names: [pattern], problems: [] };
  const { names, problems } = matchedFiles(pattern, folder);
  const isNothing = names.length + problems.length === 0;
  return { names, problems: isNothing ? [problemOf(pattern, `matches no file in ${folder}`)] : problems };
}

/** Several patterns may match the same. */
function eachOnce(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}

/** A link that leads nowhere has a name too. A pattern may be longer than the name of any file. */
function isName(path: string): boolean {
  try {
    return !lstatSync(path).isDirectory();
  } catch {
    return false;
  }
}

function readOne(name: string, folder: string): ReadFile | { problem: Problem } {
  try {
    const bytes = readFileSync(resolve(folder, name));
    const text = bytes.toString("utf8");
    return isUtf8(bytes) ? { name, text } : { problem: encodingProblem(name, text) };
  } catch (error) {
    const code = codeOf(error);
    const isAbsent = code === "ENOENT";
    const message = isAbsent ? `there is no such file in ${folder}` : `cannot be read (${code})`;
    return { problem: problemOf(name, message) };
  }
}

/** At the first place of bytes that are no character. */
function encodingProblem(name: string, text: string): Problem {
  const before = text.slice(0, text.indexOf("\uFFFD")).split("\n");
  const column = (before.at(-1)?.length ?? 0) + 1;
  const place = { line: before.length, column };
  return { ...problemOf(name, "is not UTF-8: save the file in that encoding"), ...place };
}

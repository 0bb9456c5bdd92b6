import { isUtf8 } from "node:buffer";
import { readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { globSync, isDynamicPattern } from "tinyglobby";
import type { Problem } from "./problem";

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
 * pattern. A problem is a file that is not there or no UTF-8, or a pattern that matches none.
 */
export function readFiles(patterns: readonly string[], folder: string): ReadFiles {
  const named = patterns.map((pattern) => ({ pattern, names: namesOf(pattern, folder) }));
  const unmatched = named.filter(({ names }) => names.length === 0);
  const names = named.flatMap(({ names }) => names);
  const each = [...new Map(names.map((name) => [resolve(folder, name), name])).values()];
  const read = each.map((name) => readOne(name, folder));
  return {
    files: read.flatMap((one) => ("text" in one ? [one] : [])),
    problems: [
      ...unmatched.map(({ pattern }) => problemOf(pattern, `matches no file in ${folder}`)),
      ...read.flatMap((one) => ("problem" in one ? [one.problem] : [])),
    ],
  };
}

function namesOf(pattern: string, folder: string): string[] {
  const isPattern = isDynamicPattern(pattern) && !isFile(resolve(folder, pattern));
  return isPattern
    ? globSync([pattern], { cwd: folder, onlyFiles: true, expandDirectories: false }).sort()
    : [pattern];
}

/** A pattern may be longer than the name of any file. */
function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
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
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    const isAbsent = code === "ENOENT";
    const message = isAbsent ? `there is no such file in ${folder}` : `cannot be read (${String(code)})`;
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

function problemOf(file: string, message: string): Problem {
  return { file, path: "", message };
}

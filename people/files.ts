import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { globSync, isDynamicPattern } from "tinyglobby";
import { PeopleError } from "./problem";

/** A file that was read; `name` as users know it. */
export interface ReadFile {
  name: string;
  text: string;
}

/**
 * Reads files by name or by pattern (`people/*.yaml`), relative to a folder, each once.
 *
 * @throws PeopleError where one is not there, or a pattern matches none.
 */
export function readFiles(patterns: readonly string[], folder: string): ReadFile[] {
  const names = patterns.flatMap((pattern) =>
    isDynamicPattern(pattern) ? matching(pattern, folder) : [pattern],
  );
  return [...new Map(names.map((name) => [resolve(folder, name), name])).values()].map((name) => ({
    name,
    text: read(name, folder),
  }));
}

function matching(pattern: string, folder: string): string[] {
  const names = globSync([pattern], { cwd: folder, onlyFiles: true, expandDirectories: false }).sort();
  if (names.length === 0) throw unreadable(pattern, `matches no file in ${folder}`);
  return names;
}

function read(name: string, folder: string): string {
  try {
    return readFileSync(resolve(folder, name), "utf8");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    throw unreadable(
      name,
      code === "ENOENT" ? `there is no such file in ${folder}` : `cannot be read (${String(code)})`,
    );
  }
}

function unreadable(file: string, message: string): PeopleError {
  return new PeopleError([{ file, line: 1, column: 1, path: "", message }]);
}

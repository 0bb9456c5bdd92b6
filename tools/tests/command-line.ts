import { statSync } from "node:fs";
import { relative, resolve, sep } from "node:path";
import { projectFolder } from "../set-up/project";

/** What was asked of `npm test -- …`. */
export interface CommandLine {
  /** Of `--ring`, which the scripts of single rings give. */
  ring: string | undefined;
  /** Files and folders to which the run is limited. */
  paths: string[];
  /** Whether there is a `--grep` or `--fgrep`. */
  isSearch: boolean;
  /** What that looks for, unless it is a pattern that is no plain text. */
  text: string | undefined;
  /** All that is mocha's. */
  flags: string[];
}

const ringFlag = /^--ring=(.*)$/;
const grepFlag = /^(?:-g|--grep|-f|--fgrep)(?:=(.*))?$/s;
/** What has a meaning of its own in a regular expression, the dot apart, which matches itself too. */
const special = /[|[\]{}()*+?^$\\]|^\//;

/** Tells our arguments, paths and mocha's flags apart. */
export function parseCommandLine(commandLine: readonly string[]): CommandLine {
  const ring = commandLine.map((word) => ringFlag.exec(word)?.[1]).find((name) => name !== undefined);
  const others = commandLine.filter((word) => !ringFlag.test(word));
  const isPath = others.map((word, index) => !isSearched(others, index) && isInTests(word));
  return {
    ring,
    paths: others.filter((_, index) => isPath[index]).map(pathIn),
    isSearch: others.some((word) => grepFlag.test(word)),
    text: searchedText(others),
    flags: others.filter((_, index) => !isPath[index]),
  };
}

/** Whether a word is the value of `--grep`. */
function isSearched(words: readonly string[], index: number): boolean {
  const before = grepFlag.exec(words[index - 1] ?? "");
  return before !== null && before[1] === undefined;
}

const inProject = (path: string): string => relative(projectFolder, resolve(path)).replaceAll(sep, "/");

const isInTests = (word: string): boolean => inProject(word).startsWith("test/");

/** A folder ends in a slash, as the beginning of its files' paths. @throws where there is no such path */
const pathIn = (word: string): string => `${inProject(word)}${statSync(word).isDirectory() ? "/" : ""}`;

function searchedText(words: readonly string[]): string | undefined {
  const index = words.findIndex((word) => grepFlag.test(word));
  const flag = words[index];
  if (flag === undefined) return undefined;
  const text = grepFlag.exec(flag)?.[1] ?? words[index + 1] ?? "";
  return special.test(text) && !/^(-f|--fgrep)/.test(flag) ? undefined : text;
}

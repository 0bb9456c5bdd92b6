/**
 * People in YAML: files of teams and single people, made into what a roster takes. It asks nobody and writes nothing.
 *
 * @module
 */
import { relative, resolve } from "node:path";
import { z } from "zod";
import { type Directory, DirectoryBuilder } from "./directory";
import { readFiles } from "./files";
import { parsePeople } from "./parse";
import { PeopleError, type Problem } from "./problem";
import { emptiness, problemsOfRoster } from "./requirements";
import { type RosterArguments, rosterOf } from "./roster";

// As in provider/index.ts: what is parsed once needs no code generated for it.
z.config({ jitless: true });

export { nearest } from "../provider/vocabulary/nearest";
export { endOf } from "../provider/vocabulary/until";
export { accessOf, everybodyIn, type Grant, type PersonAccess } from "./access";
export { addressProblem, isAllowedName, isRecordable, rolesProblem, settingProblem } from "./allowed-values";
export { describeAccess, describePeople } from "./describe";
export type { Directory } from "./directory";
export { peopleSchema } from "./json-schema";
export { isId, type NamedRole } from "./named-role";
export { notesOn } from "./notes";
export { PeopleError, type Problem } from "./problem";
export { type PersonEntry, type RosterArguments, rosterOf } from "./roster";
export { peopleYaml, type WrittenPeople, type WrittenPerson } from "./write";

/**
 * Reads files of people, by name or pattern, relative to a folder. What they demand is judged at a moment.
 *
 * @throws PeopleError with everything that is wrong in any of them.
 */
export function readDirectory(patterns: readonly string[], folder: string, now: Date): Directory {
  const files = filesTogether(patterns, folder);
  return usable(files, problemsOfRoster(files, now));
}

/** As `readDirectory`, and refuses files that name nobody, which only a program can allow otherwise. @throws PeopleError */
export function checkDirectory(patterns: readonly string[], folder: string, now: Date): Directory {
  const files = filesTogether(patterns, folder);
  return usable(files, [...problemsOfRoster(files, now), ...emptiness(files)]);
}

/** A roster, with the names of its files, relative to the folder, and the members of its teams. */
export interface FileRoster extends RosterArguments {
  files: string[];
  teams?: Record<string, string[]>;
}

/** Reads files of people as a roster, as it is at a moment. @throws PeopleError */
export function readRosterFiles(patterns: readonly string[], folder: string, now: Date): FileRoster {
  const directory = readDirectory(patterns, folder, now);
  const files = directory.files.map((file) => relative(folder, resolve(folder, file)).replaceAll("\\", "/"));
  const teams = [...directory.teams].map(([name, { members }]) => [name, [...members].sort()] as const);
  return {
    ...rosterOf(directory, now),
    files: files.sort(),
    ...(teams.length > 0 && { teams: Object.fromEntries(teams) }),
  };
}

function filesTogether(patterns: readonly string[], folder: string): DirectoryBuilder {
  const { files, problems } = readFiles(patterns, folder);
  const builder = new DirectoryBuilder().addUnread(problems);
  for (const { name, text } of files) builder.add(parsePeople(name, text));
  return builder;
}

function usable({ directory, problems }: DirectoryBuilder, further: readonly Problem[]): Directory {
  if (problems.length + further.length > 0) throw new PeopleError([...problems, ...further]);
  return directory;
}

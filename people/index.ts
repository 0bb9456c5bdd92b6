/**
 * People in YAML: files of teams and single people, made into what a roster takes. It asks nobody and writes nothing.
 *
 * @module
 */
import { z } from "zod";
import { type Directory, DirectoryBuilder } from "./directory";
import { readFiles } from "./files";
import { parsePeople } from "./parse";
import { PeopleError } from "./problem";
import { problemsOfRoster } from "./requirements";
import { type RosterArguments, rosterOf } from "./roster";

// As in provider/index.ts: what is parsed once needs no code generated for it.
z.config({ jitless: true });

export { nearest } from "../provider/vocabulary/nearest";
export { endOf } from "../provider/vocabulary/until";
export { accessOf, everybodyIn, type Grant, type PersonAccess } from "./access";
export { describeAccess, describePeople } from "./describe";
export type { Directory } from "./directory";
export { peopleSchema } from "./json-schema";
export { isId, type NamedRole } from "./named-role";
export { notesOn } from "./notes";
export { PeopleError, type Problem } from "./problem";
export { type PersonEntry, type RosterArguments, rosterOf } from "./roster";
export { addressProblem, isRecordable, isStatableName, rolesProblem, settingProblem } from "./statable";
export { peopleYaml, type WrittenPeople, type WrittenPerson } from "./write";

/**
 * Reads files of people, by name or pattern, relative to a folder. What they demand is judged at a moment.
 *
 * @throws PeopleError with everything that is wrong in any of them.
 */
export function readDirectory(patterns: readonly string[], folder: string, now: Date): Directory {
  const builder = new DirectoryBuilder();
  const { files, problems: unread } = readFiles(patterns, folder);
  builder.addUnread(unread);
  for (const { name, text } of files) builder.add(parsePeople(name, text));
  const { directory, places, doubts } = builder;
  const problems = [...builder.problems, ...problemsOfRoster({ directory, places, doubts }, now)];
  if (problems.length > 0) throw new PeopleError(problems);
  return directory;
}

/** Reads files of people as a roster, as it is at a moment. @throws PeopleError */
export function readRosterFiles(patterns: readonly string[], folder: string, now: Date): RosterArguments {
  return rosterOf(readDirectory(patterns, folder, now), now);
}

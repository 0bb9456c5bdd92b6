/**
 * People in YAML: files of teams and single people, made into what a roster takes. It makes no requests and writes nothing.
 *
 * @module
 */
import { relative, resolve } from "node:path";
import { z } from "zod";
import { type Directory, directoryOf, type Place, type Places } from "./directory";
import { PeopleDocument } from "./document";
import { readFiles } from "./files";
import { parsePeople } from "./parse";
import { PeopleError, type Problem } from "./problem";
import { emptiness, unmetRequirements } from "./requirements";
import { type RosterArguments, rosterOf } from "./roster";

// As in provider/index.ts: what is parsed once needs no code generated for it.
z.config({ jitless: true });

export { nearest } from "../provider/vocabulary/nearest";
export { endOf } from "../provider/vocabulary/until";
export { accessOf, everybodyIn, type Grant, type PersonAccess, roleForMeantime } from "./access";
export {
  addressProblem,
  isAllowedName,
  isId,
  isRecordable,
  type NamedRole,
  rolesProblem,
  settingProblem,
} from "./allowed-values";
export { describeAccess, describePeople } from "./describe";
export type { Directory } from "./directory";
export { notesOn } from "./notes";
export { PeopleError, type Problem } from "./problem";
export { type PersonEntry, type RosterArguments, rosterOf } from "./roster";
export { peopleSchema } from "./schema";
export { peopleYaml, type WrittenPeople, type WrittenPerson } from "./write";

/**
 * Reads files of people, by name or pattern, relative to a folder. What they demand is judged at a moment.
 *
 * @throws PeopleError with all problems of the first kind that there is: files that are not there or are no YAML; what one
 * file says; what several say twice; what the roster demands. The later follow from the earlier.
 */
export function readDirectory(patterns: readonly string[], folder: string, now: Date): Directory {
  const { directory, places } = filesTogether(patterns, folder);
  refuse(unmetRequirements(directory, places, now));
  return directory;
}

/** As `readDirectory`, and refuses files that name nobody, which only a program can allow otherwise. @throws PeopleError */
export function checkDirectory(patterns: readonly string[], folder: string, now: Date): Directory {
  const { directory, places, first } = filesTogether(patterns, folder);
  refuse([...unmetRequirements(directory, places, now), ...emptiness(directory, places, first)]);
  return directory;
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

/** What files say together; `first`: the first of them as a whole. */
function filesTogether(
  patterns: readonly string[],
  folder: string,
): { directory: Directory; places: Places; first: Place | undefined } {
  const { files, problems } = readFiles(patterns, folder);
  const documents = files.map(({ name, text }) => new PeopleDocument(name, text));
  refuse([...problems, ...documents.flatMap((document) => document.problems)]);
  const parsed = documents.map(parsePeople);
  refuse(parsed.flatMap((file) => file.problems));
  const { directory, places } = directoryOf(parsed);
  refuse(places.problems);
  const [first] = documents.map((document) => ({ document, path: [] }));
  return { directory, places, first };
}

function refuse(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new PeopleError(problems);
}

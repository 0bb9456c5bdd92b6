import { canonicalAddress } from "../client/text";
import type { Role } from "../provider/vocabulary/roles";
import type { Path, PeopleDocument } from "./document";
import type { ParsedFile } from "./parse";
import type { Problem } from "./problem";
import type { Access, RosterOptions, Team } from "./schema";

/** All that some files say together. */
export interface Directory {
  teams: ReadonlyMap<string, Team>;
  /** The names of each member's teams, sorted, by address. */
  teamsOf: ReadonlyMap<string, readonly string[]>;
  /** Single people by address, in lower case. */
  people: ReadonlyMap<string, Access>;
  options: RosterOptions;
  /** The names of the files, as they were read. */
  files: readonly string[];
}

/** A key or an item of a list, and the file in which it is. */
export interface Place {
  document: PeopleDocument;
  path: Path;
}

/** A problem at the key, or the item of a list, that is a place. */
export function problemAt({ document, path }: Place, message: string): Problem {
  return document.problemAt(path, message, path);
}

/** `people.yaml:3`. */
export function lineOf(place: Place): string {
  const { file, line } = problemAt(place, "");
  return `${file}:${line}`;
}

/** Where things are defined: options, teams, their members, and people, by the path that each has in a file. */
export class Places {
  /** Everything may be defined once in all files; a person may be in teams and stand alone besides. */
  readonly problems: Problem[] = [];
  private readonly known = new Map<string, Place>();

  /** Undefined for what no file says. */
  of(...path: readonly string[]): Place | undefined {
    return this.known.get(JSON.stringify(path));
  }

  add(place: Place, ...path: readonly string[]): void {
    const first = this.of(...path);
    if (first === undefined) this.known.set(JSON.stringify(path), place);
    else this.problems.push(problemAt(place, `is already defined at ${lineOf(first)}: keep one of the two`));
  }
}

/** Puts files together. */
export function directoryOf(files: readonly ParsedFile[]): { directory: Directory; places: Places } {
  const places = new Places();
  for (const file of files) addPlaces(file, places);
  const teams = new Map(files.flatMap(({ content }) => Object.entries(content.teams ?? {})));
  const people = new Map(
    files.flatMap(({ content }) =>
      Object.entries(content.people ?? {}).map(
        ([address, person]) => [canonicalAddress(address), asObject(person)] as const,
      ),
    ),
  );
  const options: RosterOptions = Object.assign({}, ...files.map(({ content }) => content.roster));
  const names = files.map(({ document }) => document.file);
  return { directory: { teams, teamsOf: teamsByMember(teams), people, options, files: names }, places };
}

function addPlaces({ document, content }: ParsedFile, places: Places): void {
  const { roster = {}, teams = {}, people = {} } = content;
  for (const name of Object.keys(roster)) places.add({ document, path: ["roster", name] }, "roster", name);
  for (const [name, { members }] of Object.entries(teams)) {
    places.add({ document, path: ["teams", name] }, "teams", name);
    for (const [index, email] of members.entries())
      places.add({ document, path: ["teams", name, "members", index] }, "teams", name, "members", email);
  }
  for (const address of Object.keys(people))
    places.add({ document, path: ["people", address] }, "people", canonicalAddress(address));
}

function teamsByMember(teams: ReadonlyMap<string, Team>): Map<string, string[]> {
  const byMember = new Map<string, string[]>();
  for (const name of [...teams.keys()].sort()) {
    for (const email of new Set(teams.get(name)?.members)) {
      const known = byMember.get(email);
      if (known) known.push(name);
      else byMember.set(email, [name]);
    }
  }
  return byMember;
}

function asObject(person: Role | Access): Access {
  return typeof person === "string" ? { role: person } : person;
}

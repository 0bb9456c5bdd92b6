import { asciiLowerCase } from "../client/text";
import type { Role } from "../provider/vocabulary/roles";
import type { PeopleDocument } from "./document";
import type { Path } from "./offsets";
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
}

/** A key or an item of a list, and the file in which it stands. */
export interface Place {
  document: PeopleDocument;
  path: Path;
}

/** Where things stand; none for what no file says. */
export interface Places {
  ofOption(name: keyof RosterOptions): Place | undefined;
  /** The person's own entry, or else the first team that names them. */
  ofPerson(email: string): Place | undefined;
}

/** Puts files together. Everything may stand once in all of them; a person may be in teams and stand alone besides. */
export class DirectoryBuilder {
  readonly problems: Problem[] = [];
  readonly places: Places = {
    ofOption: (name) => this.firsts.get(`roster ${name}`),
    ofPerson: (email) => this.firsts.get(`person ${email}`) ?? this.firstTeams.get(email),
  };
  private readonly teams = new Map<string, Team>();
  private readonly people = new Map<string, Access>();
  private readonly options = new Map<string, unknown>();
  private readonly firsts = new Map<string, Place>();
  private readonly firstTeams = new Map<string, Place>();

  add({ document, content = {}, problems }: ParsedFile): this {
    for (const problem of problems) this.problems.push(problem);
    for (const [name, value] of Object.entries(content.roster ?? {})) {
      if (this.isFirst({ document, path: ["roster", name] }, `roster ${name}`)) this.options.set(name, value);
    }
    for (const [name, team] of Object.entries(content.teams ?? {})) this.addTeam(document, name, team);
    for (const [address, person] of Object.entries(content.people ?? {})) {
      const email = asciiLowerCase(address.trim());
      const isFirst = this.isFirst({ document, path: ["people", address] }, `person ${email}`);
      if (isFirst) this.people.set(email, asObject(person));
    }
    return this;
  }

  get directory(): Directory {
    const { teams, people, options } = this;
    return { teams, teamsOf: teamsByMember(teams), people, options: Object.fromEntries(options) };
  }

  private addTeam(document: PeopleDocument, name: string, team: Team): void {
    if (this.isFirst({ document, path: ["teams", name] }, `team ${name}`)) this.teams.set(name, team);
    for (const [index, email] of team.members.entries()) {
      const place = { document, path: ["teams", name, "members", index] };
      this.isFirst(place, `team ${name} ${email}`);
      if (!this.firstTeams.has(email)) this.firstTeams.set(email, place);
    }
  }

  private isFirst(place: Place, key: string): boolean {
    const first = this.firsts.get(key);
    if (first === undefined) {
      this.firsts.set(key, place);
      return true;
    }
    const { file, line } = problemAt(first, "");
    this.problems.push(problemAt(place, `is already defined at ${file}:${line}: keep one of the two`));
    return false;
  }
}

/** A problem at the key, or the item of a list, that is a place. */
export function problemAt({ document, path }: Place, message: string): Problem {
  const around = document.problemAt(path.slice(0, -1), message, String(path.at(-1)));
  return { ...around, path: path.map(String).join(".") };
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

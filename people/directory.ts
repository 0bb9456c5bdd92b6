import { canonicalAddress } from "../client/text";
import type { Role } from "../provider/vocabulary/roles";
import type { ParsedFile, ParsedPart } from "./parse";
import type { Problem } from "./problem";
import type { Access, RosterOptions, Team } from "./schema";
import { type Place, problemAt, type Source } from "./source";
import { Uncertain } from "./uncertain";
import { membersOf } from "./valid-part";

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

/** Where things stand; none for what no file says. */
export interface Places {
  /** The first file that was read. */
  ofFiles(): Place | undefined;
  ofOption(name: keyof RosterOptions): Place | undefined;
  /** The person's own entry, or else the first team that names them. */
  ofPerson(email: string): Place | undefined;
}

/** Puts files together. Everything may stand once in all of them; a person may be in teams and stand alone besides. */
export class DirectoryBuilder {
  readonly problems: Problem[] = [];
  readonly uncertain = new Uncertain();
  readonly places: Places = {
    ofFiles: () => this.first && { source: this.first, path: [] },
    ofOption: (name) => this.firsts.get(`roster ${name}`),
    ofPerson: (email) => this.firsts.get(`person ${email}`) ?? this.firstTeams.get(email),
  };
  private readonly teams = new Map<string, Team>();
  private readonly people = new Map<string, Access>();
  private readonly options = new Map<string, unknown>();
  private readonly firsts = new Map<string, Place>();
  private readonly firstTeams = new Map<string, Place>();
  private first: Source | undefined;
  private readonly files: string[] = [];

  add(file: ParsedFile): this {
    this.first ??= file.source;
    this.files.push(file.name);
    this.addPart(file);
    for (const part of file.duplicate) this.addDuplicate(part);
    return this;
  }

  /** Notes files that cannot be read. */
  addUnread(problems: readonly Problem[]): this {
    this.addProblems(problems);
    this.uncertain.isPartial ||= problems.length > 0;
    return this;
  }

  get directory(): Directory {
    const { teams, people, options, files } = this;
    return { teams, teamsOf: teamsByMember(teams), people, options: Object.fromEntries(options), files };
  }

  private addPart(part: ParsedPart): this {
    const { source, content, problems } = part;
    this.addProblems(problems);
    this.uncertain.addWrong(part);
    for (const [name, value] of Object.entries(content.roster ?? {})) {
      this.addOption({ source, path: ["roster", name] }, name, value);
    }
    for (const [name, team] of Object.entries(content.teams ?? {})) this.addTeam(source, name, team);
    for (const [address, person] of Object.entries(content.people ?? {})) {
      this.addPerson({ source, path: ["people", address] }, canonicalAddress(address), person);
    }
    return this;
  }

  /** What is duplicate is judged by itself: which of the two is to stay is not known. */
  private addDuplicate(part: ParsedPart): void {
    const { problems, directory } = new DirectoryBuilder().addPart(part);
    this.addProblems(problems);
    this.uncertain.addPeople([...directory.teamsOf.keys(), ...directory.people.keys()]);
  }

  private addOption(place: Place, name: string, value: unknown): void {
    if (this.isFirst(place, `roster ${name}`)) this.options.set(name, value);
    else {
      this.options.delete(name);
      this.uncertain.hasWrongOptions = true;
    }
  }

  private addPerson(place: Place, email: string, person: Role | Access): void {
    if (this.isFirst(place, `person ${email}`)) this.people.set(email, asObject(person));
    else this.uncertain.addPeople([email]);
  }

  private addTeam(source: Source, name: string, team: Team): void {
    const known = this.teams.get(name);
    if (this.isFirst({ source, path: ["teams", name] }, `team ${name}`)) this.teams.set(name, team);
    else this.uncertain.addPeople([...team.members, ...(known?.members ?? [])]);
    for (const { index, email } of membersOf(source.content, name)) {
      const place = { source, path: ["teams", name, "members", index] };
      this.isFirst(place, `team ${name} ${email}`);
      if (!this.firstTeams.has(email)) this.firstTeams.set(email, place);
    }
  }

  private addProblems(problems: readonly Problem[]): void {
    for (const problem of problems) this.problems.push(problem);
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

import type { Role } from "../provider/vocabulary/roles";
import { lowerCased } from "../provider/vocabulary/text";
import type { Path } from "./document";
import type { ParsedFile } from "./parse";
import type { Problem } from "./problem";
import type { Access, RosterOptions, Team } from "./schema";

/** All that some files say together. */
export interface Directory {
  teams: ReadonlyMap<string, Team>;
  /** Single people by address, in lower case. */
  people: ReadonlyMap<string, Access>;
  options: RosterOptions;
}

/** Puts files together. Everything may stand once in all of them; a person may be in teams and stand alone besides. */
export class DirectoryBuilder {
  readonly problems: Problem[] = [];
  private readonly teams = new Map<string, Team>();
  private readonly people = new Map<string, Access>();
  private readonly options = new Map<string, unknown>();
  private readonly places = new Map<string, Problem>();

  add({ document, content = {}, problems }: ParsedFile): this {
    this.problems.push(...problems);
    const once = (path: Path, key: string): boolean =>
      this.isFirst(
        {
          ...document.problemAt(path.slice(0, -1), "", String(path.at(-1))),
          path: path.map(String).join("."),
        },
        key,
      );
    for (const [name, value] of Object.entries(content.roster ?? {})) {
      if (once(["roster", name], `roster ${name}`)) this.options.set(name, value);
    }
    for (const [name, team] of Object.entries(content.teams ?? {})) {
      if (once(["teams", name], `team ${name}`)) this.teams.set(name, team);
      for (const [index, email] of team.members.entries()) {
        once(["teams", name, "members", index], `team ${name} ${email}`);
      }
    }
    for (const [address, person] of Object.entries(content.people ?? {})) {
      const email = lowerCased(address.trim());
      if (once(["people", address], `person ${email}`)) this.people.set(email, asObject(person));
    }
    return this;
  }

  get directory(): Directory {
    return { teams: this.teams, people: this.people, options: Object.fromEntries(this.options) };
  }

  private isFirst(place: Problem, key: string): boolean {
    const first = this.places.get(key);
    if (first === undefined) {
      this.places.set(key, place);
      return true;
    }
    const message = `is there already, at ${first.file}:${first.line}: keep one of the two`;
    this.problems.push({ ...place, message });
    return false;
  }
}

function asObject(person: Role | Access): Access {
  return typeof person === "string" ? { role: person } : person;
}

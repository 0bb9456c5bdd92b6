import { Email } from "../provider/vocabulary/arguments";
import { childOf } from "./messages";
import type { Path } from "./offsets";
import { PeopleFile } from "./schema";

/** A member of a team, and the index in its list. */
export interface ListedMember {
  index: number;
  email: string;
}

/**
 * What can be used of a file where something is wrong. A team keeps its members, a person and an option their name, so that
 * those who are there twice are still found.
 */
export function validPart(content: unknown, wrong: readonly Path[]): PeopleFile {
  const names = (section: string) => namesIn(wrong, section);
  const roster = soundEntries(content, "roster", names("roster"), () => undefined);
  const valid = {
    roster: Object.fromEntries(Object.entries(roster).filter(([name]) => isOption(name))),
    teams: soundEntries(content, "teams", names("teams"), (name) => ({
      members: membersOf(content, name).map(({ email }) => email),
    })),
    people: soundEntries(content, "people", names("people"), () => ({})),
  };
  return PeopleFile.safeParse(valid).data ?? {};
}

/** The members of a team who have an address. */
export function membersOf(content: unknown, team: string): ListedMember[] {
  const members = ["teams", team, "members"].reduce(childOf, content);
  return (Array.isArray(members) ? members : []).flatMap((member, index) => {
    const email = Email.safeParse(member).data;
    return email === undefined ? [] : [{ index, email }];
  });
}

/** The names of the entries of a section in which something is wrong. */
export function namesIn(wrong: readonly Path[], section: string): ReadonlySet<string> {
  const entries = wrong.filter(([top, name]) => top === section && name !== undefined);
  return new Set(entries.map(([, name]) => String(name)));
}

function soundEntries(
  content: unknown,
  section: string,
  wrong: ReadonlySet<string>,
  remainder: (name: string) => unknown,
): Record<string, unknown> {
  const entries = childOf(content, section);
  if (typeof entries !== "object" || entries === null || Array.isArray(entries)) return {};
  return Object.fromEntries(
    Object.entries(entries).map(([name, value]) => [name, wrong.has(name) ? remainder(name) : value]),
  );
}

function isOption(name: string): boolean {
  return Object.hasOwn(PeopleFile.shape.roster.unwrap().shape, name);
}

import { Document, type Pair, Scalar, YAMLMap, YAMLSeq } from "yaml";
import { escapeMarks } from "../client/text";
import type { Role } from "../provider/vocabulary/roles";
import type { ResourceRoles } from "./access";

/** A person to write down. */
export interface WrittenPerson {
  email: string;
  role: Role;
  applications?: ResourceRoles | undefined;
  dashboards?: ResourceRoles | undefined;
  /** What stands above the person, or behind them in a team: lines, fit for a file. */
  comments?: readonly string[] | undefined;
}

/** What a file of people is to hold. */
export interface WrittenPeople {
  people: readonly WrittenPerson[];
  /** Puts people with the same access into a team. */
  inTeams: boolean;
  /** Lines at the end, as comments. */
  notes: readonly string[];
}

const schemaLine = " yaml-language-server: $schema=./node_modules/pulumi-losant/dist/people.schema.json";
/** The text of a file of people, which reads back as it was; the same people give the same text. */
export function peopleYaml({ people, inTeams, notes }: WrittenPeople): string {
  const { teams, singles } = inTeams ? grouped(people) : { teams: [], singles: people };
  const top = new YAMLMap();
  // A roster of nobody is refused unless it says that it is meant.
  if (people.length === 0) top.add(pairOf("roster", mapOf([pairOf("allowEmpty", true)])));
  if (teams.length > 0)
    top.add(pairOf("teams", mapOf(teams.map(([name, members]) => pairOf(name, teamOf(members))))));
  if (singles.length > 0) top.add(pairOf("people", mapOf(singles.map(personPair))));
  const document = new Document(top);
  document.commentBefore = schemaLine;
  if (notes.length > 0) document.comment = commentOf(notes);
  // In double quotes these are escapes; comments have them escaped already.
  return escapeMarks(document.toString({ lineWidth: 0 }));
}

/** People with the same access, two or more, by the name of a team. */
function grouped(people: readonly WrittenPerson[]) {
  const groups = new Map<string, WrittenPerson[]>();
  for (const person of people) {
    const key = JSON.stringify(accessOf(person));
    groups.set(key, [...(groups.get(key) ?? []), person]);
  }
  const all = [...groups.values()];
  const shared = all.filter((group) => group.length > 1);
  const names = new Map<string, number>();
  const teams = shared.map((group) => [teamName(group[0]?.role ?? "none", names), group] as const);
  return { teams, singles: all.filter((group) => group.length === 1).flat() };
}

/** `view`, `view-2`, and so on. */
function teamName(role: Role, names: Map<string, number>): string {
  const count = (names.get(role) ?? 0) + 1;
  names.set(role, count);
  return count === 1 ? role : `${role}-${count}`;
}

function accessOf({ role, applications, dashboards }: WrittenPerson) {
  return { role, ...(applications && { applications }), ...(dashboards && { dashboards }) };
}

function teamOf(members: readonly WrittenPerson[]): YAMLMap {
  const [first] = members;
  const team = first ? accessMap(first) : new YAMLMap();
  const list = new YAMLSeq();
  for (const { email, comments = [] } of members) {
    const item = textOf(email);
    if (comments.length > 0) item.comment = ` ${comments.join("; ")}`;
    list.add(item);
  }
  team.add(pairOf("members", list));
  return team;
}

function personPair(person: WrittenPerson): Pair {
  const isShort = person.applications === undefined && person.dashboards === undefined;
  const pair = pairOf(person.email, isShort ? textOf(person.role) : accessMap(person));
  const { comments = [] } = person;
  if (comments.length > 0 && pair.key instanceof Scalar) pair.key.commentBefore = commentOf(comments);
  return pair;
}

function accessMap(person: WrittenPerson): YAMLMap {
  const entries = Object.entries(accessOf(person)).map(([name, value]) =>
    pairOf(name, typeof value === "string" ? textOf(value) : rolesMap(value)),
  );
  return mapOf(entries);
}

function rolesMap(roles: ResourceRoles): YAMLMap {
  return mapOf(Object.entries(roles).map(([name, role]) => pairOf(name, textOf(role))));
}

function commentOf(lines: readonly string[]): string {
  return lines.map((line) => ` ${line}`).join("\n");
}

function mapOf(pairs: readonly Pair[]): YAMLMap {
  const map = new YAMLMap();
  for (const pair of pairs) map.add(pair);
  return map;
}

function pairOf(key: string, value: unknown): Pair {
  return new Document({}).createPair(textOf(key), value);
}

function textOf(text: string): Scalar {
  const scalar = new Scalar(text);
  if (needsQuotes(text)) scalar.type = Scalar.QUOTE_DOUBLE;
  return scalar;
}

/** For what would not read back as it is, or not be seen; `<<` would be a merge key. */
function needsQuotes(text: string): boolean {
  return text === "<<" || /\p{Cc}/u.test(text) || escapeMarks(text) !== text;
}

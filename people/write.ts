import { Document, Scalar, visit } from "yaml";
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
  const groups: Group[] = inTeams ? groupsByAccess(people) : people.map((person) => [person]);
  const shared = groups.filter((group) => group.length > 1);
  const singles = groups.flatMap((group) => (group.length === 1 ? group : []));
  const content = {
    // A roster of nobody is refused unless it says that it is meant.
    ...(people.length === 0 && { roster: { allowEmpty: true } }),
    ...(shared.length > 0 && { teams: teamsOf(shared) }),
    ...(singles.length > 0 && { people: new Map(singles.map(personOf)) }),
  };
  const document = new Document(content, { aliasDuplicateObjects: false });
  document.commentBefore = schemaLine;
  if (notes.length > 0) document.comment = commentOf(notes);
  visit(document, { Scalar: (_, scalar) => quoteWhereNeeded(scalar) });
  // In double quotes these are escapes; comments have them escaped already.
  return escapeMarks(document.toString({ lineWidth: 0 }));
}

type Group = readonly [WrittenPerson, ...WrittenPerson[]];

function groupsByAccess(people: readonly WrittenPerson[]): Group[] {
  const groups = new Map<string, Group>();
  for (const person of people) {
    const key = JSON.stringify(accessOf(person));
    const group = groups.get(key);
    groups.set(key, group ? [...group, person] : [person]);
  }
  return [...groups.values()];
}

/** By the names `view`, `view-2`, and so on. */
function teamsOf(groups: readonly Group[]): Record<string, object> {
  const counts = new Map<Role, number>();
  const teams = groups.map(([first, ...others]) => {
    const count = (counts.get(first.role) ?? 0) + 1;
    counts.set(first.role, count);
    const name = count === 1 ? first.role : `${first.role}-${count}`;
    return [name, { ...accessOf(first), members: [first, ...others].map(memberOf) }] as const;
  });
  return Object.fromEntries(teams);
}

function memberOf({ email, comments = [] }: WrittenPerson): Scalar {
  const item = new Scalar(email);
  if (comments.length > 0) item.comment = ` ${comments.join("; ")}`;
  return item;
}

function personOf(person: WrittenPerson): [Scalar, unknown] {
  const { email, role, comments = [] } = person;
  const key = new Scalar(email);
  if (comments.length > 0) key.commentBefore = commentOf(comments);
  const access = accessOf(person);
  return [key, Object.keys(access).length === 1 ? role : access];
}

function accessOf({ role, applications, dashboards }: WrittenPerson): object {
  return { role, ...(applications && { applications }), ...(dashboards && { dashboards }) };
}

function commentOf(lines: readonly string[]): string {
  return lines.map((line) => ` ${line}`).join("\n");
}

/** For what would not read back as it is, or not be seen; `<<` would be a merge key. */
function quoteWhereNeeded(scalar: Scalar): void {
  const text = String(scalar.value);
  const needsQuotes = text === "<<" || /\p{Cc}/u.test(text) || escapeMarks(text) !== text;
  if (needsQuotes) scalar.type = Scalar.QUOTE_DOUBLE;
}

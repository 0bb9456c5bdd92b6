import { printable } from "../../client/printable";
import { programError } from "../errors";
import { onePerRun } from "../one-per-run";

/** The kinds of resource that say something about a person. */
export type PersonKind = "OrgInvite" | "OrgMember" | "OrgMembership" | "OrgRoster";

/** A resource of a program that declares something. */
export interface Declaration {
  kind: PersonKind | "Organization";
  name: string;
}

/** A person, by email or user id in lower case. */
export interface Person {
  is: string;
  /** A secret is not shown in messages. */
  isSecret?: boolean;
}

interface DeclaredPerson {
  by: Declaration;
  isSecret: boolean;
}

/** What one run of a program has declared: organizations, people, and rosters. */
class Declarations {
  private readonly organizations = new Map<string, Declaration>();
  private readonly people = new Map<string, DeclaredPerson[]>();
  private readonly singles = new Map<string, Declaration>();
  private readonly rosters = new Map<string, Declaration & { isAlone: boolean }>();

  addOrganization(organization: string, name: string): void {
    const declaration = { kind: "Organization", name } as const;
    const other = this.organizations.get(organization);
    if (other) throw programError(twice(`Organization ${organization}`, other, declaration));
    this.organizations.set(organization, declaration);
  }

  /** `declaration`: one object for each resource, which tells it from others of its name. */
  addPerson(organization: string, person: Person, declaration: Declaration): void {
    const key = `${organization}/${person.is}`;
    const others = this.people.get(key) ?? [];
    const rival = others.find(({ by }) => areRivals(by, declaration));
    if (rival) throw programError(twice(shown(person, rival), rival.by, declaration));
    this.people.set(key, [...others, { by: declaration, isSecret: person.isSecret ?? false }]);
    if (declaration.kind !== "OrgRoster") this.addSingle(organization, declaration);
  }

  addRoster(organization: string, name: string, isAlone: boolean): void {
    const declaration = { kind: "OrgRoster", name } as const;
    const other = this.rosters.get(organization);
    if (other) throw programError(besideRoster(other, declaration));
    this.rosters.set(organization, { ...declaration, isAlone });
    const single = this.singles.get(organization);
    if (isAlone && single) throw programError(besideRoster(declaration, single));
  }

  private addSingle(organization: string, declaration: Declaration): void {
    const roster = this.rosters.get(organization);
    if (roster?.isAlone) throw programError(besideRoster(roster, declaration));
    this.singles.set(organization, declaration);
  }
}

/** What this run of the program has declared so far. */
export const currentDeclarations = onePerRun(() => new Declarations());

/**
 * An invite, and the member who comes of it, are one person at two times; every other pair is declared twice, of the same
 * name too: components of different kinds may use one name.
 */
function areRivals(one: Declaration, other: Declaration): boolean {
  return one !== other && [one.kind, other.kind].sort().join() !== "OrgInvite,OrgMember";
}

function shown(person: Person, rival: DeclaredPerson): string {
  return person.isSecret || rival.isSecret ? "A person whose email is secret" : printable(person.is);
}

function twice(what: string, one: Declaration, other: Declaration): string {
  return (
    `${what} is declared twice in this program, by ${one.kind} "${one.name}" and by ${other.kind} ` +
    `"${other.name}": keep one of the two.`
  );
}

function besideRoster(roster: Declaration, other: Declaration): string {
  return (
    `${other.kind} "${other.name}" is declared beside OrgRoster "${roster.name}" of the same organization, which ` +
    `manages everybody in it: name the person in the roster, or set unmanaged: "ignore" there.`
  );
}

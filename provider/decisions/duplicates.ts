import { printable } from "../../client/printable";

/** A resource of a program that declares something, by its name in the program. */
export interface NamedResource {
  kind: string;
  name: string;
}

/** Why two resources may not declare the same. `sdk/declarations/` says the same of what a program constructs. */
export function declaredTwice(what: string, one: NamedResource, other: NamedResource): string {
  return `${printable(what)} is declared twice in this program, by ${shown(one)} and by ${shown(other)}: keep one of the two.`;
}

/** Why somebody may not be declared whose access another resource ends. */
export function endedBeside(who: string, { kind, name }: Partial<NamedResource>): string {
  const other = kind !== undefined && name !== undefined ? shown({ kind, name }) : kind;
  return (
    `${printable(who)} is declared twice in this program: by a resource whose until has passed, which ends the access, ` +
    `and by ${other}: keep one of the two.`
  );
}

/** Why a resource may not stand beside a roster that manages everybody. */
export function besideRoster(roster: string, other: NamedResource): string {
  return (
    `${shown(other)} is declared beside OrgRoster "${printable(roster)}" of the same organization, which manages ` +
    `everybody in it: name the person in the roster, or set unmanaged: "ignore" there.`
  );
}

function shown({ kind, name }: NamedResource): string {
  return `${kind} "${printable(name)}"`;
}

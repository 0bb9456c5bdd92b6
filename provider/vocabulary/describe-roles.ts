import { printable } from "../../client/printable";
import { type Answered, type ResourceRole, type Role, type Roles, roleLists, rolesThatDiffer } from "./roles";

/** The name of an application or dashboard by its id; undefined where the run has not listed it. */
export type NameOf = (id: string) => string | undefined;

/** For people: `role view => edit, applicationRoles + 5f…: view, - "Pumps" (6a…): view, 7b…: view => collaborate`. */
export function describeRoleChange(have: Answered, want: Partial<Roles>, nameOf: NameOf): string {
  return rolesThatDiffer(have, want)
    .map((name) => {
      const [before, after] = [have[name], want[name]];
      const areLists = typeof before === "object" && typeof after === "object";
      if (areLists) return `${name} ${listChange(before, after, nameOf)}`;
      const was = name === "role" ? roleWord(have, nameOf) : describeRole(before, nameOf);
      return `${name} ${was} => ${describeRole(after, nameOf)}`;
    })
    .join(", ");
}

/** What is added to a list, taken away from it, and given another role in it. */
function listChange(before: readonly ResourceRole[], after: readonly ResourceRole[], nameOf: NameOf): string {
  const old = new Map(before.map(({ resourceId, role }) => [resourceId, role]));
  const now = new Set(after.map(({ resourceId }) => resourceId));
  const added = after.flatMap(({ resourceId, role }) => {
    const was = old.get(resourceId);
    if (was === undefined) return `+ ${describeResource(resourceId, nameOf)}: ${role}`;
    return was === role ? [] : `${describeResource(resourceId, nameOf)}: ${was} => ${role}`;
  });
  const gone = before.filter(({ resourceId }) => !now.has(resourceId));
  const taken = gone.map(({ resourceId, role }) => `- ${describeResource(resourceId, nameOf)}: ${role}`);
  const changes = [...added, ...taken];
  return changes.length > 0 ? changes.join(", ") : "in another order";
}

/** All that somebody may do, on one line: `view, applicationRoles [5f…: view]`. */
export function describeRoles(person: Answered, nameOf: NameOf): string {
  const lists = roleLists.filter((name) => (person[name]?.length ?? 0) > 0);
  const told = lists.map((name) => `${name} ${describeRole(person[name], nameOf)}`);
  return [roleWord(person, nameOf), ...told].join(", ");
}

function roleWord({ role, unknownRole }: Answered, nameOf: NameOf): string {
  return typeof unknownRole === "string" ? JSON.stringify(unknownRole) : describeRole(role, nameOf);
}

function describeRole(value: Role | ResourceRole[] = "none", nameOf: NameOf): string {
  if (typeof value === "string") return value;
  const told = value.map(({ resourceId, role }) => `${describeResource(resourceId, nameOf)}: ${role}`);
  return `[${told.join(", ")}]`;
}

/** An application or dashboard, with its name where that is known. */
export function describeResource(id: string, nameOf: NameOf): string {
  const name = nameOf(id);
  return name === undefined ? id : `"${printable(name)}" (${id})`;
}

/** The names of what somebody has roles on, for a text that has only their ids: `5f… is "Pumps"`. */
export function namesOfResources(person: Partial<Roles>, nameOf: NameOf): string {
  const ids = roleLists.flatMap((list) => (person[list] ?? []).map(({ resourceId }) => resourceId));
  const told = [...new Set(ids)].flatMap((id) => {
    const name = nameOf(id);
    return name === undefined ? [] : `${id} is "${printable(name)}"`;
  });
  return told.join(", ");
}

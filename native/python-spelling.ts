import { isObject, type Properties } from "../provider/calls/properties";

const spelledByPython = new Map([
  ["application_roles", "applicationRoles"],
  ["dashboard_roles", "dashboardRoles"],
  ["resource_id", "resourceId"],
]);

/**
 * A resource's arguments with the schema's names in the entries of `members`, which only a roster has. An entry is a text or an object, and in such a choice
 * Pulumi's Python SDK leaves the keys of a dict as the program has them; `pulumi import` prints such dicts.
 */
export function withoutPythonSpelling(stated: Properties): Properties {
  const { members } = stated;
  if (!isObject(members)) return stated;
  const entries = Object.entries(members).map(([email, entry]) => [email, respelled(entry)]);
  return { ...stated, members: Object.fromEntries(entries) };
}

function respelled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(respelled);
  if (!isObject(value)) return value;
  const named = Object.entries(value).map(([name, inner]) => [nameIn(value, name), respelled(inner)]);
  return Object.fromEntries(named);
}

function nameIn(object: object, name: string): string {
  const known = spelledByPython.get(name);
  return known === undefined || known in object ? name : known;
}

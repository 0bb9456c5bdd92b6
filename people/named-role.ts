import { losantId } from "../client/losant-id";
import type { Role } from "../provider/vocabulary/roles";

/** A role on one application or dashboard, by id or by name. */
export type NamedRole = ({ resourceId: string } | { name: string }) & {
  role: Extract<Role, "collaborate" | "view" | "none">;
};

/** Whether a key of a map of resources is an id. */
export function isId(key: string): boolean {
  return losantId.test(key);
}

/** Roles by name or id as a list, in the form that `OrgRoster` takes. */
export function namedRoles(roles: Readonly<Record<string, NamedRole["role"]>>): NamedRole[] {
  return Object.entries(roles).map(([key, role]) =>
    isId(key) ? { resourceId: key, role } : { name: key, role },
  );
}

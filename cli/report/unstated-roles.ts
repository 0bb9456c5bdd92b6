import type { Person, ResourceRole, UnstatedRole } from "../../report/report";
import type { StatedAccess } from "./stated";

/** The roles of a person that no file gives; none of somebody whom no file names, or whose access has ended. */
export function unstatedRoles(
  person: Pick<Person, "role" | "applicationRoles" | "dashboardRoles">,
  stated: StatedAccess | undefined,
  awaitsTwoFactor = false,
): UnstatedRole[] {
  if (stated === undefined || stated.isEnded) return [];
  const { role } = person;
  const ofOrganization: UnstatedRole = { on: "organization", name: "", role, stated: stated.role };
  return [
    ...(role === stated.role || awaitsTwoFactor ? [] : [ofOrganization]),
    ...unstatedOn("application", person.applicationRoles, stated.applications),
    ...unstatedOn("dashboard", person.dashboardRoles, stated.dashboards),
  ];
}

/** Whether somebody has the role for the meantime, as the files ask of who is to be an admin and has no second factor. */
export function awaitsTwoFactor(
  { role, twoFactor, singleSignOn }: Pick<Person, "role" | "twoFactor" | "singleSignOn">,
  stated: StatedAccess | undefined,
): boolean {
  const hasIt = twoFactor === true || singleSignOn === true;
  return stated?.isEnded === false && stated.roleForMeantime === role && !hasIt;
}

/** Files state names or ids: where a name is not known, only what is stated by id can be told apart. */
function unstatedOn(
  on: "application" | "dashboard",
  roles: readonly ResourceRole[] | null,
  stated: Readonly<Record<string, string>> = {},
): UnstatedRole[] {
  return (roles ?? []).flatMap(({ id, name, role }) => {
    const given = stated[id] ?? (name === null ? undefined : stated[name]);
    const mayBeNamed = name === null && Object.keys(stated).length > 0;
    if (given === role || (given === undefined && mayBeNamed)) return [];
    return [{ on, name: name ?? id, role, stated: given ?? null }];
  });
}

import type { ResourceRole } from "../types";

interface RoleLists {
  applicationRoles?: ResourceRole[] | undefined;
  dashboardRoles?: ResourceRole[] | undefined;
}

/** Somebody with their role lists; one that the answer leaves out is given as empty. */
export function withRoleLists<Person extends RoleLists>(person: Person) {
  const { applicationRoles = [], dashboardRoles = [] } = person;
  return { ...person, applicationRoles, dashboardRoles };
}

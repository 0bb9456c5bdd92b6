import type { ResourceRoleOutput } from "../roles";

interface RoleLists {
  applicationRoles?: ResourceRoleOutput[] | undefined;
  dashboardRoles?: ResourceRoleOutput[] | undefined;
}

/** Somebody with their role lists; one that the answer leaves out is given as empty. */
export function withRoleLists<Person extends RoleLists>(person: Person) {
  const { applicationRoles = [], dashboardRoles = [] } = person;
  return { ...person, applicationRoles, dashboardRoles };
}

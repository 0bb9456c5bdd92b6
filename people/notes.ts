import { inviteProblem } from "../client/email-address";
import { higherRole } from "../provider/vocabulary/roles";
import { endOf } from "../provider/vocabulary/until";
import { accessOf, everybodyIn, type Grant, type PersonAccess, resourceRolesOf } from "./access";
import type { Directory } from "./directory";

/** What is not wrong and worth knowing: addresses that cannot be invited, roles that differ
 * between grants, and ends. A line each, in order. */
export function notesOn(directory: Directory, now: Date): string[] {
  return everybodyIn(directory).flatMap((email) => {
    const access = accessOf(directory, email, now);
    return [...invitingOf(email), ...conflictsOf(access), ...loweredBy(access), ...endsOf(access)].map(
      (note) => `${email}: ${note}`,
    );
  });
}

/** Who is there already can be named all the same. */
function invitingOf(email: string): string[] {
  const problem = inviteProblem(email);
  return problem === undefined ? [] : [`cannot be invited, so they must be there already: ${problem}`];
}

function conflictsOf(access: PersonAccess): string[] {
  const byGrant = access.grants.map((grant) => ({
    giver: giverOf(grant),
    roles: new Map(resourceRolesOf(grant).map(({ resource, role }) => [resource, role])),
  }));
  return resourceRolesOf(access).flatMap(({ resource, role }) => {
    const lower = byGrant.flatMap(({ giver, roles }) => {
      const given = roles.get(resource);
      return given === undefined || given === role ? [] : [`${giver} gives only ${given}`];
    });
    return lower.length === 0 ? [] : [`has ${role} on ${resource}; ${lower.join(", ")}`];
  });
}

function giverOf({ by }: Grant): string {
  return by === "people" ? "their own entry" : by;
}

/** At Losant a role on a resource overrides the organization role, downwards too. */
function loweredBy(access: PersonAccess): string[] {
  return resourceRolesOf(access)
    .filter(({ role }) => role !== access.role && higherRole(role, access.role) === access.role)
    .map(
      ({ resource, role }) =>
        `has only ${role} on ${resource}: it overrides the organization role ${access.role}`,
    );
}

function endsOf({ isEnded, until, grants }: PersonAccess): string[] {
  if (isEnded) return [`access has ended (until ${until})`];
  const earlier = grants.filter(
    (grant) => grant.until !== undefined && endTime(grant.until) !== endTime(until),
  );
  return [
    ...earlier.map((grant) => `what ${giverOf(grant)} gives ends after ${grant.until}`),
    ...(until === undefined ? [] : [`access ends after ${until}`]),
  ];
}

function endTime(until: string | undefined): number | undefined {
  return endOf(until)?.getTime();
}

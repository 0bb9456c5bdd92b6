import { inviteProblem } from "../client/email-address";
import { higherRole } from "../provider/vocabulary/roles";
import { endOf } from "../provider/vocabulary/until";
import { accessOf, everybodyIn, type Grant, type PersonAccess } from "./access";
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
  return [
    ...listConflicts("application", access.applications, access.grants, ({ applications }) => applications),
    ...listConflicts("dashboard", access.dashboards, access.grants, ({ dashboards }) => dashboards),
  ];
}

function listConflicts(
  kind: string,
  held: PersonAccess["applications"],
  grants: readonly Grant[],
  listOf: (grant: Grant) => Grant["applications"],
): string[] {
  return Object.entries(held ?? {}).flatMap(([name, role]) => {
    const given = grants.flatMap((grant) => {
      const own = roleOn(listOf(grant), name);
      return own === undefined || own === role ? [] : [`${giverOf(grant)} gives only ${own}`];
    });
    return given.length === 0 ? [] : [`has ${role} on ${kind} "${name}"; ${given.join(", ")}`];
  });
}

function giverOf({ by }: Grant): string {
  return by === "people" ? "their own entry" : by;
}

/** Names are anybody's: those that every object has, such as `constructor`, count only where they are stated. */
function roleOn(list: Grant["applications"] = {}, name: string) {
  return Object.hasOwn(list, name) ? list[name] : undefined;
}

/** At Losant a role on a resource overrides the organization role, downwards too. */
function loweredBy({ role, applications, dashboards }: PersonAccess): string[] {
  const held = [
    ...Object.entries(applications ?? {}).map(([name, own]) => ({ what: `application "${name}"`, own })),
    ...Object.entries(dashboards ?? {}).map(([name, own]) => ({ what: `dashboard "${name}"`, own })),
  ];
  return held
    .filter(({ own }) => own !== role && higherRole(own, role) === role)
    .map(({ what, own }) => `has only ${own} on ${what}: it overrides the organization role ${role}`);
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

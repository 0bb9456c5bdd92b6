import { type Role, roles } from "../provider/vocabulary/roles";
import { counted } from "../provider/vocabulary/text";
import { accessOf, everybodyIn, type Grant, type PersonAccess, resourceRolesOf } from "./access";
import type { Directory } from "./directory";

/** `12 people, 3 teams: 2 admin, 10 view; access of 1 has ended`. */
export function describePeople(directory: Directory, now: Date): string {
  const access = everybodyIn(directory).map((email) => accessOf(directory, email, now));
  const running = access.filter(({ isEnded }) => !isEnded);
  const byRole = roles.flatMap((role) => {
    const count = running.filter((one) => one.role === role).length;
    return count === 0 ? [] : [`${count} ${role}`];
  });
  const counts = `${counted(access.length, "person", "people")}, ${counted(directory.teams.size, "team", "teams")}`;
  const ended = access.length - running.length;
  return `${[counts, byRole.join(", ")].filter((text) => text !== "").join(": ")}${ended === 0 ? "" : `; access of ${ended} has ended`}`;
}

/** What a person has, on lines: all of it, then what gives it; `meantime` is their role until their second factor is there. */
export function describeAccess(access: PersonAccess, meantime?: Role): string[] {
  const { email, role, until, reason, owner, isEnded, grants, ended } = access;
  const end = until === undefined ? "" : isEnded ? `; ended: until ${until}` : `; until ${until}`;
  const wait = meantime === undefined ? "" : ` (${meantime} until they have a second factor)`;
  return [
    `${email}: ${role}${wait}${end}`,
    ...linesOf(access).map((line) => `  ${line}`),
    ...(reason === undefined ? [] : [`  reason: ${reason}`]),
    ...(owner === undefined ? [] : [`  owner: ${owner}`]),
    ...grants.map((grant) => `  by ${describeGrant(grant)}`),
    ...ended.map((grant) => `  ended: ${describeGrant(grant)}`),
  ];
}

function describeGrant(grant: Grant): string {
  const { by, role, until, reason, owner } = grant;
  const details = [
    ...(until === undefined ? [] : [`until ${until}`]),
    ...(reason === undefined ? [] : [`reason: ${reason}`]),
    ...(owner === undefined ? [] : [`owner: ${owner}`]),
  ];
  const described = details.length === 0 ? "" : ` (${details.join("; ")})`;
  return `${by}: ${[role, ...linesOf(grant)].join(", ")}${described}`;
}

function linesOf(access: Grant | PersonAccess): string[] {
  return resourceRolesOf(access).map(({ role, resource }) => `${role} on ${resource}`);
}

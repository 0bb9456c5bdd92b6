import { higherRole, type ResourceRole, type Role } from "../provider/vocabulary/roles";
import { Reason } from "../provider/vocabulary/terms";
import { endOf, hasEnded } from "../provider/vocabulary/until";
import type { Directory } from "./directory";
import type { Access } from "./schema";

/** Roles on applications or dashboards, by name or id. */
export type ResourceRoles = Record<string, ResourceRole["role"]>;

/** What one team, or the person's own entry, gives to a person. */
export interface Grant {
  /** `team field`, or `people` for the person's own entry. */
  by: string;
  role: Role;
  /** Absent: not stated, so that what there is is left alone. */
  applications?: ResourceRoles | undefined;
  dashboards?: ResourceRoles | undefined;
  /**
   * When it ends. An own entry that gives nothing ends what teams give, where it ends earlier; one that gives a role ends
   * that role alone.
   */
  until?: string | undefined;
  reason?: string | undefined;
  owner?: string | undefined;
}

/** What a person has of all grants together, at some moment. */
export interface PersonAccess {
  email: string;
  role: Role;
  /** Absent: not stated, so that what there is is left alone. */
  applications?: ResourceRoles | undefined;
  dashboards?: ResourceRoles | undefined;
  /** When the last of it ends; absent where something does not end. */
  until?: string | undefined;
  reason?: string | undefined;
  owner?: string | undefined;
  isEnded: boolean;
  /** The grants that count now, or the last ones where all have ended. */
  grants: Grant[];
  /** The grants that have ended before. */
  ended: Grant[];
}

/** Everybody whom a directory names, in order. */
export function everybodyIn({ teamsOf, people }: Directory): string[] {
  return [...new Set([...teamsOf.keys(), ...people.keys()])].sort();
}

/**
 * What a person has at a moment: the highest role of the grants that have not ended, and the roles on applications and
 * dashboards of all of them. Who has no grant left keeps the last ones, with their end, so that it is known when it was.
 */
export function accessOf(directory: Directory, email: string, now: Date): PersonAccess {
  const all = grantsOf(directory, email);
  const running = all.filter(({ until }) => !hasEnded(until, now));
  const isEnded = running.length === 0;
  const grants = isEnded ? lastOf(all) : running;
  const own = directory.people.get(email);
  return {
    email,
    role: grants.map(({ role }) => role).reduce(higherRole, "none"),
    applications: unionOf(grants.map(({ applications }) => applications)),
    dashboards: unionOf(grants.map(({ dashboards }) => dashboards)),
    until: lastEnd(grants),
    reason: own?.reason ?? together(grants.map(({ reason }) => reason)),
    owner: own?.owner ?? grants.find(({ owner }) => owner !== undefined)?.owner,
    isEnded,
    grants,
    ended: all.filter((grant) => !grants.includes(grant)),
  };
}

/** What somebody of this role has until their second factor is there; undefined for no such role. */
export function roleForMeantime({ options }: Directory, role: Role): Role | undefined {
  return role === "admin" ? options.roleUntilTwoFactor : undefined;
}

/** Each role on an application or dashboard, which is named as in a message. */
export function resourceRolesOf({ applications = {}, dashboards = {} }: Grant | PersonAccess) {
  return [
    ...Object.entries(applications).map(([name, role]) => ({ resource: `application "${name}"`, role })),
    ...Object.entries(dashboards).map(([name, role]) => ({ resource: `dashboard "${name}"`, role })),
  ];
}

function grantsOf({ teams, teamsOf, people }: Directory, email: string): Grant[] {
  const own = people.get(email);
  const isGrant = own !== undefined && givesSomething(own);
  const ofTeams = (teamsOf.get(email) ?? []).flatMap((name) => {
    const team = teams.get(name);
    const until = isGrant ? team?.until : earlier(team?.until, own?.until);
    return team ? [{ ...grantOf(`team ${name}`, team), until }] : [];
  });
  const standsAlone = own !== undefined && ofTeams.length === 0;
  return isGrant || standsAlone ? [...ofTeams, grantOf("people", own)] : ofTeams;
}

function grantOf(
  by: string,
  { role = "none", applications, dashboards, until, reason, owner }: Access,
): Grant {
  return { by, role, applications, dashboards, until, reason, owner };
}

/** An own entry may only say until when, why, or who answers for what teams give. */
function givesSomething({ role, applications, dashboards }: Access): boolean {
  return role !== undefined || applications !== undefined || dashboards !== undefined;
}

function lastOf(grants: readonly Grant[]): Grant[] {
  const last = lastEnd(grants);
  return grants.filter(({ until }) => timeOf(until) === timeOf(last));
}

/** Undefined where one of them does not end. */
function lastEnd(grants: readonly Grant[]): string | undefined {
  const ends = grants.map(({ until }) => until);
  return ends.reduce((one, other) => (timeOf(one) >= timeOf(other) ? one : other), ends[0]);
}

function earlier(one: string | undefined, other: string | undefined): string | undefined {
  return timeOf(other) < timeOf(one) ? other : one;
}

function timeOf(until: string | undefined): number {
  return endOf(until)?.getTime() ?? Number.POSITIVE_INFINITY;
}

function unionOf(lists: readonly (ResourceRoles | undefined)[]): ResourceRoles | undefined {
  const stated = lists.filter((list) => list !== undefined);
  if (stated.length === 0) return undefined;
  const union = new Map<string, ResourceRole["role"]>();
  for (const [name, role] of stated.flatMap((list) => Object.entries(list))) {
    union.set(name, higherRole(union.get(name) ?? "none", role));
  }
  return Object.fromEntries([...union].sort(([one], [other]) => (one < other ? -1 : 1)));
}

function together(texts: readonly (string | undefined)[]): string | undefined {
  const stated = [...new Set(texts.filter((text) => text !== undefined))];
  return stated.length === 0 ? undefined : shortened(stated.join("; "));
}

/** As much as the provider takes of a reason, without half of a character at its end. */
function shortened(reason: string): string {
  const most = Reason.maxLength ?? reason.length;
  if (reason.length <= most) return reason;
  const start = reason.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, "");
  return `${start.trimEnd()}…`;
}

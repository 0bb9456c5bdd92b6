import { accessOf, type Directory, endOf, everybodyIn, roleForMeantime } from "../../people";

/** What files of people say of somebody at a moment. */
export interface StatedAccess {
  role: string;
  /** What who is to be an admin has until their second factor is there; undefined for no such role. */
  roleForMeantime: string | undefined;
  /** By name or id; undefined where the files leave them alone. */
  applications: Readonly<Record<string, string>> | undefined;
  dashboards: Readonly<Record<string, string>> | undefined;
  until: string | null;
  endsAt: string | null;
  reason: string | null;
  owner: string | null;
  teams: readonly string[];
  isEnded: boolean;
}

/** By address, in lower case. */
export type StatedPeople = ReadonlyMap<string, StatedAccess>;

/** What files of people say of everybody whom they name. */
export function statedPeople(directory: Directory, now: Date): StatedPeople {
  return new Map(everybodyIn(directory).map((email) => [email, statedOf(directory, email, now)]));
}

function statedOf(directory: Directory, email: string, now: Date): StatedAccess {
  const { role, applications, dashboards, until, reason, owner, isEnded } = accessOf(directory, email, now);
  return {
    role,
    roleForMeantime: roleForMeantime(directory, role),
    applications,
    dashboards,
    until: until ?? null,
    endsAt: endOf(until)?.toISOString() ?? null,
    reason: reason ?? null,
    owner: owner ?? null,
    teams: directory.teamsOf.get(email) ?? [],
    isEnded,
  };
}

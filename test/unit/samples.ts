import type { Invite, Member } from "../../client";
import type { Snapshot } from "../../provider/decisions/snapshot";

export const hour = 60 * 60 * 1000;
export const day = 24 * hour;
/** The moment at which every unit test takes place. */
export const now = new Date("2026-11-15T12:00:00.000Z");
/** No application or dashboard has a name that the run knows. */
export const noNames = () => undefined;

export const orgId = "575ed6e87ae143cd83dc4aa8";

/** The same id for the same number. */
export function idOf(number: number): string {
  return number.toString(16).padStart(24, "0");
}

/** The ISO text of a moment before `now`. */
export function ago(milliseconds: number): string {
  return new Date(now.getTime() - milliseconds).toISOString();
}

export function memberOf(email: string, more: Partial<Member> = {}): Member {
  return { userId: idOf(1), email, role: "view", applicationRoles: [], dashboardRoles: [], ...more };
}

/** An invite that was sent yesterday and holds for seven days. */
export function inviteOf(email: string, more: Partial<Invite> = {}): Invite {
  return {
    id: idOf(0xa),
    email,
    role: "view",
    applicationRoles: [],
    dashboardRoles: [],
    inviteDate: ago(day),
    ttl: 7 * day,
    hasExpired: false,
    disallowTransfer: true,
    ...more,
  };
}

/** An organization without a seat limit. */
export function snapshotOf(members: Member[], invites: Invite[] = [], seats?: number): Snapshot {
  const limits = seats === undefined ? {} : { limits: { member: seats } };
  return { organization: { id: orgId, name: "Example", members, ...limits }, invites, now };
}

import { identifier } from "../../../simulator/store/identifiers";
import type { Kind, Properties } from "../../support/provider-messages";
import type { Desired, SingleKind } from "./actions";
import { start } from "./losant";

export const kinds: Record<SingleKind | "OrgRoster", Kind> = {
  OrgRoster: "orgRoster",
  OrgInvite: "orgInvite",
  OrgMembership: "orgMembership",
  OrgMember: "orgMember",
  "OrgMember by userId": "orgMember",
};

export function contentOf(desired: Desired, resend: number, isComplete = false): string {
  const { role, applications, dashboards, disallowTransfer, until } = desired;
  return JSON.stringify([role, applications, dashboards, disallowTransfer, resend, isComplete, until]);
}

/** The stated roles, in the form of the program's arguments. */
export function rolesOf({ role, applications, dashboards }: Desired) {
  return { role, applicationRoles: listOf(applications, 3), dashboardRoles: listOf(dashboards, 6) };
}

/** So many roles on resources of the simulator. */
export function listOf(count: number | undefined, first: number) {
  if (count === undefined) return undefined;
  const ids = Array.from({ length: count }, (_, index) => identifier(first + index)).sort();
  return ids.map((resourceId, index) => ({
    resourceId,
    role: index === 0 ? ("view" as const) : ("collaborate" as const),
  }));
}

export function entryOf(desired: Desired): unknown {
  const { role, applicationRoles, dashboardRoles } = rolesOf(desired);
  const until = untilOf(desired);
  if (!applicationRoles && !dashboardRoles && !until) return role;
  return stated({ role, applicationRoles, dashboardRoles, until });
}

export function momentOf(day: number): number {
  return start + day * 24 * 60 * 60 * 1000;
}

export function untilOf({ until }: Desired): string | undefined {
  return until === undefined ? undefined : new Date(momentOf(until)).toISOString();
}

export function stated(args: Properties): Properties {
  return Object.fromEntries(Object.entries(args).filter(([, value]) => value !== undefined));
}

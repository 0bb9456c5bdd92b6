import { hasExpired } from "../../../../simulator/entities/invite";
import type { State } from "../../../../simulator/entities/state";

/** How things are at Losant, without ids and dates that differ from run to run, one line for each thing. */
export type Picture = Record<string, string>;

/** `member New/ann@example.com` is `view`, and so on. */
export function pictureOf(state: State, now: number): Picture {
  const names = new Map(state.organizations.map(({ id, name }) => [id, name]));
  const found = state.organizations.flatMap((organization) => [
    line(`organization ${organization.name}`, settingsOf(organization)),
    ...organization.members.map((one) => line(`member ${organization.name}/${one.email}`, rolesOf(one))),
    ...(state.invites[organization.id] ?? []).map((one) =>
      line(`invite ${organization.name}/${one.email}`, {
        ...rolesOf(one),
        disallowTransfer: one.disallowTransfer,
        hasExpired: hasExpired(one, now),
      }),
    ),
  ]);
  const owned = [...state.applications, ...state.dashboards].map(({ name, ownerId }) =>
    line(`owner of ${name}`, names.get(ownerId) ?? ownerId),
  );
  return Object.fromEntries([...found, ...owned]);
}

function line(name: string, value: unknown): [string, string] {
  return [name, JSON.stringify(value)];
}

function settingsOf({ name, description, iconColor, mfaMode, billingEmail }: State["organizations"][number]) {
  return { name, description, iconColor, mfaMode, billingEmail };
}

function rolesOf({
  role,
  applicationRoles,
  dashboardRoles,
}: State["organizations"][number]["members"][number] | State["invites"][string][number]) {
  return { role, applicationRoles, dashboardRoles };
}

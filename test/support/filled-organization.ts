import type { StateInput } from "../../simulator/entities/state";
import type { TestSimulator } from "./simulator";

const hour = 60 * 60 * 1000;

/** Names that break what does not quote them. */
export const oddNames = [
  `it's "quoted" \\ and \`ticked\``,
  `😀 ${"$"}{process.exit(1)} */ -- #`,
  "\u202Eright to left\u202C",
  "two\nlines: and a colon",
];

/** Fills the organization: so many people, twelve applications, some of them with odd names, and six invites. */
export async function fill(simulator: TestSimulator, people: number, applications = 12): Promise<void> {
  await simulator.putState((state) => {
    const owned = { ownerId: simulator.orgId, ownerType: "organization" as const };
    state.applications = Array.from({ length: applications }, (_, at) => ({
      id: idOf(at),
      name: oddNames[at] ?? `Application ${at}`,
      ...owned,
      creationDate: "2026-01-01T00:00:00.000Z",
    }));
    state.dashboards = state.applications.slice(0, 4).map((one, at) => ({ ...one, id: idOf(200 + at) }));
    const [organization] = state.organizations;
    if (organization) Object.assign(organization, { name: oddNames.slice(0, 3).join(" "), iconColor: "red" });
  });
  await simulator.putState((state) => {
    // All at once: the whole state is sent each time.
    const members = Array.from({ length: people - 1 }, (_, at) => personOf(at + 1));
    state.organizations[0]?.members.push(...members);
    addInvites(state, simulator.orgId);
  });
}

function personOf(at: number) {
  const roles = ["admin", "edit", "view", "collaborate", "none"] as const;
  const onApplications = at % 3 === 0 ? [{ resourceId: idOf((at / 3) % 12), role: "view" as const }] : [];
  const onDashboards =
    at % 7 === 0 ? [{ resourceId: idOf(200 + ((at / 7) % 4)), role: "view" as const }] : [];
  return {
    email: `person${at}@example.com`,
    role: roles[at % 5] ?? "view",
    applicationRoles: onApplications,
    dashboardRoles: onDashboards,
  };
}

function addInvites(state: StateInput, orgId: string): void {
  const now = Date.now() + state.clockAheadMs;
  const ages = [1, 2, 3, 4, 5, 200];
  state.invites[orgId] = ages.map((hours, at) => ({
    id: idOf(100 + at),
    email: `invited${at}@example.com`,
    role: "view",
    applicationRoles: at === 0 ? [{ resourceId: idOf(1), role: "collaborate" }] : [],
    dashboardRoles: [],
    inviteDate: new Date(now - hours * hour).toISOString(),
    ttl: 7 * 24 * hour,
  }));
}

/** The same id for the same number. */
export function idOf(at: number): string {
  return (at + 1).toString(16).padStart(24, "0");
}

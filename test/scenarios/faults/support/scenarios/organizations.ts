import { type Scenario, settings } from "./scenario";

export const organizations: Scenario[] = [
  {
    name: "organization-create",
    program: { org: { kind: "organization", args: { name: "New", description: "d" } } },
  },
  { name: "organization-adopt", program: { org: settings({ name: "Renamed", mfaMode: "required" }) } },
  {
    name: "organization-update",
    before: { org: settings({ name: "One", description: "first" }) },
    program: { org: settings({ name: "Two", description: "first", iconColor: "#ffffff" }) },
  },
  {
    name: "organization-drift",
    before: { org: settings({ name: "One" }) },
    act: (losant) =>
      losant.change((state) => Object.assign(state.organizations[0] ?? {}, { name: "By hand" })),
    program: { org: settings({ name: "One" }) },
  },
  {
    name: "organization-rename",
    before: { org: { kind: "organization", args: { name: "New" } } },
    program: { renamed: { kind: "organization", args: { name: "New" } } },
  },
  {
    name: "organization-delete",
    before: { org: { kind: "organization", args: { name: "New", deletionPolicy: "delete" } } },
    program: {},
  },
  { name: "organization-retain", before: { org: settings({ name: "One" }) }, program: {} },
];

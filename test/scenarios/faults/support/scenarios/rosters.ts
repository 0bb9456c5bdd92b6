import { ann, bob, carol, crowd, dan, day, orgId, roles, roster, type Scenario } from "./scenario";

export const rosters: Scenario[] = [
  {
    name: "roster-create",
    seed: crowd,
    program: { all: roster({ [ann]: "admin", [bob]: "view", [carol]: "edit", [dan]: "view" }) },
  },
  {
    name: "roster-create-removing",
    seed: crowd,
    program: {
      all: roster(
        { [ann]: "view", "zoe@example.com": "view", "yan@example.com": "view" },
        { unmanaged: "remove" },
      ),
    },
  },
  {
    name: "roster-same",
    seed: crowd,
    before: { all: roster({ [ann]: "view", [bob]: "admin", [dan]: "view" }) },
    program: { all: roster({ [ann]: "view", [bob]: "admin", [dan]: "view" }) },
  },
  {
    name: "roster-update",
    seed: crowd,
    before: { all: roster({ [ann]: "view", [bob]: "admin", [carol]: "edit", [dan]: "view" }) },
    program: { all: roster({ [ann]: "admin", [bob]: "edit", [dan]: "edit", "eve@example.com": "view" }) },
  },
  {
    name: "roster-drift",
    seed: crowd,
    before: { all: roster({ [ann]: "view", [bob]: "admin", [dan]: "view" }) },
    act: (losant) =>
      losant.change((state) => {
        const [first] = state.organizations;
        for (const one of first?.members ?? []) if (one.email === ann) one.role = "admin";
        state.invites[orgId] = [{ email: "yan@example.com", role: "view" }];
        state.clockAheadMs = 8 * day;
      }),
    program: { all: roster({ [ann]: "view", [bob]: "admin", [dan]: "view" }) },
  },
  {
    name: "roster-take-out",
    seed: crowd,
    before: { all: roster({ [ann]: "view", [bob]: "admin", [dan]: "view" }) },
    program: { all: roster({}) },
  },
  {
    name: "roster-transfer",
    before: { all: roster({ [ann]: "view", [dan]: "edit" }) },
    program: { all: roster({ [ann]: "view", [dan]: "edit" }, { disallowTransfer: false }) },
  },
  {
    name: "roster-roles-taken-out",
    before: { all: roster({ [ann]: { role: "view", applicationRoles: roles }, [dan]: "edit" }) },
    program: { all: roster({ [ann]: "view", [dan]: "edit" }) },
  },
  {
    name: "roster-swap-roles",
    seed: crowd,
    before: { all: roster({ [ann]: "view", [bob]: "admin" }) },
    program: { all: roster({ [ann]: "admin", [bob]: "view" }) },
  },
  {
    name: "roster-swap-people",
    before: { all: roster({ [ann]: "view" }) },
    program: { all: roster({ [bob]: "view" }) },
  },
  {
    name: "roster-rename",
    seed: crowd,
    before: { all: roster({ [ann]: "view", [dan]: "view" }) },
    program: { renamed: roster({ [ann]: "view", [dan]: "view" }) },
  },
  {
    name: "roster-expired",
    before: { all: roster({ [ann]: "view", [dan]: "view" }) },
    act: async (losant) => losant.advance(60 * day),
    program: { all: roster({ [ann]: "view" }) },
  },
  {
    name: "roster-delete",
    seed: crowd,
    before: { all: roster({ [ann]: "view", [dan]: "view" }, { deletionPolicy: "remove" }) },
    program: {},
  },
];

import { identifier } from "../../../../../simulator/store/identifiers";
import type { Properties } from "../../../../support/provider-messages";
import type { ControlledState } from "../in-process-losant";
import { application, declared, member, otherOrgId, owner, type Scenario } from "./scenario";

const transfer = (more: Properties) =>
  declared("resourceTransfer", { destinationId: otherOrgId, destinationType: "organization", ...more });
const other = (state: ControlledState) => {
  const [first] = state.organizations;
  state.organizations.push({
    ...first,
    id: otherOrgId,
    name: "Other",
    members: [member(owner, "admin", { userId: identifier(1) })],
  });
  state.invites[otherOrgId] = [];
};

export const transfers: Scenario[] = [
  { name: "transfer-create", seed: other, program: { move: transfer({ applicationIds: [application] }) } },
  {
    name: "transfer-to-user",
    program: {
      move: transfer({
        destinationType: "user",
        destinationId: identifier(1),
        dashboardIds: [identifier(6)],
      }),
    },
  },
  {
    name: "transfer-update",
    seed: other,
    before: { move: transfer({ applicationIds: [application] }) },
    program: { move: transfer({ applicationIds: [application, identifier(4)] }) },
  },
  {
    name: "transfer-delete",
    seed: other,
    before: { move: transfer({ applicationIds: [application] }) },
    program: {},
  },
];

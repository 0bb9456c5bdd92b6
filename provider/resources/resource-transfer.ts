import { randomUUID } from "node:crypto";
import { z } from "zod";
import { transferResources } from "../live/transfer-resources";
import { Id, oneOf } from "../vocabulary/arguments";
import { ProviderError } from "../vocabulary/errors";
import { counted } from "../vocabulary/text";
import { type ResourceLifecycle, statedInputs } from "./resource-lifecycle";

const Ids = z
  .array(Id)
  .max(1000, "must have at most 1000 ids")
  .transform((ids) => [...new Set(ids)].sort());

export const ResourceTransferArguments = z.strictObject({
  orgId: Id,
  destinationId: Id,
  destinationType: oneOf(["user", "organization"]),
  applicationIds: Ids.optional(),
  dashboardIds: Ids.optional(),
  strict: z.boolean().optional(),
});

type Desired = z.output<typeof ResourceTransferArguments>;

const ResourceTransferState = z.object(ResourceTransferArguments.shape);

/** Moves applications and dashboards to another owner, once. */
export const resourceTransfer: ResourceLifecycle<
  typeof ResourceTransferArguments,
  typeof ResourceTransferState
> = {
  kind: "ResourceTransfer",
  arguments: ResourceTransferArguments,
  state: ResourceTransferState,

  validate(desired, { isUnknown }) {
    const isNamed = (name: "applicationIds" | "dashboardIds") =>
      isUnknown(name) || (desired[name]?.length ?? 0) > 0;
    const problems = [];
    if (!isNamed("applicationIds") && !isNamed("dashboardIds")) {
      problems.push("applicationIds or dashboardIds: one of the two must name what to transfer");
    }
    if (desired.destinationId !== undefined && desired.destinationId === desired.orgId) {
      problems.push("destinationId: must be another owner than orgId");
    }
    return problems;
  },

  async check(desired, previous, { run, report }) {
    if (desired.orgId === undefined || previous) return [];
    const organization = run.organization(desired.orgId);
    await organization.live.organization();
    const content = describeContent(desired);
    if (content !== "") report.info(`${content} of organization ${desired.orgId} will be transferred.`);
    await organization.warnOfRights(["org.transferResources"], report);
    return [];
  },

  async replacedBy(_recorded, _desired, changed) {
    return changed;
  },

  async create(desired, { run }) {
    const { orgId, ...transfer } = desired;
    await transferResources(run, orgId, transfer);
    return { id: randomUUID(), state: desired };
  },

  async read(id, recorded) {
    if (!recorded) {
      throw new ProviderError(
        "ResourceTransfer: a transfer is done once, and cannot be imported. What it moved belongs to its new owner " +
          "already: leave it out.",
      );
    }
    return { id, state: recorded.state, inputs: statedInputs(recorded.state, recorded) };
  },

  async update(_id, _recorded, desired) {
    return desired;
  },

  async delete(id, { state }, { report }) {
    report.info(
      `ResourceTransfer ${id} is removed from state only: what it moved stays with ${state.destinationType} ` +
        `${state.destinationId}.`,
    );
  },
};

function describeContent({ applicationIds = [], dashboardIds = [] }: Partial<Desired>): string {
  const counts = [
    counted(applicationIds.length, "application", "applications"),
    counted(dashboardIds.length, "dashboard", "dashboards"),
  ];
  return counts.filter((count) => !count.startsWith("0 ")).join(" and ");
}

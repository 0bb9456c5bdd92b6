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

type Wish = z.output<typeof ResourceTransferArguments>;

const ResourceTransferState = z.object(ResourceTransferArguments.shape);

/** Moves applications and dashboards to another owner, once. */
export const resourceTransfer: ResourceLifecycle<
  typeof ResourceTransferArguments,
  typeof ResourceTransferState
> = {
  kind: "ResourceTransfer",
  arguments: ResourceTransferArguments,
  state: ResourceTransferState,

  validate(wish, { isUnknown }) {
    const isNamed = (name: "applicationIds" | "dashboardIds") =>
      isUnknown(name) || (wish[name]?.length ?? 0) > 0;
    const problems = [];
    if (!isNamed("applicationIds") && !isNamed("dashboardIds")) {
      problems.push("applicationIds or dashboardIds: one of the two must name what to transfer");
    }
    if (wish.destinationId !== undefined && wish.destinationId === wish.orgId) {
      problems.push("destinationId: must be another owner than orgId");
    }
    return problems;
  },

  async check(wish, previous, { run, report }) {
    if (wish.orgId === undefined || previous) return [];
    await run.organization(wish.orgId).live.organization();
    const content = describeContent(wish);
    if (content !== "") report.info(`${content} of organization ${wish.orgId} will be transferred.`);
    return [];
  },

  async replacedBy(_recorded, _wish, changed) {
    return changed;
  },

  async create(wish, { run }) {
    const { orgId, ...transfer } = wish;
    await transferResources(run, orgId, transfer);
    return { id: randomUUID(), state: wish };
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

  async update(_id, _recorded, wish) {
    return wish;
  },

  async delete(id, { state }, { report }) {
    report.info(
      `ResourceTransfer ${id} is removed from state only: what it moved stays with ${state.destinationType} ` +
        `${state.destinationId}.`,
    );
  },
};

function describeContent({ applicationIds = [], dashboardIds = [] }: Partial<Wish>): string {
  const counts = [
    counted(applicationIds.length, "application", "applications"),
    counted(dashboardIds.length, "dashboard", "dashboards"),
  ];
  return counts.filter((count) => !count.startsWith("0 ")).join(" and ");
}

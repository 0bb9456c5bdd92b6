import { randomUUID } from "node:crypto";
import { z } from "zod";
import { Id, oneOf } from "./engine/arguments";
import type { Life } from "./engine/life";

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

const ResourceTransferState = z.object(ResourceTransferArguments.shape);

/** Moves applications and dashboards to another owner, once. */
export const resourceTransfer: Life<typeof ResourceTransferArguments, typeof ResourceTransferState> = {
  kind: "ResourceTransfer",
  arguments: ResourceTransferArguments,
  state: ResourceTransferState,

  consistent(wish, isUnknown) {
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

  async check(wish, previous, run) {
    if (wish.orgId === undefined || previous) return [];
    await run.live(wish.orgId).organization();
    return [];
  },

  async replacedBy(_state, _wish, changed) {
    return changed;
  },

  async create(wish, run) {
    const { orgId, ...transfer } = wish;
    await run.client.org.transferResources({ orgId, transfer });
    return { id: randomUUID(), state: wish };
  },

  async read(id, state) {
    return state && { id, state };
  },

  async update(_id, _state, wish) {
    return wish;
  },

  async delete(id, state, run) {
    run.tell(
      `ResourceTransfer ${id} is only forgotten: what it moved stays with ${state.destinationType} ` +
        `${state.destinationId}.`,
    );
  },
};

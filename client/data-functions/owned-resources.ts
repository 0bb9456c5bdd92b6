import { id, optional, text } from "./checks";
import { dataFunction } from "./data-function";

/** Which applications or dashboards to look for. */
export interface Wanted {
  orgId: string;
  name?: string;
}

export const getApplications = dataFunction({
  name: "getApplications",
  property: "applications",
  checks: { orgId: id, name: optional(text) },
  ask: async (reads, { orgId, name }: Wanted) => named(await reads.applications({ orgId }), name),
});

export const getDashboards = dataFunction({
  name: "getDashboards",
  property: "dashboards",
  checks: { orgId: id, name: optional(text) },
  ask: async (reads, { orgId, name }: Wanted) => named(await reads.dashboards({ orgId }), name),
});

/** Losant's own filter takes `*` for any text and ignores case: a name is to be exact. */
function named(all: readonly { id: string; name?: string | undefined }[], wanted: string | undefined) {
  const found = wanted === undefined ? all : all.filter(({ name }) => name === wanted);
  return found.map(({ id: known, name = "" }) => ({ id: known, name }));
}

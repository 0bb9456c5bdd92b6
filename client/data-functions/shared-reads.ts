import type { LosantClient } from "../losant-client";
import { printableData } from "../printable";
import type { OrgParameters, RangeParameters } from "../types";
import { readOnce } from "./read-once";

/** Lets something be asked with a client, which a face may make only now. */
export type Ask = <Answer>(read: (client: LosantClient) => Promise<Answer>) => Promise<Answer>;

/** What data functions read of Losant. All who ask share the answers: copy what is given on. */
export type Reads = ReturnType<typeof sharedReads>;

/** The most that Losant gives in one answer. */
const perPage = 100;

type PayloadParameters = RangeParameters & { asBytes?: boolean | undefined };
type BreakdownParameters = PayloadParameters & {
  includeNonBillable?: boolean | undefined;
  resolution?: 86400000 | 3600000 | undefined;
};

/** Reads that ask Losant once for equal arguments, until there are more changes. Their text is fit for a terminal. */
export function sharedReads(ask: Ask, changesSoFar: () => number) {
  const once = <Args extends object, Answer>(read: (client: LosantClient, args: Args) => Promise<Answer>) =>
    readOnce((args: Args) => ask(async (client) => printableData(await read(client, args))), changesSoFar);
  return {
    organization: once(({ org }, args: OrgParameters) => org.get(args)),
    organizations: once(({ orgs }, { name }: { name?: string }) =>
      orgs.all(name === undefined ? {} : { filterField: "name", filter: name }),
    ),
    applications: once(({ applications }, { orgId }: OrgParameters) => applications.all({ orgId, perPage })),
    dashboards: once(({ dashboards }, { orgId }: OrgParameters) => dashboards.all({ orgId, perPage })),
    pendingInvites: once(({ org }, args: OrgParameters) => org.pendingInvites(args)),
    deviceCounts: once(({ org }, args: RangeParameters) => org.deviceCounts(args)),
    notebookMinuteCounts: once(({ org }, args: RangeParameters) => org.notebookMinuteCounts(args)),
    payloadCounts: once(({ org }, args: PayloadParameters) => org.payloadCounts(args)),
    payloadCountsBreakdown: once(({ org }, args: BreakdownParameters) => org.payloadCountsBreakdown(args)),
  };
}

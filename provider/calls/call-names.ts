import type { NamedList } from "../decisions/named-resources";
import type { RunSource } from "../live/run-source";
import { Id } from "../vocabulary/arguments";
import { messageOf } from "../vocabulary/errors";
import type { Properties } from "./properties";
import { NameResolver, type Resolved } from "./resource-roles";

/** Names of applications and dashboards at the edge of the calls: ids for what a program states. */
export class CallNames {
  constructor(private readonly source: Pick<RunSource, "run">) {}

  /**
   * Asks for names only where some are used; the organization has to be known for it. `recorded`: what the program stated
   * before.
   */
  async resolve(stated: Properties, recorded: Properties): Promise<Resolved> {
    const orgId = Id.safeParse(stated.orgId).data ?? "";
    const run = this.source.run();
    const now = () => run.client.now();
    const canAsk = orgId !== "" && run.hasToken;
    const listing = canAsk ? (list: NamedList) => run.organization(orgId).names.all(list) : undefined;
    try {
      const resolved = await new NameResolver(orgId, listing, now, recorded).resolve(stated);
      // An organization that is not there has no applications either: that is told first.
      if (canAsk && resolved.problems.length > 0) await run.organization(orgId).live.organization();
      return resolved;
    } catch (error) {
      const { stated: withoutNames } = await new NameResolver(orgId, undefined, now).resolve(stated);
      return { stated: withoutNames, problems: [messageOf(error)] };
    }
  }
}

import type { NamedList } from "../decisions/named-resources";
import type { RunSource } from "../live/run-source";
import { PartialFailure } from "../resources/resource-lifecycle";
import { Id } from "../vocabulary/arguments";
import { causeOf, messageOf, ProviderError } from "../vocabulary/errors";
import type { Reporter } from "../vocabulary/reporter";
import { naming, withNames } from "./naming-reporter";
import type { Properties } from "./properties";
import { NameResolver, type Resolved } from "./resource-roles";

/** Names of applications and dashboards at the edge of the calls: ids for what a program states, names for what it reads. */
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

  /** A text with names beside ids, as far as the run knows them. */
  inText(text: string): string {
    const run = this.source.run();
    return withNames(text, (id) => run.nameOf(id));
  }

  /** A reporter that tells names. */
  inReports(report: Reporter): Reporter {
    return naming(report, (text) => this.inText(text));
  }

  /** Does something whose errors tell names. */
  async inErrors<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      throw this.named(error);
    }
  }

  private named(error: unknown): unknown {
    if (error instanceof PartialFailure) {
      return new PartialFailure(
        error.snapshot,
        error.reasons.map((reason) => this.inText(reason)),
      );
    }
    const [text, named] = [messageOf(error), this.inText(messageOf(error))];
    return text === named ? error : new ProviderError(named, causeOf(error));
  }
}

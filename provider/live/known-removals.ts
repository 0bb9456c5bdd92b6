import type { RemovalCount } from "../decisions/guard-rails/guard-rail";
import { removalsAllowedHere, removalsPassLimit } from "../decisions/guard-rails/removal-limit";
import { refuse } from "../vocabulary/errors";
import type { Reporter } from "../vocabulary/reporter";
import type { RemovalBudget } from "./removal-budget";

/** What the removals of single people in a run need to know of the stack. */
interface Stack {
  readonly orgId: string;
  /** Whether the run checks resources: some that are read, it has not checked yet. */
  readonly isChecking: () => boolean;
  /** How many people resources of the stack remove, as far as they were read. */
  readonly expectedRemovals: (report: Reporter) => Promise<number>;
}

/** What is known of the removals of single people before the first of them: too many are refused together. */
export class KnownRemovals {
  private expected: Promise<number> | undefined;
  private hasReported = false;

  constructor(private readonly stack: Stack) {}

  /** @throws ProviderError where the run is known to pass the limit. */
  async beforeRemoval(email: string, budget: RemovalBudget, report: Reporter): Promise<void> {
    const { stack } = this;
    this.expected ??= this.count(report);
    const expected = await this.expected;
    const { count } = budget;
    const isBeyond = expected > count.allowed;
    if (isBeyond && !stack.isChecking())
      refuse(removalsPassLimit(count, { email, orgId: stack.orgId }, expected));
    if (isBeyond || expected === 0) this.reportLimit(count, report);
  }

  private count(report: Reporter): Promise<number> {
    return this.stack.expectedRemovals(report).catch((error: unknown) => {
      this.expected = undefined;
      throw error;
    });
  }

  private reportLimit(count: RemovalCount, report: Reporter): void {
    if (this.hasReported) return;
    this.hasReported = true;
    report.info(removalsAllowedHere(count, this.stack.orgId));
  }
}

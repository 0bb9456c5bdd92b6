import type { RemovalCount } from "../decisions/guard-rails/removal-limit";
import { type RemovalLimit, removalsAllowed } from "../vocabulary/removal-limit";

/** Counts the removals sent to one organization, and stops after the allowed number. */
export class RemovalBudget {
  private sent = 0;
  private refused = 0;

  constructor(
    private readonly limit: RemovalLimit | undefined,
    private readonly people: number,
    /** A wider budget that a removal counts in as well. */
    private readonly wider?: RemovalBudget,
  ) {}

  /** How many removals there may be, and were; the tighter one of this budget and the wider one. */
  get count(): RemovalCount {
    const own = { allowed: removalsAllowed(this.limit, this.people), sent: this.sent, people: this.people };
    const wider = this.wider?.count;
    return wider && wider.allowed - wider.sent < own.allowed - own.sent ? wider : own;
  }

  /** Takes one removal, which counts whatever comes of it. False: there is none left. */
  take(): boolean {
    const { allowed, sent } = this.count;
    if (sent >= allowed) {
      this.refused += 1;
      return false;
    }
    this.add();
    return true;
  }

  /** How many removals were refused so far. */
  get refusals(): number {
    return this.refused;
  }

  private add(): void {
    this.sent += 1;
    this.wider?.add();
  }
}

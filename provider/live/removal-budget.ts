import type { RemovalCount } from "../decisions/guard-rails/guard-rail";
import { type RemovalLimit, removalsAllowed } from "../vocabulary/removal-limit";

/** Where removals are counted. */
export interface RemovalLedger {
  readonly sent: number;
  /** Counts one more, unless as many as allowed are counted. */
  take(allowed: number): boolean;
}

/** Counts in this process alone. */
class OwnRemovals implements RemovalLedger {
  sent = 0;

  take(allowed: number): boolean {
    if (this.sent >= allowed) return false;
    this.sent += 1;
    return true;
  }
}

/** What a budget that is not the whole run's says of itself. */
export interface BudgetOptions {
  /** A wider budget that a removal counts in as well. */
  wider?: RemovalBudget | undefined;
  /** Whether a roster states the limit for itself. */
  isRosters?: boolean;
}

/** Counts the removals sent to one organization, and stops after the allowed number. */
export class RemovalBudget {
  private refused = 0;

  constructor(
    private readonly limit: RemovalLimit | undefined,
    private readonly people: number,
    private readonly options: BudgetOptions = {},
    private readonly ledger: RemovalLedger = new OwnRemovals(),
  ) {}

  /** How many removals there may be, and were; the tighter one of this budget and the wider one. */
  get count(): RemovalCount {
    return this.countAtLeast(0);
  }

  /** As `count`, where at least so many are sent by then that only the budget of the whole run counts. */
  countAtLeast(sent: number): RemovalCount {
    const { isRosters, wider } = this.options;
    const limit = { allowed: this.allowed, people: this.people };
    const own = isRosters
      ? { ...limit, sent: this.ledger.sent, isRosters }
      : { ...limit, sent: Math.max(this.ledger.sent, sent) };
    const outer = wider?.countAtLeast(sent);
    return outer && outer.allowed - outer.sent < own.allowed - own.sent ? outer : own;
  }

  /** Takes one removal, which counts whatever comes of it. False: there is none left. */
  take(): boolean {
    const isTaken = this.ledger.sent < this.allowed && this.takeOfWider() && this.ledger.take(this.allowed);
    if (!isTaken) this.refused += 1;
    return isTaken;
  }

  /** How many removals were refused so far. */
  get refusals(): number {
    return this.refused;
  }

  private get allowed(): number {
    return removalsAllowed(this.limit, this.people);
  }

  /** Only the budget of a whole run is shared, and it has no wider one: what is taken here is not taken in vain. */
  private takeOfWider(): boolean {
    return this.options.wider?.take() ?? true;
  }
}

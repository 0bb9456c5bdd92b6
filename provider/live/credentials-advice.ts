import { credentialsAdvice } from "../decisions/removal-outcome";
import type { Reporter } from "../vocabulary/reporter";

/** Tells once in a run, after members of an organization were removed, where to look for what they have made. */
export class CredentialsAdvice {
  private isTold = false;

  constructor(private readonly orgId: string) {}

  /** Whoever was invited only has made nothing. */
  tellAfter(outcomes: readonly { outcome: string }[], report: Reporter): void {
    if (this.isTold || !outcomes.some(({ outcome }) => outcome === "removed")) return;
    this.isTold = true;
    report.info(credentialsAdvice(this.orgId));
  }
}

import { reporters } from "mocha";

/** Mocha's own report, and last of all one line that machines read too: `N passed, M failed`. */
export default class Reporter extends reporters.Spec {
  override epilogue(): void {
    super.epilogue();
    const { passes, failures, pending } = this.stats;
    console.log(`${passes} passed, ${failures} failed${pending > 0 ? `, ${pending} skipped` : ""}`);
  }
}

import type { Form } from "./forms";

/** What a pipeline runs each day, and what that does, in lines. */
export function everyDay(form: Form): string[] {
  const isRoster = form !== "memberships";
  // By the environment alone, so that merges go on beside a stranger.
  const report = `${isRoster ? "LOSANT_UNMANAGED=fail " : ""}pulumi preview --expect-no-changes`;
  const strangers = isRoster ? ", or for people who are not listed here" : "";
  return [
    "Let a pipeline run these every day:",
    "",
    `    ${report}   # reports, changes nothing`,
    `    ${"pulumi up --yes".padEnd(report.length)}   # ends access, renews invites`,
    "",
    `The first fails for what was changed by hand or is due${strangers}.`,
    "The second removes people whose access has ended, sends lapsed invites again, and changes back what was changed by",
    "hand, as every `pulumi up` does. Start it whatever the first one said: that fails on each day on which access ends.",
  ];
}

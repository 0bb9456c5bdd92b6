import type { Form } from "./options";

const ofRoster = [
  "`pulumi destroy` keeps everybody in the organization: that is the roster's default (`deletionPolicy`).",
];
const ofMemberships = [
  "`pulumi destroy` removes everybody but the token's user. To let go of people without removing them, put",
  '`deletionPolicy: "retain"` into each `OrgMembership`, run `pulumi up`, then `pulumi destroy`.',
];

/** What removing people from a file and a destroy do, in lines. */
export function removalComments(form: Form, file: string): string[] {
  const removed = `People removed from ${file} are removed from the organization; people added are invited.`;
  return [removed, ...(form === "memberships" ? ofMemberships : ofRoster)];
}

/** What a pipeline runs each day, and what that does, in lines. */
export function everyDay(form: Form): string[] {
  const isRoster = form !== "memberships";
  // By the environment alone, so that merges go on beside a stranger.
  const report = `${isRoster ? "LOSANT_UNMANAGED=fail " : ""}pulumi preview --expect-no-changes`;
  const strangers = isRoster ? ", or for people who are not listed here" : "";
  return [
    "`npx pulumi-losant ci github` (or gitlab) writes a pipeline: a plan on each change request, an approved `up` of each",
    "merge, and an issue where something was changed by hand. In another pipeline, run these every day:",
    "",
    `    ${report}   # reports, changes nothing`,
    `    ${"pulumi up --yes".padEnd(report.length)}   # ends access, renews invites`,
    "",
    `The first fails for what was changed by hand or is due${strangers}.`,
    "The second removes people whose access has ended, sends lapsed invites again, and changes back what was changed by",
    "hand, as every `pulumi up` does. Start it whatever the first one said: that fails on each day on which access ends.",
  ];
}

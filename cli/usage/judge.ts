import type { Usage } from "../../usage/figures";
import { findingsIn, findingText, unknownIn, unlimitedIn } from "../../usage/findings";
import { Found } from "../found";

/**
 * Ends the command with 1 where something is not known, or passes so many percent of its limit: of all organizations at
 * once. What is not known never passes.
 */
export function judge(usage: Usage, percent: number | undefined): void {
  const unknown = unknownIn(usage);
  const findings = percent === undefined ? [] : findingsIn(usage.organizations, percent).map(findingText);
  if (unknown.length > 0) {
    const known = findings.length > 0 ? `; over ${percent}% of the limit: ${findings.join("; ")}` : "";
    throw new Error(`not everything could be read. Not known: ${unknown.join("; ")}${known}`);
  }
  if (findings.length > 0) throw new Found([`Over ${percent}% of the limit:`, ...findings].join("\n  "));
}

/** What --fail-over cannot judge, as Losant states no limit for it. */
export function unjudged({ organizations }: Usage): string | undefined {
  const unlimited = unlimitedIn(organizations);
  return unlimited.length === 0 ? undefined : `No limit is stated for ${unlimited.join("; ")}`;
}

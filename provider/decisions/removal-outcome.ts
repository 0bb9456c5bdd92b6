import type { Invite, Member } from "../../client";
import { type NameOf, namesOfResources } from "../vocabulary/describe-roles";
import type { Reporter } from "../vocabulary/reporter";
import { rolesOf } from "../vocabulary/roles";

/** What came of taking somebody out of an organization. */
export type RemovalOutcome =
  /** A member, and invites that they had beside their membership. */
  | { outcome: "removed"; member: Member; invites: Invite[] }
  | { outcome: "revoked"; invites: Invite[] }
  /**
   * They are left alone, and why. `isHandedOver`: another resource that the stack records manages them now. `isThere`:
   * whether there is anything of them.
   */
  | { outcome: "kept"; because: string; isHandedOver: boolean; isThere: boolean }
  /** They were not there. */
  | { outcome: "absent" };

/** Why the authenticated user is not removed, whoever asks. */
export const ownUserStays = "the API token is theirs";

/** What to look at where members were removed: what they have made is not theirs alone. */
export function credentialsAdvice(orgId: string): string {
  return (
    "API tokens and access keys that removed members made are not touched. To list them: " +
    `pulumi-losant status --credentials --org ${orgId}`
  );
}

/** Tells an outcome, if something happened. A removal is told with all that restores it, and `because`. */
export function reportOutcome(
  outcome: RemovalOutcome,
  person: { email: string; orgId: string; because?: string | undefined; nameOf: NameOf },
  report: Reporter,
): void {
  const line = describeOutcome(outcome, person);
  if (line === undefined) return;
  if (outcome.outcome === "kept" && outcome.because === ownUserStays) report.warn(line);
  else report.info(outcome.outcome === "kept" ? line : `${line}${person.because ?? ""}`);
}

/** What to tell of an outcome; undefined where nothing happened. */
export function describeOutcome(
  outcome: RemovalOutcome,
  { email, orgId, nameOf }: { email: string; orgId: string; nameOf: NameOf },
): string | undefined {
  if (outcome.outcome === "kept" && !outcome.isThere) return undefined;
  if (outcome.outcome === "kept") return `${email} stays in organization ${orgId}: ${outcome.because}.`;
  if (outcome.outcome === "absent") return undefined;
  const revoked = outcome.invites.map((invite) => receipt("invite revoked in", invite, orgId, nameOf));
  if (outcome.outcome === "revoked") return revoked.join("\n");
  return [receipt("removed from", outcome.member, orgId, nameOf), ...revoked].join("\n");
}

/** One line with all that somebody had, enough to restore it. */
function receipt(what: string, person: Member | Invite, orgId: string, nameOf: NameOf): string {
  return `${person.email}: ${what} organization ${orgId}; to restore: ${rolesToRestore(person, nameOf)}`;
}

/** What to declare to give somebody their access back, and the names of what it has by id. */
export function rolesToRestore(person: Member | Invite, nameOf: NameOf): string {
  const names = namesOfResources(person, nameOf);
  return `${JSON.stringify({ email: person.email, ...rolesOf(person) })}${names && ` (${names})`}`;
}

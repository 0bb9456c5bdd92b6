import type { Invite, Member } from "../../client";
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

/** Tells an outcome, if something happened. A removal is told with all that restores it, and `because`. */
export function tellOutcome(
  outcome: RemovalOutcome,
  person: { email: string; orgId: string; because?: string | undefined },
  report: Reporter,
): void {
  const line = describeOutcome(outcome, person.email, person.orgId);
  if (line === undefined) return;
  if (outcome.outcome === "kept" && outcome.because === ownUserStays) report.warn(line);
  else report.info(outcome.outcome === "kept" ? line : `${line}${person.because ?? ""}`);
}

/** What to tell of an outcome; undefined where nothing happened. */
export function describeOutcome(outcome: RemovalOutcome, email: string, orgId: string): string | undefined {
  if (outcome.outcome === "kept" && !outcome.isThere) return undefined;
  if (outcome.outcome === "kept") return `${email} stays in organization ${orgId}: ${outcome.because}.`;
  if (outcome.outcome === "absent") return undefined;
  const revoked = outcome.invites.map((invite) => receipt("invite revoked in", invite, orgId));
  if (outcome.outcome === "revoked") return revoked.join("\n");
  return [receipt("removed from", outcome.member, orgId), ...revoked].join("\n");
}

/** One line with all that somebody had, enough to restore it. */
function receipt(what: string, person: Member | Invite, orgId: string): string {
  return `${person.email}: ${what} organization ${orgId}; to restore: ${rolesToRestore(person)}`;
}

/** What to declare to give somebody their access back. */
export function rolesToRestore(person: Member | Invite): string {
  return JSON.stringify({ email: person.email, ...rolesOf(person) });
}

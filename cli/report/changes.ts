import type { AuditLogEntry, LosantClient } from "../../client";
import { accessActions, changeAuthor, isDoneTo } from "../../client/change-authors";
import { asciiLowerCase } from "../../client/text";
import { changesSince, type PersonChange } from "../../report/changes";
import type { ChangeAuthor, Changes, OrganizationChanges, Report } from "../../report/report";

/**
 * What changed since an earlier report, with who did it where an organization has an audit log: one request for each
 * organization in which something changed.
 */
export async function readChanges(client: LosantClient, earlier: Report, now: Report): Promise<Changes> {
  const changed = changesSince(earlier, now).organizations.filter(hasChanges);
  const logs = new Map(
    await Promise.all(changed.map(async ({ orgId }) => [orgId, await entriesOf(client, orgId)] as const)),
  );
  return changesSince(earlier, now, (change) =>
    authorIn(logs.get(change.orgId) ?? [], change, earlier.madeAt),
  );
}

function hasChanges({ came, invited = [], went, promoted, demoted }: OrganizationChanges): boolean {
  return [came, invited, went, promoted, demoted].some(({ length }) => length > 0);
}

/** Most organizations have no log, and most tokens may not read it: neither makes a report incomplete. */
async function entriesOf(client: LosantClient, orgId: string): Promise<readonly AuditLogEntry[]> {
  try {
    return (await client.auditLogs.get({ orgId, actions: accessActions, perPage: 1000 })).items;
  } catch {
    return [];
  }
}

/** Who made a change after the earlier report; who came may have been invited before it. */
export function authorIn(
  entries: readonly AuditLogEntry[],
  { what, person, wasInvited }: PersonChange,
  since: string,
): ChangeAuthor | undefined {
  const subject = { email: person.email, userId: asciiLowerCase(person.userId) || undefined };
  const isSince = ({ creationDate = "" }: AuditLogEntry) => Date.parse(creationDate) >= Date.parse(since);
  const isOfChange = (entry: AuditLogEntry): boolean => {
    const { requestAction, role } = entry;
    if (what === "went") return requestAction === "removeMember" && isSince(entry);
    if (what === "came") return requestAction === "inviteMember" && (wasInvited || isSince(entry));
    if (what === "invited") return requestAction === "inviteMember" && role === person.role && isSince(entry);
    return requestAction !== "removeMember" && role === person.role && entry === given && isSince(entry);
  };
  const given = roleGiving(
    entries.filter((entry) => isDoneTo(entry, subject)),
    person.role,
  );
  const author = changeAuthor(entries, subject, isOfChange);
  return author && { name: author.name, kind: author.kind, at: isoOf(author.at) };
}

/** Who changes other rights of somebody may send the role that they have with them: the first entry of that role has given it. */
function roleGiving(entries: readonly AuditLogEntry[], role: string): AuditLogEntry | undefined {
  const newestFirst = entries.filter((entry) => entry.role !== undefined);
  const newest = newestFirst.findIndex((entry) => entry.role === role);
  if (newest < 0) return undefined;
  const before = newestFirst.findIndex((entry, at) => at > newest && entry.role !== role);
  return newestFirst[(before < 0 ? newestFirst.length : before) - 1];
}

function isoOf(time = ""): string | null {
  const moment = new Date(time);
  return Number.isNaN(moment.getTime()) ? null : moment.toISOString();
}

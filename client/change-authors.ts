import { printable } from "./printable";
import type { AuditLogEntry } from "./schemas/audit-log";

/** The actions that change somebody's access. */
export const accessActions = ["inviteMember", "revokeInvite", "modifyMember", "removeMember"];

/** Who changed something, by an organization's audit log. */
export interface ChangeAuthor {
  name: string;
  /** `user`, `API token`, `workflow`, or what Losant adds later. */
  kind: string;
  /** ISO text. */
  at?: string | undefined;
}

/** Whose access was changed. */
interface Subject {
  email?: string | undefined;
  /** In lower case. */
  userId?: string | undefined;
}

const kinds: Record<string, string> = { User: "user", ApiToken: "API token", Flow: "workflow" };

/** Whether an entry is of a change of somebody's access that Losant has not refused. */
export function isDoneTo(
  { responseStatus, userId: ofUser, email: ofEmail }: AuditLogEntry,
  { email, userId }: Subject,
): boolean {
  if ((responseStatus ?? 200) >= 400) return false;
  return (
    (userId !== undefined && ofUser?.toLowerCase() === userId) ||
    (email !== undefined && ofEmail?.toLowerCase() === email.toLowerCase())
  );
}

/**
 * Who last changed somebody's access, by an organization's audit log, of which the newest entries come first; only
 * entries that are of the change count.
 */
export function changeAuthor(
  entries: readonly AuditLogEntry[],
  subject: Subject,
  isOfChange: (entry: AuditLogEntry) => boolean = () => true,
): ChangeAuthor | undefined {
  const entry = entries.find((one) => isDoneTo(one, subject) && isOfChange(one));
  if (entry?.actorName === undefined) return undefined;
  const { actorName, actorType = "", creationDate } = entry;
  const kind = kinds[actorType] ?? printable(actorType).toLowerCase();
  return { name: printable(actorName), kind, ...(creationDate !== undefined && { at: creationDate }) };
}

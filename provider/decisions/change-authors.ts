import type { AuditLogEntry } from "../../client";
import { printable } from "../../client/printable";
import type { ChangeAuthor } from "../../plan/record";
import type { PersonKey } from "./people-index";

/** The actions that change somebody's access. */
export const accessActions = ["inviteMember", "revokeInvite", "modifyMember", "removeMember"];

const kinds: Record<string, string> = { User: "user", ApiToken: "API token", Flow: "workflow" };

/** Who last changed somebody's access, by an organization's audit log, of which the newest entries come first. */
export function changeAuthor(
  entries: readonly AuditLogEntry[],
  { email, userId }: PersonKey,
): ChangeAuthor | undefined {
  const entry = entries.find(
    (one) =>
      (one.responseStatus ?? 200) < 400 &&
      ((userId !== undefined && one.userId?.toLowerCase() === userId) ||
        (email !== undefined && one.email?.toLowerCase() === email.toLowerCase())),
  );
  if (entry?.actorName === undefined) return undefined;
  const { actorName, actorType = "", creationDate } = entry;
  const kind = kinds[actorType] ?? printable(actorType).toLowerCase();
  return { name: printable(actorName), kind, ...(creationDate !== undefined && { at: creationDate }) };
}

import type { AuditLogEntry, LosantClient } from "../../client";
import { accessActions, type ChangeAuthor, changeAuthor } from "../../client/change-authors";
import type { PersonKey } from "../decisions/people-index";

/** Who changed access in an organization, where it has an audit log that the token may read. */
export class AuditLog {
  private request: Promise<void> | undefined;
  private entries: readonly AuditLogEntry[] = [];

  constructor(
    private readonly client: Pick<LosantClient, "auditLogs">,
    private readonly orgId: string,
  ) {}

  /** Reads the newest entries, once in a run. Most organizations have no log: no failure is told. */
  read(): Promise<void> {
    this.request ??= this.client.auditLogs
      .get({ orgId: this.orgId, actions: accessActions, perPage: 1000 })
      .then(({ items }) => {
        this.entries = items;
      })
      .catch(() => undefined);
    return this.request;
  }

  /** Who last changed somebody's access, as far as it was read. */
  authorOf(person: PersonKey): ChangeAuthor | undefined {
    return changeAuthor(this.entries, person);
  }
}

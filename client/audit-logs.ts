import { z } from "zod";
import { checked, orgPath } from "./arguments";
import type { Requests } from "./request";
import { AuditLogPage } from "./schemas/audit-log";
import type * as types from "./types";

const Query = z.object({
  actions: z.array(z.string()).max(10).optional(),
  perPage: z.int().min(1).max(1000).optional(),
});

/** The audit log of an organization: who called what. */
export class AuditLogs {
  readonly #requests: Requests;

  constructor(requests: Requests) {
    this.#requests = requests;
  }

  /**
   * `GET /orgs/{orgId}/audit-logs`: the newest entries, first the newest. Needs the scope `auditLogs.get`, which `org.*`
   * does not cover. Enterprise organizations have such a log, for admins; elsewhere a 403 or 404 is to be expected
   * (vendor's documentation).
   */
  async get(parameters: types.AuditLogParameters): Promise<types.AuditLogPage> {
    const { actions = [], perPage } = checked("auditLogs.get", Query, parameters);
    // In the query as the vendor's own client writes a filter.
    const filter = actions.map((action, index) => [`auditLogFilter[request][${index}][action]`, action]);
    return this.#requests.ask({
      action: "auditLogs.get",
      answer: AuditLogPage,
      path: orgPath("auditLogs.get", parameters.orgId),
      query: { perPage, ...Object.fromEntries(filter) },
    });
  }
}

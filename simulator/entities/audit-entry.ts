import { z } from "zod";
import { count, id, moment } from "./primitives";

const parameters = z.record(z.string(), z.unknown());

/** One writing call, as an organization's audit log has it (vendor's schema auditLog). */
export const auditEntry = z.strictObject({
  id,
  creationDate: moment,
  orgId: id,
  actorId: id,
  actorType: z.enum(["Application", "Device", "Flow", "User", "ApiToken"]),
  actorName: z.string(),
  requestResource: z.string(),
  requestAction: z.string(),
  requestPathParams: parameters,
  requestQueryParams: parameters,
  requestBody: parameters,
  responseStatus: count,
});

/** One writing call. */
export type AuditEntry = z.infer<typeof auditEntry>;

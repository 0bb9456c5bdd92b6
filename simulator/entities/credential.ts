import { z } from "zod";
import { id, moment } from "./primitives";

/** An API token or an access key of an application: what the vendor's schemas apiToken and applicationKey share. */
export const credential = z.strictObject({
  id,
  applicationId: id,
  kind: z.enum(["apiToken", "accessKey"]),
  name: z.string().min(1).max(255),
  status: z.enum(["active", "inactive"]),
  creatorId: id,
  creatorType: z.enum(["user", "flow", "apiToken"]),
  creatorName: z.string().max(1024).optional(),
  creationDate: moment,
  /** Of API tokens only; without one, a token never expires. */
  expirationDate: moment.optional(),
});

/** An API token or an access key of an application. */
export type Credential = z.infer<typeof credential>;

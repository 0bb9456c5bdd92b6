import { z } from "zod";
import { maybe } from "./maybe";
import { page } from "./page";
import type { AnswerSchema } from "./schema";

/** Who made a call: `User`, `ApiToken`, `Flow` (a workflow), `Application` or `Device`, or what Losant adds later. */
type ActorType = string;

/** One call that changed something: as much of it as tells who changed whose access. Bodies are not kept. */
export interface AuditLogEntry {
  /** ISO text. */
  creationDate?: string | undefined;
  actorType?: ActorType | undefined;
  actorName?: string | undefined;
  /** Such as `modifyMember`. */
  requestAction?: string | undefined;
  /** The status of Losant's answer. */
  responseStatus?: number | undefined;
  /** Whose membership the call was about: 24 hex digits. Members are no targets in the log (vendor's schema). */
  userId?: string | undefined;
  /** Which address was invited. */
  email?: string | undefined;
  /** The role in the organization that the call gave. */
  role?: string | undefined;
  /** Which invite was revoked: 24 hex digits. */
  inviteId?: string | undefined;
}

const ids = { userId: maybe(z.string()), email: maybe(z.string()), inviteId: maybe(z.string()) };
const Ids = maybe(z.object(ids));
const Body = maybe(z.object({ ...ids, role: maybe(z.string()) }));

const Entry = z
  .object({
    creationDate: maybe(z.string()),
    actorType: maybe(z.string()),
    actorName: maybe(z.string()),
    requestAction: maybe(z.string()),
    responseStatus: maybe(z.number()),
    requestBody: Body,
    requestQueryParams: Ids,
    requestPathParams: Ids,
  })
  .transform(({ requestBody, requestQueryParams, requestPathParams, ...entry }): AuditLogEntry => {
    const about = { ...requestPathParams, ...requestQueryParams, ...requestBody };
    return { ...entry, ...about };
  });

/** One page of an organization's audit log, newest first. */
export interface AuditLogPage {
  items: AuditLogEntry[];
  /** How many there are in all. */
  totalCount: number;
}

export const AuditLogPage: AnswerSchema<AuditLogPage> = z.object({ ...page, items: z.array(Entry) });

import { z } from "zod";
import type { SimulatorState } from "../types";
import { auditEntry } from "./audit-entry";
import { credential } from "./credential";
import { invite, inviteInput } from "./invite";
import { organization, organizationInput } from "./organization";
import { ownedResource } from "./owned-resource";
import { person } from "./person";
import { count, id } from "./primitives";
import { userApiToken } from "./user-api-token";

/** Everything that the simulator holds, as it is stored. */
export const state = z.strictObject({
  /** The only token that is accepted. */
  token: z.string().min(1),
  /** What the token may do, in the vendor's scope names; `all.User` may do everything here. */
  tokenScopes: z.array(z.string().min(1)),
  /** The authenticated user. */
  userId: id,
  /** The organization of the start, which may be deleted by now. */
  orgId: id,
  /** How far the simulator's clock is ahead of the machine's, in milliseconds. */
  clockAheadMs: count,
  /** How many ids were given out: the next one follows from it. */
  sequence: count,
  people: z.array(person),
  organizations: z.array(organization),
  /** Invites by organization. */
  invites: z.record(id, z.array(invite)),
  applications: z.array(ownedResource),
  dashboards: z.array(ownedResource),
  /** API tokens and access keys of applications. */
  credentials: z.array(credential),
  /** API tokens of the authenticated user. */
  userApiTokens: z.array(userApiToken),
  /** Whether organizations have an audit log. */
  hasAuditLog: z.boolean(),
  /** The writing calls on organizations, newest first. */
  auditLog: z.array(auditEntry),
});

/** Everything that the simulator holds. */
export type State = z.infer<typeof state>;

/** What `PUT /_simulator/state` takes: what `GET` gave, changed. */
export const stateInput = state.extend({
  organizations: z.array(organizationInput),
  invites: z.record(id, z.array(inviteInput)),
  // States that were saved before there were these have none.
  credentials: z.array(credential).optional(),
  userApiTokens: z.array(userApiToken).optional(),
  hasAuditLog: z.boolean().optional(),
  auditLog: z.array(auditEntry).optional(),
}) satisfies z.ZodType<SimulatorState, SimulatorState>;

/** Everything, as a test writes it. */
export type StateInput = z.infer<typeof stateInput>;

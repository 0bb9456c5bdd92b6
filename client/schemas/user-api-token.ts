import { z } from "zod";
import type { Page } from "../types/page";
import { maybe } from "./maybe";
import { page } from "./page";
import type { AnswerSchema } from "./schema";

/** The most that a token may do in one organization, whatever its user may. */
export interface TokenRole {
  /** 24 hex digits, or `sandbox`. */
  orgId: string;
  /** One of the known roles, or a word that is newer than this release. */
  role: string;
}

/** An API token of the authenticated user: as much of it as tells what it may do. The token itself is not kept. */
export interface UserApiToken {
  /** 24 hex digits. */
  id: string;
  name?: string | undefined;
  /** `active` or `inactive`. */
  status?: string | undefined;
  /** ISO text; absent for one that never expires. */
  expirationDate?: string | undefined;
  /** The scopes that it has. */
  scope?: string[] | undefined;
  /** The most that it may do in organizations that `orgRoles` does not name. */
  defaultRole?: string | undefined;
  orgRoles?: TokenRole[] | undefined;
}

/** One page of the authenticated user's API tokens. */
export type UserApiTokenPage = Page<UserApiToken>;

export const UserApiTokenPage: AnswerSchema<UserApiTokenPage> = z.looseObject({
  ...page,
  items: z.array(
    z.object({
      id: z.string(),
      name: maybe(z.string()),
      status: maybe(z.string()),
      expirationDate: maybe(z.string()),
      scope: maybe(z.array(z.string())),
      defaultRole: maybe(z.string()),
      orgRoles: maybe(z.array(z.object({ orgId: z.string(), role: z.string() }))),
    }),
  ),
});

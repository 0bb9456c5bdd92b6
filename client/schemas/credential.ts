import { z } from "zod";
import type { Page } from "../types/page";
import { maybe } from "./maybe";
import { page } from "./page";
import type { AnswerSchema } from "./schema";

/** An API token or an access key of an application: as much of it as tells whose it is. The secret is not kept. */
export interface Credential {
  /** 24 hex digits. */
  id: string;
  name?: string | undefined;
  /** `active` or `inactive`. */
  status?: string | undefined;
  /** Who made it: 24 hex digits of a user, a workflow or an API token, as `creatorType` says. */
  creatorId?: string | undefined;
  /** `user`, `flow` or `apiToken`. */
  creatorType?: string | undefined;
  /** Of API tokens only. */
  creatorName?: string | undefined;
  /** ISO text. */
  creationDate?: string | undefined;
  /** ISO text; of API tokens only, absent for one that never expires. */
  expirationDate?: string | undefined;
}

const common = {
  id: z.string(),
  name: maybe(z.string()),
  status: maybe(z.string()),
  creationDate: maybe(z.string()),
};

const ApiToken = z.object({
  ...common,
  creatorId: maybe(z.string()),
  creatorType: maybe(z.string()),
  creatorName: maybe(z.string()),
  expirationDate: maybe(z.string()),
});

/** Keys call their creator by other names (vendor's schema applicationKey). */
const AccessKey = z
  .object({ ...common, createdById: maybe(z.string()), createdByType: maybe(z.string()) })
  .transform(({ createdById, createdByType, ...key }) => ({
    ...key,
    creatorId: createdById,
    creatorType: createdByType,
  }));

/** One page of an application's API tokens or access keys. */
export type CredentialPage = Page<Credential>;

export const ApiTokenPage: AnswerSchema<CredentialPage> = z.looseObject({
  ...page,
  items: z.array(ApiToken),
});

export const AccessKeyPage: AnswerSchema<CredentialPage> = z.looseObject({
  ...page,
  items: z.array(AccessKey),
});

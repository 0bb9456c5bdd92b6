import { z } from "zod";
import type { Page } from "../types/page";
import { maybe } from "./maybe";
import { page } from "./page";
import type { AnswerSchema } from "./schema";

/** An application or a dashboard: as much of it as this package uses. */
export interface OwnedResource {
  /** 24 hex digits. */
  id: string;
  name?: string | undefined;
  /** The organization or user that owns it: 24 hex digits. */
  ownerId?: string | undefined;
  ownerType?: "user" | "organization" | undefined;
  description?: string | undefined;
  /** ISO text. */
  creationDate?: string | undefined;
  /** ISO text. */
  lastUpdated?: string | undefined;
}

/** The rest of an application or dashboard is not kept: it is big, and an application's globals may hold secrets. */
const OwnedResourceSchema = z.object({
  id: z.string(),
  name: maybe(z.string()),
  ownerId: maybe(z.string()),
  ownerType: maybe(z.enum(["user", "organization"])),
  description: maybe(z.string()),
  creationDate: maybe(z.string()),
  lastUpdated: maybe(z.string()),
});

/** One page of applications or dashboards. */
export type OwnedResourcePage = Page<OwnedResource>;

export const OwnedResourcePage: AnswerSchema<OwnedResourcePage> = z.looseObject({
  ...page,
  items: z.array(OwnedResourceSchema),
});

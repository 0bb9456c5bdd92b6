import { z } from "zod";
import type * as types from "../types";
import { maybe } from "./maybe";
import { Organization } from "./organization";

const page = {
  count: z.number(),
  totalCount: z.number(),
  page: maybe(z.number()),
  perPage: maybe(z.number()),
};

export const OrganizationPage = z.looseObject({
  ...page,
  items: z.array(Organization),
}) satisfies z.ZodType<types.OrganizationPage>;

/** The rest of an application or dashboard is not kept: it is big, and an application's globals may hold secrets. */
export const OwnedResource = z.object({
  id: z.string(),
  name: maybe(z.string()),
  ownerId: maybe(z.string()),
  ownerType: maybe(z.enum(["user", "organization"])),
  description: maybe(z.string()),
  creationDate: maybe(z.string()),
  lastUpdated: maybe(z.string()),
}) satisfies z.ZodType<types.OwnedResource>;

export const OwnedResourcePage = z.looseObject({
  ...page,
  items: z.array(OwnedResource),
}) satisfies z.ZodType<types.OwnedResourcePage>;

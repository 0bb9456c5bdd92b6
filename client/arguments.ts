import { z } from "zod";
import type { ActionName } from "./actions";
import { losantId, notAnId } from "./losant-id";
import { argumentError, problemsIn } from "./messages";
import { Id } from "./schemas/roles";
import type { ArgumentSchema } from "./schemas/schema";
import { Time } from "./times";
import type { ApplicationsParameters, DashboardsParameters, OrgsParameters } from "./types";

/** Checks a call's arguments before anything is sent. */
export function checked<Output, Input>(
  action: ActionName,
  schema: ArgumentSchema<Output, Input>,
  value: Input,
): Output {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw argumentError({ action, doing: action, call: "" }, problemsIn(result.error));
}

export function orgPath(action: ActionName, orgId: string): { orgId: string } {
  return checked(action, z.object({ orgId: Id }), { orgId });
}

/** What every call takes that answers with organizations. */
export const Summary = z.object({
  summaryExclude: z.string().optional(),
  summaryInclude: z.string().optional(),
});

/** What every usage call takes. */
export const Range = z.object({ start: Time.optional(), end: Time.optional() });

export const PayloadRange = Range.extend({ asBytes: z.boolean().optional() });

export const BreakdownRange = PayloadRange.extend({
  includeNonBillable: z.boolean().optional(),
  resolution: z.literal([86_400_000, 3_600_000], "must be 86400000 (a day) or 3600000 (an hour)").optional(),
});

const Page = z.object({
  sortDirection: z.enum(["asc", "desc"]).optional(),
  page: z.int().min(0).optional(),
  perPage: z.int().min(1).optional(),
  filterField: z.enum(["name"]).optional(),
  filter: z.string().optional(),
});

/** How to list organizations. */
export const OrgsQuery = Page.extend({
  ...Summary.shape,
  sortField: z.enum(["name", "id", "creationDate", "lastUpdated"]).optional(),
}) satisfies z.ZodType<OrgsParameters, OrgsParameters>;

const IdOrBlank = z
  .string()
  .refine((id) => id === "" || losantId.test(id), `${notAnId}, or blank`)
  .optional();

/** How to list applications. */
export const ApplicationsQuery = Page.extend({
  ...Summary.shape,
  orgId: IdOrBlank,
  sortField: z.enum(["name", "id", "creationDate", "ownerId", "lastUpdated"]).optional(),
}) satisfies z.ZodType<ApplicationsParameters, ApplicationsParameters>;

/** How to list dashboards. */
export const DashboardsQuery = Page.extend({
  orgId: IdOrBlank,
  applicationId: IdOrBlank,
  sortField: z.enum(["name", "id", "creationDate", "ownerId", "applicationId", "lastUpdated"]).optional(),
}) satisfies z.ZodType<DashboardsParameters, DashboardsParameters>;

export const MeQuery = Summary.extend({ includeRecent: z.boolean().optional() });

import { z } from "zod";
import type { ActionName } from "./actions";
import { argumentError, faultsIn } from "./messages";
import { Id } from "./schemas/roles";
import { Time } from "./times";

/** Which summary figures the answer's `summary` carries. */
export interface SummaryOptions {
  /** Fields to leave out, separated by commas, such as `payloadCount,storageStats`. */
  summaryExclude?: string | undefined;
  /** Fields to give alone, separated by commas. */
  summaryInclude?: string | undefined;
}

/** Checks a call's arguments before anything is sent. */
export function checked<Output, Input>(
  action: ActionName,
  schema: z.ZodType<Output, Input>,
  value: Input,
): Output {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw argumentError({ action, doing: action, call: "" }, faultsIn(result.error));
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

/** How to list organizations. */
export const Listing = Summary.extend({
  sortField: z.enum(["name", "id", "creationDate", "lastUpdated"]).optional(),
  sortDirection: z.enum(["asc", "desc"]).optional(),
  page: z.int().min(0).optional(),
  perPage: z.int().min(1).optional(),
  filterField: z.enum(["name"]).optional(),
  filter: z.string().optional(),
});

export const MeQuery = Summary.extend({ includeRecent: z.boolean().optional() });

import { z } from "zod";
import type { ActionName } from "./actions";
import { argumentError, faultsIn } from "./messages";
import { Id } from "./schemas/roles";
import { Time } from "./times";

/** Which summary figures an answer carries; comma-separated, such as `payloadCount`. */
export interface SummaryOptions {
  summaryExclude?: string | undefined;
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

export function summaryQuery({ summaryExclude, summaryInclude }: SummaryOptions) {
  return { summaryExclude, summaryInclude };
}

export const Range = z.object({ start: Time.optional(), end: Time.optional() });

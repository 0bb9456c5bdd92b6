import type { z } from "zod";

/**
 * Something that an answer may leave out. Null, and what is of another form, count as left out: nobody should
 * fail over a field that the package can do without.
 */
export function maybe<Schema extends z.ZodType>(schema: Schema) {
  return schema
    .nullish()
    .transform((value) => value ?? undefined)
    .catch(undefined);
}

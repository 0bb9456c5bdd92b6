import type { z } from "zod";

/** Something that an answer may leave out; null counts as left out. */
export function maybe<Schema extends z.ZodType>(schema: Schema) {
  return schema.nullish().transform((value) => value ?? undefined);
}

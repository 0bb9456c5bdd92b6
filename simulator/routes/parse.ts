import type { Context } from "hono";
import { z } from "zod";
import { validation } from "../rules/api-error";

/** What a schema makes of a value. Refuses (400) what does not fit, naming each fault. */
export const parse = <Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  what: string,
): z.output<Schema> => {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw validation(`The ${what} is not valid:\n${z.prettifyError(parsed.error)}`);
};

/** The JSON in a request's body. Refuses (400) anything else. */
export const readJson = async (context: Context): Promise<unknown> => {
  try {
    return JSON.parse(await context.req.text());
  } catch {
    throw validation("The body is not JSON.");
  }
};

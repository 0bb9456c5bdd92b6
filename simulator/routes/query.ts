import { z } from "zod";
import { validation } from "../rules/api-error";

/** `true` or `false` as text; anything else is refused (assumed). */
export const flag = z.enum(["true", "false"]).transform((text) => text === "true");

/** Milliseconds since the epoch as text. */
export const milliseconds = z
  .string()
  .regex(/^\d{1,15}$/, "must be milliseconds since the epoch")
  .transform(Number)
  .optional();

/** A whole number as text. */
export const wholeNumber = z
  .string()
  .regex(/^\d{1,9}$/, "must be a whole number")
  .transform(Number);

const commaSeparated = z.string().transform((text) => text.split(",").filter((part) => part !== ""));

/** The query parameters that every answer with a summary takes. */
export const summaryParameters = {
  summaryInclude: commaSeparated.optional(),
  summaryExclude: commaSeparated.optional(),
};

/** The query parameters that every action takes (vendor's globalParams). */
export const globalParameters = {
  _actions: flag.optional(),
  _links: flag.optional(),
  _embedded: flag.optional(),
};

// Assumed: a parameter given twice is refused.
/** The values of a query by name. Refuses a name that is given twice. */
export const singleValues = (queries: Record<string, string[]>): Record<string, string | undefined> =>
  Object.fromEntries(
    Object.entries(queries).map(([name, values]) => {
      if (values.length > 1) throw validation(`The query parameter ${name} is given more than once.`);
      return [name, values[0]];
    }),
  );

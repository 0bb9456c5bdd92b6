import { z } from "zod";
import { maybe } from "./maybe";

/** What each page of a list says of itself. */
export const page = {
  count: z.number(),
  totalCount: z.number(),
  page: maybe(z.number()),
  perPage: maybe(z.number()),
};

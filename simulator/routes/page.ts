import { z } from "zod";
import { globMatches } from "./glob";
import { wholeNumber } from "./query";

/** The query parameters of a list, beside the field to sort by. At most 1000 on a page (assumed). */
export const pageParameters = {
  sortDirection: z.enum(["asc", "desc"]).default("asc"),
  page: wholeNumber.default(0),
  perPage: wholeNumber.pipe(z.number().min(1).max(1000)).default(100),
  filterField: z.enum(["name", ""]).optional(),
  filter: z.string().optional(),
};

/** How a list is wanted. */
export interface PageQuery<Field extends string> {
  sortField: Field;
  sortDirection: "asc" | "desc";
  page: number;
  perPage: number;
  filterField?: "name" | "" | undefined;
  filter?: string | undefined;
}

// Vendor's documentation: a blank filter is no filter.
const matching = <Item extends { name: string }>(
  items: readonly Item[],
  { filterField, filter }: PageQuery<string>,
) => (filterField && filter ? items.filter((item) => globMatches(filter, item.name)) : items);

/** The page of a list that a query wants: its items, and the figures that answers carry beside them. */
export const pageOf = <Field extends string, Item extends { name: string } & Partial<Record<Field, string>>>(
  items: readonly Item[],
  query: PageQuery<Field>,
) => {
  const { sortField, sortDirection, page, perPage, filterField, filter } = query;
  const sign = sortDirection === "asc" ? 1 : -1;
  const text = (item: Item) => item[sortField] ?? "";
  const all = matching(items, query).toSorted(
    (left, right) => sign * text(left).localeCompare(text(right), "en"),
  );
  const shown = all.slice(page * perPage, (page + 1) * perPage);
  const paging = { count: shown.length, totalCount: all.length, perPage, page };
  return { shown, figures: { ...paging, sortField, sortDirection, filterField, filter } };
};

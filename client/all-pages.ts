import type { Page } from "./types";

/** Reads page after page, from 0, until all items are there. */
export async function allPages<Item>(
  get: (page: number) => Promise<Pick<Page<Item>, "items" | "totalCount">>,
): Promise<Item[]> {
  const found: Item[] = [];
  for (let page = 0; ; page += 1) {
    const { items, totalCount } = await get(page);
    found.push(...items);
    if (items.length === 0 || found.length >= totalCount) return found;
  }
}

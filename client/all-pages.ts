import { attemptOf, type Call } from "./call";
import { listError } from "./messages";
import type { Page } from "./types";

type OnePage<Item> = Pick<Page<Item>, "items" | "totalCount">;

/**
 * Reads page after page, from 0, until all items are there that the first page promised. Who is not in a list may count
 * as gone, so pages that do not fit together are no list: they are read once more, as somebody may have changed the list
 * between two of them, and then refused.
 */
export async function allPages<Item extends { id: string }>(
  call: Pick<Call<unknown>, "action" | "naming">,
  get: (page: number) => Promise<OnePage<Item>>,
): Promise<Item[]> {
  const first = await readOnce(get);
  const list = Array.isArray(first) ? first : await readOnce(get);
  if (Array.isArray(list)) return list;
  throw listError(attemptOf(call), list.problem);
}

/** Each page has something new, so that there is an end. */
async function readOnce<Item extends { id: string }>(
  get: (page: number) => Promise<OnePage<Item>>,
): Promise<Item[] | { problem: string }> {
  const found = new Map<string, Item>();
  let promised: number | undefined;
  for (let page = 0; ; page += 1) {
    const { items, totalCount } = await get(page);
    promised ??= totalCount;
    if (totalCount !== promised) return { problem: `the total changed from ${promised} to ${totalCount}` };
    const before = found.size;
    for (const item of items) found.set(item.id.toLowerCase(), item);
    if (found.size < before + items.length) return { problem: `page ${page} repeats an item` };
    if (found.size >= promised) return [...found.values()];
    if (items.length === 0) return { problem: `there are ${found.size} of ${promised} items` };
  }
}

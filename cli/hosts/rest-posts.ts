import { z } from "zod";
import type { HostApi, HostRequest } from "./host-api";
import { type Advice, HostError } from "./host-error";
import type { Post, Posts, Written } from "./posts";

type Method = HostRequest<unknown>["method"];

/** Where a host keeps comments or issues, and in which form. */
export interface Shelf<Item> {
  /** In messages: `comment` or `issue`. */
  noun: string;
  /** The path of the list, and where the list needs more words than a new entry, those. */
  path: string;
  query?: string;
  /** The path of one. */
  one: (id: number) => string;
  item: z.ZodType<Item>;
  /** Undefined for what is none of them. */
  post: (item: Item) => Post | undefined;
  body: (post: Written) => object;
  updateBy: Method;
  /** How one ends. */
  end: (text: string) => { method: Method; body?: object };
  advice: Advice;
}

/** Comments or issues over a host's REST API. `author` says as whom the token writes. */
export function restPosts<Item>(api: HostApi, shelf: Shelf<Item>, author: () => Promise<string>): Posts {
  const { noun, path, query = "", one, item, post, body, updateBy, end, advice } = shelf;
  const send = (doing: string, method: Method, target: string, content?: object) =>
    api.send({ doing, method, path: target, ...(content && { body: content }), answer: z.unknown(), advice });
  return {
    author,
    all: async () => {
      const doing = `Reading the ${noun}s`;
      const items = await api.pages({ doing, path: path + query, answer: z.array(item), advice });
      return items.flatMap((found) => post(found) ?? []);
    },
    create: async (written) => {
      await send(`Writing the ${noun}`, "POST", path, body(written));
    },
    update: (id, written) => isThere(send(`Updating the ${noun}`, updateBy, one(id), body(written))),
    end: async (id, text) => {
      const { method, body: content } = end(text);
      await isThere(send(`Ending the ${noun}`, method, one(id), content));
    },
    retried: (work) => api.withRetries(work),
  };
}

/** Whether that which a request is about was still there. */
async function isThere(request: Promise<unknown>): Promise<boolean> {
  try {
    await request;
    return true;
  } catch (error) {
    if (error instanceof HostError && error.status === 404) return false;
    throw error;
  }
}

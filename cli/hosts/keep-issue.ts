import { ownPosts } from "./keep-comment";
import type { Posts } from "./posts";

/** An issue that is open as long as something is found. */
export interface KeptIssue {
  /** Its first line, by which it is found; nobody sees it. */
  mark: string;
  title: string;
  text: string;
}

/** What came of an issue. */
export type IssueOutcome = "opened" | "updated" | "closed" | "none open";

/** Opens an issue, or updates the one that is open. */
export function keepIssue(posts: Posts, { mark, title, text }: KeptIssue): Promise<IssueOutcome> {
  const written = { title, text: `${mark}\n${text}` };
  return posts.retried(async () => {
    const [first, ...doubled] = await ownPosts(posts, mark);
    for (const { id } of doubled) await posts.end(id, `${mark}\nAnother issue says the same.`);
    if (first && (await posts.update(first.id, written))) return "updated";
    await posts.create(written);
    return "opened";
  });
}

/** Closes the issue, where one is open. */
export function closeIssue(posts: Posts, mark: string, text: string): Promise<IssueOutcome> {
  return posts.retried(async () => {
    const open = await ownPosts(posts, mark);
    for (const { id } of open) await posts.end(id, `${mark}\n${text}`);
    return open.length === 0 ? "none open" : "closed";
  });
}

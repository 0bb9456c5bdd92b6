import type { Post, Posts } from "./posts";

/** A comment that stands once below a change request. */
export interface KeptComment {
  /** Its first line, by which it is found; nobody sees it. */
  mark: string;
  text: string;
  /** Whether it says nothing that anybody has to know, unless an earlier one said something. */
  isQuiet: boolean;
}

/** What came of a comment. */
export type CommentOutcome = "written" | "updated" | "unchanged" | "not needed";

/** Writes a comment, or updates the one that is there; what others wrote with the same mark is left alone. */
export function keepComment(posts: Posts, comment: KeptComment): Promise<CommentOutcome> {
  return posts.retried(() => keep(posts, comment));
}

async function keep(posts: Posts, { mark, text, isQuiet }: KeptComment): Promise<CommentOutcome> {
  const written = { text: `${mark}\n${text}` };
  const [first, ...doubled] = await ownPosts(posts, mark);
  for (const { id } of doubled) await posts.end(id, "");
  if (first && sameText(first.text, written.text)) return "unchanged";
  if (first && (await posts.update(first.id, written))) return "updated";
  // Somebody may have deleted it, which is no reason to say nothing now.
  if (isQuiet && !first) return "not needed";
  await posts.create(written);
  return "written";
}

/** The posts that begin with a mark and that this job's token wrote: others may copy a mark. */
export async function ownPosts(posts: Posts, mark: string): Promise<Post[]> {
  const marked = (await posts.all()).filter(({ text }) => text.startsWith(mark));
  if (marked.length === 0) return [];
  const author = await posts.author();
  return marked.filter((post) => post.author.toLowerCase() === author.toLowerCase());
}

/** Hosts may change ends of lines, and drop the last one. */
export function sameText(one: string, other: string): boolean {
  const plain = (text: string) => text.replace(/\r\n/g, "\n").trimEnd();
  return plain(one) === plain(other);
}

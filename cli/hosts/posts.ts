/** A comment or an issue at a code host. */
export interface Post {
  id: number;
  /** Who wrote it first; others may have edited it. */
  author: string;
  /** Of an issue. */
  title?: string | undefined;
  text: string;
}

/** What is to stand in a comment or an issue. */
export type Written = Pick<Post, "title" | "text">;

/** The comments of one change request, or the open issues of a project. */
export interface Posts {
  /** As whom this job writes. */
  author(): Promise<string>;
  /** All of them, over all pages. */
  all(): Promise<Post[]>;
  create(post: Written): Promise<void>;
  /** Gives false where it is gone. */
  update(id: number, post: Written): Promise<boolean>;
  /** Deletes a comment, or closes an issue with a last text. */
  end(id: number, text: string): Promise<void>;
  /** Repeats work that looks first what there is, where an answer was lost or the host asks to wait. */
  retried<Result>(work: () => Promise<Result>): Promise<Result>;
}

/** A code host, as the environment of its pipelines names it. */
export interface CodeHost {
  /** The comments of the change request whose pipeline this is. @throws where it is of none. */
  comments(): Posts;
  issues(): Posts;
  /** Where the log of this pipeline is, if that is known. */
  run?: string | undefined;
}

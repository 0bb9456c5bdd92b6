import type { Path } from "./offsets";
import type { Problem } from "./problem";

/** Plain data, and where in a file it is. */
export interface Source {
  /** Undefined for what is no YAML. */
  readonly content: unknown;
  /** The part of the content that is judged; empty for all of it. */
  readonly root: Path;
  /** A problem at the value of a path, or at the nearest thing around it; `key`: at that key of it. */
  problemAt(path: Path, message: string, key?: string): Problem;
}

/** A key or an item of a list, and the file in which it is. */
export interface Place {
  source: Source;
  path: Path;
}

/** A problem at the key, or the item of a list, that is a place. */
export function problemAt({ source, path }: Place, message: string): Problem {
  const around = source.problemAt(path.slice(0, -1), message, String(path.at(-1)));
  return { ...around, path: path.map(String).join(".") };
}

/** Whether a path is at another, or below it. */
export function isWithin(path: Path, root: Path): boolean {
  return root.every((segment, index) => String(path[index]) === String(segment));
}

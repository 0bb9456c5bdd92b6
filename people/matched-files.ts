import { type Dirent, readdirSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { globSync } from "tinyglobby";
import { type Problem, problemOf } from "./problem";

/** Names of files below a folder, and what may be among them and cannot be read. */
export interface MatchedFiles {
  names: readonly string[];
  problems: readonly Problem[];
}

/**
 * What a pattern matches. The search itself passes over links that lead nowhere and folders that do not open, and whoever
 * is named behind them would lose their access: a problem is what the pattern matches, or may match the files of.
 */
export function matchedFiles(pattern: string, folder: string): MatchedFiles {
  const listing = new Listing();
  const found = globSync([pattern], {
    cwd: folder,
    onlyFiles: false,
    expandDirectories: false,
    fs: {
      readdirSync: new Proxy(readdirSync, { apply: (_call, _this, [path]) => listing.of(String(path)) }),
    },
  });
  const unread = [...listing.unread].map(([path, message]) => problemOf(nameOf(path, folder), message));
  const isOfNamedFiles = /[^*]/.test(basename(pattern));
  const folders = isOfNamedFiles
    ? found.filter((name) => isFolder(name) && !listing.isBroken(resolve(folder, name)))
    : [];
  return {
    names: found.filter((name) => !isFolder(name)).sort(),
    problems: [...unread, ...folders.map((name) => problemOf(name.slice(0, -1), "is a folder, and no file"))],
  };
}

function isFolder(name: string): boolean {
  return name.endsWith("/");
}

function nameOf(path: string, folder: string): string {
  return relative(folder, path).replaceAll("\\", "/") || ".";
}

/** Lists folders, with links as what they lead to. What leads nowhere is a folder, and noted if it is to be listed. */
class Listing {
  readonly unread = new Map<string, string>();
  private readonly broken = new Map<string, string>();

  isBroken(path: string): boolean {
    return this.broken.has(path);
  }

  of(folder: string): Dirent[] {
    const path = resolve(folder);
    const problem = this.broken.get(path);
    if (problem !== undefined) this.unread.set(path, problem);
    return problem !== undefined || isRepeated(path) ? [] : this.entriesOf(path);
  }

  private entriesOf(path: string): Dirent[] {
    try {
      return readdirSync(path, { withFileTypes: true }).map((entry) =>
        this.followed(entry, join(path, entry.name)),
      );
    } catch (error) {
      // A folder that is not there has no files; where it is the pattern's only one, that is reported as such.
      if (!["ENOENT", "ENOTDIR"].includes(codeOf(error))) this.unread.set(path, unreadable(error));
      return [];
    }
  }

  private followed(entry: Dirent, path: string): Dirent {
    if (entry.isFile() || entry.isDirectory()) return entry;
    const isFile = this.isFileAt(path);
    return Object.assign(entry, {
      isSymbolicLink: () => false,
      isFile: () => isFile,
      isDirectory: () => !isFile,
    });
  }

  private isFileAt(path: string): boolean {
    try {
      const stat = statSync(path);
      if (!stat.isFile() && !stat.isDirectory()) this.broken.set(path, "is no file");
      return stat.isFile();
    } catch (error) {
      this.broken.set(path, unreadable(error));
      return false;
    }
  }
}

/** Whether a folder is within itself by links, for the second time. */
function isRepeated(path: string): boolean {
  const real = realPathOf(path);
  let count = 0;
  for (let above = dirname(path); above !== dirname(above); above = dirname(above)) {
    if (realPathOf(above) === real) count += 1;
  }
  return count > 1;
}

function realPathOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

function unreadable(error: unknown): string {
  const code = codeOf(error);
  return code === "ENOENT" ? "is a link to a file or folder that is not there" : `cannot be read (${code})`;
}

/** The system's name of an error. */
export function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "unknown";
}

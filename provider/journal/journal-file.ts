import { createHash } from "node:crypto";
import {
  closeSync,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { hostname, userInfo } from "node:os";
import { join } from "node:path";

/** Whether a run is over, by its file and the milliseconds since anybody wrote to it. */
type IsOver = (content: Buffer, silence: number) => boolean;

/** A file that several processes append to and read: the one place where the provider touches a disk. */
export class JournalFile {
  private constructor(private readonly descriptor: number) {}

  /**
   * Opens the file of an engine, `within` a folder, in one that only this user can enter. Files of other engines go, if
   * `isOver` says of what stands in them, and of the milliseconds since anybody wrote, that their runs are over.
   */
  static open(engine: string, within: string, isOver: IsOver): JournalFile {
    const folder = makeOwnFolder(within);
    const name = `${digest(`${engine}\n${hostname()}`)}.jsonl`;
    removeOld(folder, name, isOver);
    return new JournalFile(openSync(join(folder, name), "a+", 0o600));
  }

  get size(): number {
    return fstatSync(this.descriptor).size;
  }

  /** Milliseconds since anybody wrote. */
  get age(): number {
    return Date.now() - fstatSync(this.descriptor).mtimeMs;
  }

  /** Appends in one write, so that nothing of another process comes in between. */
  append(bytes: Buffer): void {
    const written = writeSync(this.descriptor, bytes);
    if (written < bytes.length) throw new Error("the disk is full");
  }

  read(from: number): Buffer {
    const bytes = Buffer.alloc(Math.max(0, this.size - from));
    return bytes.subarray(0, readSync(this.descriptor, bytes, 0, bytes.length, from));
  }

  close(): void {
    closeSync(this.descriptor);
  }
}

/** Where the journals of this user are, in a folder for temporary files. */
export function journalFolder(within: string): string {
  return join(within, `pulumi-losant-runs-${digest(String(process.getuid?.() ?? userInfo().username))}`);
}

/** Somebody else may have made a folder of that name, to read or to forge what stands in it. */
function makeOwnFolder(within: string): string {
  const folder = journalFolder(within);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const { mode, uid } = lstatSync(folder);
  const own = process.getuid?.();
  if (own !== undefined && (uid !== own || (mode & 0o077) !== 0)) {
    throw new Error(`${folder} belongs to, or is open to, other users`);
  }
  return folder;
}

function removeOld(folder: string, own: string, isOver: IsOver): void {
  for (const name of readdirSync(folder)) {
    if (name !== own) removeIfOver(join(folder, name), isOver);
  }
}

/** Another process may be faster, which is as good. */
function removeIfOver(path: string, isOver: IsOver): void {
  try {
    const silence = Date.now() - statSync(path).mtimeMs;
    if (isOver(readFileSync(path), silence)) rmSync(path, { force: true });
  } catch {
    return;
  }
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 32);
}

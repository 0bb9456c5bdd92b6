import { createHash } from "node:crypto";
import {
  closeSync,
  constants,
  fchmodSync,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readlinkSync,
  readSync,
  rmSync,
  type Stats,
  writeSync,
} from "node:fs";
import { hostname, userInfo } from "node:os";
import { basename, join } from "node:path";

/** Whether a run is over, by its file and the milliseconds since anybody wrote to it. */
type IsOver = (content: Buffer, silence: number) => boolean;

/** After this time without a word, in milliseconds, the run of another host is over. */
const longestSilenceElsewhere = 86_400_000;

/** A file that several processes append to and read: the one place where the provider touches a disk. */
export class JournalFile {
  private constructor(private readonly descriptor: number) {}

  /**
   * Opens the file of an engine, `within` a folder, in one that only this user can enter. Files of other engines go, if
   * `isOver` says of what stands in them, and of the milliseconds since anybody wrote, that their runs are over.
   */
  static open(engine: string, within: string, isOver: IsOver): JournalFile {
    const path = journalPath(engine, within);
    const folder = makeOwnFolder(within);
    for (const name of readdirSync(folder)) JournalFile.endIfOver(join(folder, name), path, isOver);
    return new JournalFile(openOwn(path, constants.O_RDWR | constants.O_APPEND | constants.O_CREAT));
  }

  /** Another process may be faster, which is as good. What is no file of this user stays, unread. */
  private static endIfOver(path: string, own: string, isOver: IsOver): void {
    try {
      const file = new JournalFile(openOwn(path, constants.O_RDONLY));
      try {
        const isElsewhere = !basename(path).startsWith(host);
        if (isElsewhere ? file.silence < longestSilenceElsewhere : !isOver(file.from(0), file.silence))
          return;
        if (path === own) fchmodSync(file.descriptor, 0o600);
        else rmSync(path, { force: true });
      } finally {
        file.close();
      }
    } catch {
      return;
    }
  }

  /** Milliseconds since anybody wrote. */
  get silence(): number {
    return Date.now() - fstatSync(this.descriptor).mtimeMs;
  }

  /** Appends in one write, so that nothing of another process comes in between. */
  append(bytes: Buffer): void {
    const written = writeSync(this.descriptor, bytes);
    if (written < bytes.length) throw new Error("the disk is full");
  }

  /** What stands there, as long as everybody could write. */
  read(from: number): Buffer {
    if ((fstatSync(this.descriptor).mode & 0o200) === 0)
      throw new Error("one of the processes could not write there");
    return this.from(from);
  }

  /** Tells all processes that something is missing: a full disk takes no word, but that the file is read-only. */
  giveUp(): void {
    fchmodSync(this.descriptor, 0o400);
  }

  close(): void {
    closeSync(this.descriptor);
  }

  private from(start: number): Buffer {
    const length = fstatSync(this.descriptor).size - start;
    if (length < 0) throw new Error("somebody has shortened a file there");
    const bytes = Buffer.alloc(length);
    return length === 0 ? bytes : bytes.subarray(0, readSync(this.descriptor, bytes, 0, length, start));
  }
}

/** Where the journals of this user are, in a folder for temporary files. */
export function journalFolder(within: string): string {
  return join(within, `pulumi-losant-runs-${digest(String(process.getuid?.() ?? userInfo().username))}`);
}

/** The file of an engine's run. */
export function journalPath(engine: string, within: string): string {
  return join(journalFolder(within), `${host}-${digest(engine)}.jsonl`);
}

/** Where process ids mean what they mean here: containers may have one folder, and one host's name, in common. */
const host = digest(`${hostname()}\n${processNamespace()}`);

/** Only Linux has them. */
function processNamespace(): string {
  try {
    return readlinkSync("/proc/self/ns/pid");
  } catch {
    return "";
  }
}

/** Somebody else may have made a folder of that name, to read or to forge what stands in it. */
function makeOwnFolder(within: string): string {
  const folder = journalFolder(within);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (!isOwn(lstatSync(folder))) throw new Error(`${folder} belongs to, or is open to, other users`);
  return folder;
}

/** Opens a file that is this user's alone, and no link to one. Windows has neither flag, which counts as none. */
function openOwn(path: string, flags: number): number {
  const descriptor = openSync(path, flags | constants.O_NOFOLLOW | constants.O_NONBLOCK, 0o600);
  const stats = fstatSync(descriptor);
  if (stats.isFile() && isOwn(stats)) return descriptor;
  closeSync(descriptor);
  throw new Error(`${path} is no file of this user alone`);
}

function isOwn({ uid, mode }: Stats): boolean {
  const own = process.getuid?.();
  return own === undefined || (uid === own && (mode & 0o077) === 0);
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 32);
}

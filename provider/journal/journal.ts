import { createHmac, randomBytes } from "node:crypto";
import { messageOf, ProviderError } from "../vocabulary/errors";
import { asLines, type Entry, entriesIn, openingsIn, wholeLines } from "./entries";
import { JournalFile, journalFolder } from "./journal-file";
import { enginePid, isRunOver, newWriter } from "./processes";

/** Takes what a process of the run has told. */
export type Listener = (entry: Entry, isOwn: boolean) => void;

/**
 * What the provider processes of one engine run tell each other: both faces, and several explicit providers. The
 * engine's address, which all of them are given, leads to one file, to which each appends and which each reads before
 * it decides. Without an engine a process has nobody to tell.
 */
export class Journal {
  private readonly by = newWriter();
  private listener: Listener = () => undefined;
  /** Empty where nothing was ever shared. */
  private salt = "";
  private readonly keys = new Map<string, string>();
  private file: JournalFile | undefined;
  /** Up to where the file has been read. */
  private offset = 0;
  /** Own entries that are not in the file yet, and those that are, but have not been read there. */
  private waiting: Entry[] = [];
  private written: Entry[] = [];
  /** Why this process does not know what others of the run say, where there may be others. */
  reasonAlone: string | undefined;

  private constructor(private readonly folder: string) {}

  static alone(): Journal {
    return new Journal("");
  }

  /** The journal of an engine's run, in a folder for temporary files; alone where there is no engine. */
  static of(engine: string | undefined, folder: string): Journal {
    const journal = new Journal(folder);
    if (engine !== undefined) journal.attempt(() => journal.open(engine));
    return journal;
  }

  /** Says who takes what is told from now on. */
  listen(listener: Listener): void {
    this.listener = listener;
  }

  /** What stands for an address in the entries. */
  keyOf(email: string): string {
    const key = this.keys.get(email) ?? this.digestOf(email);
    this.keys.set(email, key);
    return key;
  }

  /** What stands for a longer text. */
  digestOf(text: string): string {
    return this.salt === "" ? text : createHmac("sha256", this.salt).update(text).digest("base64url");
  }

  /** A resource's name as the others show it: programs like to name resources by addresses. */
  shownName(name: string | undefined): string | undefined {
    return name?.includes("@") ? `an address, ${this.keyOf(name).slice(0, 8)}` : name;
  }

  /** Tells the others. What is told in one turn is written at once, before anything else happens. */
  append(entry: Entry): void {
    if (!this.file) {
      this.listener(entry, true);
      return;
    }
    if (this.waiting.length === 0) queueMicrotask(() => this.attempt(() => this.flush()));
    this.waiting.push(entry);
  }

  /** Takes what the processes have told, in one order for all. */
  catchUp(): void {
    this.attempt(() => this.takeNew());
  }

  /** As `catchUp`. @throws ProviderError where what others have told cannot be known. */
  catchUpOrRefuse(): void {
    this.catchUp();
    if (this.reasonAlone !== undefined) throw new ProviderError(this.reasonAlone);
  }

  /** As `catchUp`. @throws ProviderError where this process has known what others tell, and does no longer. */
  catchUpWhileShared(): void {
    if (this.salt === "") this.catchUp();
    else this.catchUpOrRefuse();
  }

  /** The run is over: nothing is told to others any more. */
  close(): void {
    this.file?.close();
    this.file = undefined;
  }

  private open(engine: string): void {
    const isOver = (content: Buffer, silence: number) => isRunOver(openingsIn(content), silence);
    const file = JournalFile.open(engine, this.folder, isOver);
    this.file = file;
    const found = file.read(0);
    const after = isOver(found, file.silence) ? found.length : 0;
    const salt = randomBytes(16).toString("hex");
    file.append(asLines([{ is: "opened", by: this.by, pid: process.pid, engine: enginePid(), after, salt }]));
    const openings = openingsIn(file.read(0));
    this.salt = openings[0]?.salt ?? salt;
    this.offset = Math.max(...openings.map((opening) => opening.after));
  }

  private flush(): void {
    if (!this.file || this.waiting.length === 0) return;
    this.file.append(asLines(this.waiting.map((entry) => ({ by: this.by, ...entry }))));
    this.written.push(...this.waiting.splice(0));
  }

  private takeNew(): void {
    if (!this.file) return;
    this.flush();
    const lines = wholeLines(this.file.read(this.offset));
    this.offset += lines.length;
    for (const { by, ...entry } of entriesIn(lines)) {
      if (by === this.by) this.written.shift();
      this.listener(entry, by === this.by);
    }
    if (this.written.length > 0) throw new Error("somebody has shortened a file there");
  }

  /** From a failure on the process is alone, and knows why; so do the others, who wait for it no longer. */
  private attempt(work: () => void): void {
    try {
      work();
    } catch (error) {
      this.reasonAlone ??= cannotShare(journalFolder(this.folder), messageOf(error));
      this.giveUp();
      const untold = [...this.written.splice(0), ...this.waiting.splice(0)];
      for (const entry of untold) this.listener(entry, true);
    }
  }

  private giveUp(): void {
    try {
      this.file?.giveUp();
    } catch {
      // Where not even that can be written, the others cannot write either.
    }
    this.close();
  }
}

function cannotShare(folder: string, reason: string): string {
  return (
    `nothing is changed here: what other provider processes of this run declare and change may stand against it, and ` +
    `what the processes tell each other cannot be kept in ${folder} (${reason}). Make that folder writable for this user alone, or set ` +
    `TMPDIR (TEMP on Windows) to another one, and run again.`
  );
}

import { createHmac, randomBytes } from "node:crypto";
import { messageOf, ProviderError } from "../vocabulary/errors";
import { enginePid } from "./engine-pid";
import type { Entry } from "./entries";
import { JournalFile, journalFolder } from "./journal-file";
import { asLines, entriesIn, openingsIn, wholeLines } from "./lines";
import { isRunOver, newWriter } from "./writers";

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
  /** Up to where others' entries have been taken. */
  private offset = 0;
  /** Own entries since then, in the file and not yet in it. */
  private own: Entry[] = [];
  private ownBytes = 0;
  private waiting: Entry[] = [];

  private file: JournalFile | undefined;
  private problem: string | undefined;

  private constructor(private readonly folder: string) {}

  static alone(): Journal {
    return new Journal("");
  }

  /** The journal of an engine's run, in a folder for temporary files; alone where there is no engine. */
  static of(engine: string | undefined, folder: string): Journal {
    if (engine === undefined) return Journal.alone();
    const journal = new Journal(folder);
    journal.attempt(() => journal.open(engine));
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

  /** Takes what others have told. */
  catchUp(): void {
    this.attempt(() => this.takeNew());
  }

  /** Why this process does not know what others of the run say, where there may be others. */
  get reasonAlone(): string | undefined {
    return this.problem;
  }

  /**
   * Takes what others have told.
   *
   * @throws ProviderError where that cannot be known.
   */
  catchUpOrRefuse(): void {
    this.catchUp();
    if (this.problem !== undefined) throw new ProviderError(this.problem);
  }

  /**
   * Takes what others have told, where this process has ever known it.
   *
   * @throws ProviderError where it has, and does no longer.
   */
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
    const file = JournalFile.open(engine, this.folder, (content, silence) =>
      isRunOver(openingsIn(content), silence),
    );
    const found = file.read(0);
    const isOver = isRunOver(openingsIn(found), file.age);
    const after = isOver ? found.length : 0;
    const salt = randomBytes(16).toString("hex");
    file.append(asLines([{ is: "opened", by: this.by, pid: process.pid, engine: enginePid(), after, salt }]));
    const openings = openingsIn(file.read(0));
    this.salt = openings[0]?.salt ?? salt;
    this.offset = Math.max(...openings.map((opening) => opening.after));
    this.file = file;
  }

  private flush(): void {
    if (!this.file || this.waiting.length === 0) return;
    const bytes = asLines(this.waiting.map((entry) => ({ by: this.by, ...entry })));
    this.file.append(bytes);
    this.ownBytes += bytes.length;
    this.own.push(...this.waiting.splice(0));
  }

  private takeNew(): void {
    if (!this.file) return;
    this.flush();
    const others = this.file.size - this.offset - this.ownBytes;
    if (others < 0) throw new Error("somebody has shortened a file there");
    if (others === 0) this.takeOwn();
    else this.takeAll(wholeLines(this.file.read(this.offset)));
  }

  private takeOwn(): void {
    this.offset += this.ownBytes;
    this.ownBytes = 0;
    for (const entry of this.own.splice(0)) this.listener(entry, true);
  }

  private takeAll(lines: Buffer): void {
    this.offset += lines.length;
    this.ownBytes = 0;
    this.own = [];
    for (const { by, entry } of entriesIn(lines)) this.listener(entry, by === this.by);
  }

  /** From a failure on the process is alone, and knows why. */
  private attempt(work: () => void): void {
    try {
      work();
    } catch (error) {
      this.problem = cannotShare(journalFolder(this.folder), messageOf(error));
      this.file?.close();
      this.file = undefined;
      const untold = [...this.own.splice(0), ...this.waiting.splice(0)];
      for (const entry of untold) this.listener(entry, true);
    }
  }
}

function cannotShare(folder: string, reason: string): string {
  return (
    `nobody is removed: another provider process of this run may declare the same people, and what the processes ` +
    `tell each other cannot be kept in ${folder} (${reason}). Make that folder writable for this user alone, or set ` +
    `TMPDIR (TEMP on Windows) to another one, and run again.`
  );
}

import type { DeclaredNow } from "./declared-now";

interface Email {
  at: number;
  content: string;
  isConfirmed: boolean;
  /** Whether the program changed for the person since, or somebody invited them by hand. */
  isOver: boolean;
  step: number;
}

const week = 7 * 24 * 60 * 60 * 1000;

/** Every email that we caused, and whether it may have been sent. */
export class Emails {
  private readonly last = new Map<string, Email>();
  private step = 0;

  beginStep(declared: DeclaredNow): void {
    this.step += 1;
    for (const [email, sent] of this.last) {
      if (declared.stating(email)?.content !== sent.content) sent.isOver = true;
    }
  }

  /** The problem with an email, if there is one. */
  send(email: string, at: number, isConfirmed: boolean, declared: DeclaredNow): string | undefined {
    const content = declared.stating(email)?.content;
    if (content === undefined) return `${email} is invited, and nothing declares them`;
    const before = this.last.get(email);
    this.last.set(email, { at, content, isConfirmed, isOver: false, step: this.step });
    if (!before?.isConfirmed || before.isOver || at - before.at >= week) return undefined;
    const hours = Math.round((at - before.at) / 3_600_000);
    return `${email} is emailed again after ${hours} hours, though the program did not change for them`;
  }

  /** A step that was cut short has recorded nothing for certain. */
  crash(): void {
    for (const sent of this.last.values()) if (sent.step === this.step) sent.isConfirmed = false;
  }

  /** Of anybody else, nothing that was sent is known. */
  forgetOthers(known: ReadonlySet<string>): void {
    for (const [email, sent] of this.last) if (!known.has(email)) sent.isOver = true;
  }

  /** Of these, nothing that was sent is known. */
  forget(unknown: ReadonlySet<string>): void {
    for (const [email, sent] of this.last) if (unknown.has(email)) sent.isOver = true;
  }

  /** Somebody else invites: what they sent may differ from what the program states. */
  byHand(email: string): void {
    const sent = this.last.get(email);
    if (sent) sent.isOver = true;
  }
}

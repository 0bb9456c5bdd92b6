import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type { Journal } from "../journal/journal";
import { isRunning } from "../journal/writers";

interface Turn {
  id: string;
  pid: number;
}

/** How often a process looks whether its turn has come, in milliseconds. */
const interval = 20;

/**
 * Lets one provider process of a run at a time judge and change what guard rails protect in one organization. Turns are
 * taken in the order in which they were announced; that of a process which has ended is passed over.
 */
export class SharedTurns {
  private waiting: Turn[] = [];

  constructor(
    private readonly org: string,
    private readonly journal: Journal,
  ) {}

  /**
   * Does some work once it is this process's turn.
   *
   * @throws ProviderError where processes cannot tell each other any more that a turn has begun or is over.
   */
  async take<Result>(work: () => Promise<Result>): Promise<Result> {
    const id = randomUUID();
    this.journal.append({ is: "turn", org: this.org, id, pid: process.pid });
    this.journal.catchUpWhileShared();
    while (!this.isTurnOf(id)) {
      await pause(interval);
      this.journal.catchUpWhileShared();
    }
    try {
      return await work();
    } finally {
      this.journal.append({ is: "turn over", org: this.org, id });
      this.journal.catchUp();
    }
  }

  /** What some process of the run has announced; this one is told of its own as well, in their place. */
  include(turn: Turn): void {
    this.waiting.push(turn);
  }

  exclude(id: string): void {
    this.waiting = this.waiting.filter((turn) => turn.id !== id);
  }

  private isTurnOf(id: string): boolean {
    this.waiting = this.waiting.filter((turn) => turn.id === id || isRunning(turn.pid));
    return this.waiting[0]?.id === id || !this.waiting.some((turn) => turn.id === id);
  }
}

import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { isRunning } from "../journal/processes";
import type { Tell, Topics } from "../journal/topics";

const Announcement = z.object({ id: z.string(), pid: z.number(), isOver: z.boolean() });
type Announcement = z.infer<typeof Announcement>;

/** What the processes of a run announce and end again, in one order for all of them. */
export class SharedQueue {
  private announced: Announcement[] = [];
  private readonly tell: Tell<Announcement>;

  constructor(is: string, topics: Topics) {
    this.tell = topics.inOrder(is, Announcement, (one) => {
      this.announced = this.announced.filter(({ id }) => id !== one.id);
      if (!one.isOver) this.announced.push(one);
    });
  }

  get length(): number {
    return this.announced.length;
  }

  announce(): string {
    const id = randomUUID();
    this.tell({ id, pid: process.pid, isOver: false });
    return id;
  }

  end(id: string): void {
    this.tell({ id, pid: process.pid, isOver: true });
  }

  /** The processes that came before, as far as this one has caught up. */
  pidsBefore(id: string): number[] {
    const index = this.announced.findIndex((one) => one.id === id);
    return this.announced.slice(0, Math.max(index, 0)).map(({ pid }) => pid);
  }
}

/** How often a process looks whether its turn has come, in milliseconds. */
const interval = 20;

/**
 * Lets one provider process of a run at a time judge and change what guard rails protect in one organization. Turns are
 * taken in the order in which they were announced; that of a process which has ended is passed over. Where a process
 * cannot write any more, the journal is over for all: nobody waits.
 */
export class SharedTurns {
  private readonly queue: SharedQueue;

  constructor(private readonly topics: Topics) {
    this.queue = new SharedQueue("turn", topics);
  }

  /**
   * Does some work once it is this process's turn.
   *
   * @throws ProviderError where processes cannot tell each other any more that a turn has begun or is over.
   */
  async take<Result>(work: () => Promise<Result>): Promise<Result> {
    const { journal } = this.topics;
    const id = this.queue.announce();
    journal.catchUpWhileShared();
    while (this.queue.pidsBefore(id).some(isRunning)) {
      await pause(interval);
      journal.catchUpWhileShared();
    }
    try {
      return await work();
    } finally {
      this.queue.end(id);
      journal.catchUp();
    }
  }
}

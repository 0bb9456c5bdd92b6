import { setTimeout as pause } from "node:timers/promises";
import type { Topics } from "../journal/topics";
import { isRunning } from "../journal/writers";
import { SharedQueue } from "./shared-queue";

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

import { randomUUID } from "node:crypto";
import { z } from "zod";
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

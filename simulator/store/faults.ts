/** A trouble that the next calls of an action run into. */
export interface Fault {
  /** The action, such as `org.get`, or `*` for any. */
  action: string;
  /** How many calls it hits. */
  times: number;
  /** Answer with this status and do nothing. */
  status?: number | undefined;
  /** Value of the `Retry-After` header: seconds, or a date. */
  retryAfter?: number | string | undefined;
  /** How long to wait first, in milliseconds. */
  latencyMs?: number | undefined;
  /** Do the work, then drop the connection without an answer. */
  dropResponse?: boolean | undefined;
  /** Drop the connection before any work. */
  reset?: boolean | undefined;
}

/** The faults that wait for calls. */
export class Faults {
  #waiting: Fault[] = [];

  /** Adds a fault behind those that wait already. */
  add(fault: Fault): void {
    this.#waiting.push({ ...fault });
  }

  /** Forgets all faults. */
  clear(): void {
    this.#waiting = [];
  }

  /** The fault that a call of an action runs into: one of its own before one of `*`, the oldest first. */
  take(action: string): Fault | undefined {
    const fault = this.#first(action) ?? this.#first("*");
    if (!fault) return undefined;
    fault.times -= 1;
    if (fault.times === 0) this.#waiting = this.#waiting.filter((other) => other !== fault);
    return fault;
  }

  /** The faults that still wait. */
  report(): Fault[] {
    return this.#waiting.map((fault) => ({ ...fault }));
  }

  #first(action: string): Fault | undefined {
    return this.#waiting.find((fault) => fault.action === action);
  }
}

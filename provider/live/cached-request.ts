type Change<T> = (value: T) => T;

interface Answer<T> {
  value: T;
  askedAt: number;
}

/**
 * One answer of Losant's, shared by everybody who needs it, so that any number of resources costs one request.
 * Writes fold what they changed into it, and into answers still on their way. A failed request is told to whoever
 * waits for it; it neither replaces a good answer nor is it remembered.
 */
export class CachedRequest<T> {
  private answer: Answer<T> | undefined;
  private first: T | undefined;
  private pending: Promise<T> | undefined;
  /** The changes that were folded in since each request under way was sent. */
  private readonly changesSince = new Set<Change<T>[]>();

  /** `monotonic` gives milliseconds since any fixed moment. */
  constructor(
    private readonly ask: () => Promise<T>,
    private readonly monotonic: () => number = () => performance.now(),
  ) {}

  /** An answer that is not older than some milliseconds: the one at hand, one on its way, or a new one. */
  get(longestUse: number): Promise<T> {
    if (this.answer && this.monotonic() - this.answer.askedAt < longestUse) {
      return Promise.resolve(this.answer.value);
    }
    return this.pending ?? this.refresh();
  }

  /** Asks again, now; what comes serves everybody from then on. */
  refresh(): Promise<T> {
    const pending = this.request().finally(() => {
      if (this.pending === pending) this.pending = undefined;
    });
    this.pending = pending;
    // Whoever waits is told; a rejection that nobody waits for would end the process.
    pending.catch(() => undefined);
    return pending;
  }

  /** The very first answer, without what this run has changed since. */
  async atFirst(): Promise<T> {
    if (this.first === undefined) await this.get(Number.POSITIVE_INFINITY);
    return this.first ?? this.ask();
  }

  /** Applies what a write has changed. */
  fold(change: Change<T>): void {
    if (this.answer) this.answer = { ...this.answer, value: change(this.answer.value) };
    for (const changes of this.changesSince) changes.push(change);
  }

  private async request(): Promise<T> {
    const askedAt = this.monotonic();
    const changes: Change<T>[] = [];
    this.changesSince.add(changes);
    try {
      const asked = await this.ask();
      this.first ??= asked;
      return this.keep(
        changes.reduce<T>((value, change) => change(value), asked),
        askedAt,
      );
    } finally {
      this.changesSince.delete(changes);
    }
  }

  private keep(value: T, askedAt: number): T {
    if (!this.answer || this.answer.askedAt <= askedAt) this.answer = { value, askedAt };
    return this.answer.value;
  }
}

/** How long one answer may serve, in milliseconds. */
const longestUse = 60_000;

/**
 * One answer of the vendor's, shared by everybody who needs it, so that any number of resources costs one
 * request. Writes fold what they changed into it, into one still under way as well.
 */
export class SharedAnswer<T> {
  private current: Promise<T> | undefined;
  private askedAt = 0;

  constructor(private readonly ask: () => Promise<T>) {}

  /** The answer at hand, or a new one where there is none or it is too old. */
  get(): Promise<T> {
    const isUsable = performance.now() - this.askedAt < longestUse;
    return this.current && isUsable ? this.current : this.anew();
  }

  /** Asks anew; the answer serves everybody from then on. */
  anew(): Promise<T> {
    this.askedAt = performance.now();
    return this.keep(this.ask());
  }

  /** Applies what a write has changed. */
  fold(change: (value: T) => T): void {
    if (this.current) this.keep(this.current.then(change));
  }

  private keep(answer: Promise<T>): Promise<T> {
    this.current = answer;
    // Whoever asked is told; a rejection that nobody waits for would end the process.
    answer.catch(() => undefined);
    return answer;
  }
}

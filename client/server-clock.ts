/**
 * Losant's clock, as the Date headers of its answers give it. One answer from a machine whose clock is ahead must
 * not make an invite look expired, so the earliest reading wins; time goes on by this machine's monotonic clock.
 */
export class ServerClock {
  readonly #monotonic: () => number;
  #offset: number | undefined;

  /** `monotonic` gives milliseconds since any fixed moment. */
  constructor(monotonic: () => number = () => performance.now()) {
    this.#monotonic = monotonic;
  }

  /** Takes notice of an answer's Date header; of one that is no date, none. */
  note(header: string | null): void {
    const offset = Date.parse(header ?? "") - this.#monotonic();
    if (!Number.isNaN(offset)) this.#offset = Math.min(offset, this.#offset ?? offset);
  }

  /** Losant's time now; undefined where no answer has given it. */
  now(): Date | undefined {
    return this.#offset === undefined ? undefined : new Date(this.#offset + this.#monotonic());
  }
}

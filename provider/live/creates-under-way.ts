/** Creates of single people that are under way in this process. A roster that hands somebody over waits for them. */
export class CreatesUnderWay {
  private readonly creates = new Set<Promise<unknown>>();

  async during<Result>(create: () => Promise<Result>): Promise<Result> {
    const result = create();
    this.creates.add(result);
    try {
      return await result;
    } finally {
      this.creates.delete(result);
    }
  }

  /** Waits for those that have begun, however they end. None of them waits for a roster. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.creates);
  }
}

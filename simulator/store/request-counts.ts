/** Counts calls by action, on arrival. */
export class RequestCounts {
  #byAction = new Map<string, number>();

  /** One more call of an action. */
  add(action: string): void {
    this.#byAction.set(action, (this.#byAction.get(action) ?? 0) + 1);
  }

  /** Starts counting again. */
  clear(): void {
    this.#byAction.clear();
  }

  /** What was counted since the start or the last clear. */
  report(): { total: number; byAction: Record<string, number> } {
    const total = [...this.#byAction.values()].reduce((sum, count) => sum + count, 0);
    return { total, byAction: Object.fromEntries(this.#byAction) };
  }
}

import { type Outcome, type Program, Step } from "./engine-step";
import type { ProviderCalls } from "./provider-calls";
import type { Properties } from "./provider-messages";
import { type Named, RecordedStack } from "./recorded-stack";

export type { Operation, Outcome, Program } from "./engine-step";

/** Runs the calls of one step with a provider: in this process or in one of its own, of either face. */
export type WithProvider = (work: (provider: ProviderCalls) => Promise<void>) => Promise<void>;

/** How an engine goes on. */
export interface EngineOptions {
  /** What the stack records at the start; default nothing. */
  stack?: RecordedStack;
  /**
   * Whether the first failure ends a step, in its refresh too. By default the other resources go on, as those of a
   * program do that are under way at the same time, and a failed refresh rejects.
   */
  stopsAtFailure?: boolean;
  /** Whether creates, updates and deletes go on at the same time; one after the other by default. */
  isParallel?: boolean;
}

/**
 * Calls a provider in the order in which Pulumi's engine does with `refresh: always`: all reads at once and their
 * diffs, then per resource check, diff and create or update, deletes last.
 */
export class Engine {
  readonly stack: RecordedStack;
  /** What it waits for, for whoever finds it waiting for ever. */
  doing = "nothing";
  /** What happens between the check of a resource and its diff. */
  afterCheck: () => Promise<void> = async () => undefined;

  constructor(
    private readonly withProvider: WithProvider,
    private readonly options: EngineOptions = {},
  ) {
    this.stack = options.stack ?? new RecordedStack();
  }

  /** What `pulumi preview` calls. */
  preview(program: Program, { refresh = true } = {}): Promise<Outcome> {
    return this.step(program, { isPreview: true, refresh });
  }

  /** What `pulumi up` calls in its second process. */
  up(program: Program, { refresh = true } = {}): Promise<Outcome> {
    return this.step(program, { isPreview: false, refresh });
  }

  /** What `pulumi destroy` calls. */
  destroy(): Promise<Outcome> {
    return this.up({});
  }

  /** The recorded outputs of a resource. */
  outputs(name: string): Properties {
    return this.stack.get(name)?.outputs ?? {};
  }

  /** The recorded inputs of a resource. */
  inputs(name: string): Properties {
    return this.stack.get(name)?.inputs ?? {};
  }

  /** All that the stack records; replaced resources that are still to be deleted stand at the end. */
  recorded(): Named[] {
    return [...this.stack.current, ...this.stack.replaced];
  }

  private async step(
    program: Program,
    { isPreview, refresh }: { isPreview: boolean; refresh: boolean },
  ): Promise<Outcome> {
    const outcome: Outcome = { operations: {}, printed: "", errors: [], refreshed: [] };
    const stack = isPreview ? this.stack.copy() : this.stack;
    const stops = this.options.stopsAtFailure ?? false;
    await this.withProvider(async (provider) => {
      const step = new Step(provider, stack, outcome, {
        isPreview,
        stops,
        isParallel: this.options.isParallel ?? false,
        note: (doing) => this.note(doing),
      });
      await step.run(program, refresh, () => this.afterCheck());
      outcome.printed = await provider.output();
    });
    return outcome;
  }

  private note(doing: string): void {
    this.doing = doing;
  }
}

import { dynamicFace } from "./faces";
import type { ProviderCalls, ProviderOptions } from "./provider-calls";

import { StepEngine } from "./step-engine";

export type { Outcome, Program } from "./step-engine";

/**
 * Calls a real provider process for each step, so that many small cases cost milliseconds each; what a user sees is
 * tested on the real CLI.
 */
export class SmallEngine extends StepEngine {
  /** `options` are asked for at each step, as an environment may change between two runs. */
  constructor(
    private readonly options: () => ProviderOptions,
    private readonly face = dynamicFace,
  ) {
    super();
  }

  protected override during(work: (provider: ProviderCalls) => Promise<void>): Promise<void> {
    return this.face.inProcess(this.options(), work);
  }
}

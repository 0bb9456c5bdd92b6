import type { ConnectionSettings, Fetch } from "../../../client";
import { Run } from "../../../provider/live/run";
import { InProcessProvider } from "../../support/in-process-engine";
import type { ProviderCalls } from "../../support/provider-calls";
import { StepEngine } from "../../support/step-engine";
import { crashing } from "./crashing-calls";
import type { Losant } from "./losant";

/** What the environment of the provider sets. */
export interface RunSettings {
  minAdmins: number;
  maxRemovals: number | undefined;
}

/** An engine whose printed lines can be had even after a step that was cut short. */
export abstract class HistoryEngine extends StepEngine {
  printed = "";
  /** Whether an up tells its plan by itself, so that whoever skips the preview sees it too. */
  readonly plansAtUp: boolean = true;

  protected override async during(work: (provider: ProviderCalls) => Promise<void>): Promise<void> {
    this.printed = "";
    await this.withProvider(async (provider, crash) => {
      try {
        await work(crashing(provider, crash));
      } finally {
        this.printed = await provider.output();
      }
    });
  }

  protected abstract withProvider(
    work: (provider: ProviderCalls, crash: Promise<never>) => Promise<void>,
  ): Promise<void>;
}

/** Makes the engine of a history. */
export type MakeEngine = (losant: Losant, settings: RunSettings) => HistoryEngine;

/** The resources in this process, with a new run for each step. */
export class InProcessHistoryEngine extends HistoryEngine {
  constructor(
    private readonly losant: Losant,
    private readonly settings: RunSettings,
  ) {
    super();
  }

  protected override withProvider(
    work: (provider: ProviderCalls, crash: Promise<never>) => Promise<void>,
  ): Promise<void> {
    return work(new InProcessProvider(this.run()), this.losant.wire.crash);
  }

  private run(): Run {
    const { wire } = this.losant;
    const connection: ConnectionSettings & { fetch: Fetch; backoff: () => number } = {
      apiToken: this.losant.store.state.token,
      apiUrl: "http://127.0.0.1:1",
      domain: undefined,
      requestTimeout: 3600,
      maxAttempts: 2,
      backoff: () => 0,
      fetch: (url, { method, headers, body }) =>
        wire.serve(new Request(url, { method, headers, body: body ?? null })),
    };
    const { minAdmins, maxRemovals } = this.settings;
    const limit = maxRemovals === undefined ? undefined : { count: maxRemovals };
    return new Run({ connection, minAdmins, maxRemovals: limit });
  }
}

import { Engine, type WithProvider } from "../../support/engine";
import { InProcessDynamic } from "../../support/in-process-dynamic";
import type { ProviderCalls, ProviderOptions } from "../../support/provider-calls";
import { crashing } from "./crashing-calls";
import type { Losant } from "./losant";
import { withTwoProviders } from "./two-providers";

/** What the environment of the provider sets. */
export interface RunSettings {
  minAdmins: number;
  maxRemovals: number | undefined;
  /** Whether the engine changes resources at the same time. */
  isParallel: boolean;
  /** Names of the resources that another provider of the same run has, where there is one. */
  others: readonly string[];
}

/** Works with a provider whose process may end, as `crash` tells. */
type WithCrashingProvider = (
  work: (provider: ProviderCalls, crash: Promise<never>) => Promise<void>,
) => Promise<void>;

/** An engine whose printed lines can be had even after a step that was cut short. */
export class HistoryEngine extends Engine {
  private lines = "";

  /** `plansAtUp`: whether an up tells its plan by itself, so that whoever skips the preview sees it too. */
  constructor(
    withProvider: WithCrashingProvider,
    isParallel: boolean,
    readonly plansAtUp = true,
  ) {
    const during: WithProvider = (work) => {
      this.lines = "";
      return withProvider(async (provider, crash) => {
        try {
          await work(crashing(provider, crash));
        } finally {
          this.lines = await provider.output();
        }
      });
    };
    super(during, { isParallel });
  }

  get printed(): string {
    return this.lines;
  }
}

/** Makes the engine of a history. */
export type MakeEngine = (losant: Losant, settings: RunSettings) => HistoryEngine;

/** The resources in this process, with a new provider for each step, or with two. */
export const inProcess: MakeEngine = (losant, settings) =>
  new HistoryEngine((work) => {
    const options = optionsOf(losant, settings);
    const { crash } = losant.wire;
    if (settings.others.length === 0) return work(new InProcessDynamic(options), crash);
    return withTwoProviders(options, settings.others, (provider) => work(provider, crash));
  }, settings.isParallel);

function optionsOf({ store, wire }: Losant, settings: RunSettings): ProviderOptions {
  return {
    folder: "",
    env: {
      LOSANT_API_TOKEN: store.state.token,
      LOSANT_API_URL: "http://127.0.0.1:1",
      LOSANT_REQUEST_TIMEOUT: "3600",
      LOSANT_MAX_ATTEMPTS: "2",
    },
    config: configOf(settings),
    client: {
      backoff: () => 0,
      fetch: (url, { method, headers, body }) =>
        wire.serve(new Request(url, { method, headers, body: body ?? null })),
    },
  };
}

/** The settings as a stack's configuration has them. */
export function configOf({
  minAdmins,
  maxRemovals,
}: Pick<RunSettings, "minAdmins" | "maxRemovals">): Record<string, string> {
  return {
    "losant:minAdmins": String(minAdmins),
    ...(maxRemovals !== undefined && { "losant:maxRemovals": String(maxRemovals) }),
  };
}

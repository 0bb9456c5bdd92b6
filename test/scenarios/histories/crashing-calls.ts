import type { ProviderCalls } from "../../support/provider-calls";

/** Calls of a provider whose process may end: a call under way fails then, and all after it. */
export function crashing(provider: ProviderCalls, crash: Promise<never>): ProviderCalls {
  const raced = <Answer>(answer: Promise<Answer>) => Promise.race([crash, answer]);
  const { preview } = provider;
  return {
    ...(preview && { preview: (change) => raced(preview.call(provider, change)) }),
    check: (...call) => raced(provider.check(...call)),
    diff: (...call) => raced(provider.diff(...call)),
    create: (...call) => raced(provider.create(...call)),
    read: (...call) => raced(provider.read(...call)),
    update: (...call) => raced(provider.update(...call)),
    delete: (...call) => raced(provider.delete(...call)),
    output: () => provider.output(),
  };
}

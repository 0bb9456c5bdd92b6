import { rmSync } from "node:fs";
import { journalFolder } from "../../../provider/journal/journal-file";
import { InProcessDynamic } from "../../support/in-process-dynamic";
import { temporaryRoot } from "../../support/project-folder";
import type { ProviderCalls, ProviderOptions } from "../../support/provider-calls";
import { anotherEngine } from "../../support/provider-process";

/** Works with two providers of one engine run, which tell each other what they do. `others`: resources of the second one. */
export async function withTwoProviders(
  options: ProviderOptions,
  others: readonly string[],
  work: (provider: ProviderCalls) => Promise<void>,
): Promise<void> {
  const engine = anotherEngine();
  const providers = [
    new InProcessDynamic({ ...options, engine }),
    new InProcessDynamic({ ...options, engine }),
  ] as const;
  try {
    await work(inTwo(...providers, (name) => others.includes(name.split("-")[0] ?? "")));
  } finally {
    for (const provider of providers) provider.end();
    rmSync(journalFolder(temporaryRoot()), { recursive: true, force: true });
  }
}

/** Each resource belongs to one of two providers, by its name. */
function inTwo(
  one: ProviderCalls,
  other: ProviderCalls,
  isOfOther: (name: string) => boolean,
): ProviderCalls {
  const of = (name = "") => (isOfOther(name) ? other : one);
  return {
    check: (...call) => of(call[3]).check(...call),
    diff: (...call) => of(call[4]).diff(...call),
    create: (...call) => of(call[2]).create(...call),
    read: (...call) => of(call[3]).read(...call),
    update: (...call) => of(call[4]).update(...call),
    delete: (...call) => of(call[3]).delete(...call),
    output: async () => (await one.output()) + (await other.output()),
  };
}

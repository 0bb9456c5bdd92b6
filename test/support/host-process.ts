import type { HostProcess } from "../../provider/live/run-source";
import { temporaryRoot } from "./project-folder";
import type { ProviderOptions } from "./provider-calls";

/** What a provider process is given, within this process; without an engine it shares nothing with others. */
export function hostProcess({ env = {}, engine, client }: Partial<ProviderOptions> = {}): HostProcess {
  const temporaryFolder = engine === undefined ? undefined : temporaryRoot();
  return { environment: env, temporaryFolder, runs: new Map(), client };
}

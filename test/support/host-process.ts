import type { HostProcess } from "../../provider/live/run-source";
import { temporaryRoot } from "./project-folder";

/** What a provider process is given, within this process: an environment, and runs of its own. */
export function hostProcess(
  environment: Record<string, string> = {},
  more: Partial<Pick<HostProcess, "client" | "temporaryFolder">> = {},
): HostProcess {
  return { environment, temporaryFolder: temporaryRoot(), runs: new Map(), ...more };
}

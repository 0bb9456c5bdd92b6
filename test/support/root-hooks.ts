import { buildWhenStale } from "../../tools/set-up/build";
import { whatIsNeeded } from "./needs";

/** Runs once all test files are loaded, so that tests which need neither the package nor the CLI start at once. */
export async function mochaGlobalSetup(): Promise<void> {
  if (whatIsNeeded().package) await buildWhenStale();
}

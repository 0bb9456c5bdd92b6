import { buildWhenStale } from "../../tools/set-up/build";
import { ensureLanguages } from "../../tools/set-up/languages";
import { ensurePulumiCli } from "../../tools/set-up/pulumi-cli";
import { whatIsNeeded } from "./needs";

/** Runs once all test files are loaded, so that tests which need neither the package nor the CLI start at once. */
export async function mochaGlobalSetup(): Promise<void> {
  const needed = whatIsNeeded();
  if (needed.package) await buildWhenStale();
  if (needed.pulumi) await ensurePulumiCli();
  await ensureLanguages([...needed.languages]);
}

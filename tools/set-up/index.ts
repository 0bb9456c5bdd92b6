import { buildWhenStale } from "./build";
import { ensurePulumiCli } from "./pulumi-cli";

/** All that tests, demo and benchmark need beside the npm packages. */
async function setUp(): Promise<void> {
  await buildWhenStale();
  await ensurePulumiCli();
}

setUp().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

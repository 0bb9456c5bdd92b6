import { ensureBrowser } from "./browser";
import { buildWhenStale } from "./build";
import { ensureLanguages } from "./languages";
import { ensureLinters } from "./linters";
import { ensurePulumiCli } from "./pulumi-cli";

/** All that tests, demo and benchmark need beside the npm packages; tests need more languages, linters and a browser. */
async function setUp(): Promise<void> {
  await buildWhenStale();
  await ensurePulumiCli();
  if (!process.argv.includes("--all-languages")) return;
  await ensureBrowser();
  await ensureLanguages();
  await ensureLinters();
}

setUp().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

import { PulumiCommand } from "@pulumi/pulumi/automation";

/** Run as a process of its own, which can be ended when it takes too long. */
PulumiCommand.install({ root: process.argv[2] ?? "" }).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

#!/usr/bin/env node
import { Command } from "commander";
import { printable } from "../client/printable";
import { packageVersion } from "./package-version";
import { simulateCommand } from "./simulate";

const program = new Command("pulumi-losant")
  .description("Losant organizations as code: the tools beside the Pulumi package.")
  .version(packageVersion(), "-v, --version", "print the version")
  .helpOption("-h, --help", "print this help")
  .addCommand(simulateCommand())
  .showHelpAfterError("(see --help)");

program.parseAsync().catch((error: unknown) => {
  // One line, as a state file may hold text that others wrote.
  console.error(printable(`error: ${error instanceof Error ? error.message : String(error)}`));
  process.exitCode = 1;
});

#!/usr/bin/env node
import { exportCommand } from "./export/index";
import { initCommand } from "./init/index";
import { planCommand } from "./plan/index";
import { runProgram } from "./program";
import { rosterCommand } from "./roster/index";
import { simulateCommand } from "./simulate";
import { statusCommand } from "./status/index";
import { usageCommand } from "./usage/index";

runProgram([
  initCommand(),
  exportCommand(),
  planCommand(),
  statusCommand(),
  usageCommand(),
  rosterCommand(),
  simulateCommand(),
]).then((exitCode) => {
  process.exitCode = exitCode;
});

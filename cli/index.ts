#!/usr/bin/env node
import { exportCommand } from "./export/index";
import { initCommand } from "./init/index";
import { planCommand } from "./plan/index";
import { runProgram } from "./program";
import { reportCommand } from "./report/index";
import { rosterCommand } from "./roster/index";
import { simulateCommand } from "./simulate";
import { statusCommand } from "./status/index";

runProgram([
  initCommand(),
  exportCommand(),
  planCommand(),
  statusCommand(),
  reportCommand(),
  rosterCommand(),
  simulateCommand(),
]).then((exitCode) => {
  process.exitCode = exitCode;
});

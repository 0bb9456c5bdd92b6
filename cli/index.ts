#!/usr/bin/env node
import { ciCommand } from "./ci/index";
import { commentCommand } from "./comment/index";
import { driftIssueCommand } from "./drift-issue/index";
import { exportCommand } from "./export/index";
import { initCommand } from "./init/index";
import { planCommand } from "./plan/index";
import { runProgram } from "./program";
import { rosterCommand } from "./roster/index";
import { simulateCommand } from "./simulate";
import { statusCommand } from "./status/index";

runProgram([
  initCommand(),
  exportCommand(),
  planCommand(),
  ciCommand(),
  commentCommand(),
  driftIssueCommand(),
  statusCommand(),
  rosterCommand(),
  simulateCommand(),
]).then((exitCode) => {
  process.exitCode = exitCode;
});

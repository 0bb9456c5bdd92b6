#!/usr/bin/env node
import { runProgram } from "./program";
import { rosterCommand } from "./roster/index";
import { simulateCommand } from "./simulate";

runProgram([rosterCommand(), simulateCommand()]).then((exitCode) => {
  process.exitCode = exitCode;
});

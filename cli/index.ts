#!/usr/bin/env node
import type { Command } from "commander";
import { runProgram } from "./program";

/** Each is loaded where it is asked for, or where all of them are listed: they start in a fraction of a second. */
const commands: Record<string, () => Promise<Command>> = {
  init: async () => (await import("./init/index.js")).initCommand(),
  export: async () => (await import("./export/index.js")).exportCommand(),
  plan: async () => (await import("./plan/index.js")).planCommand(),
  ci: async () => (await import("./ci/index.js")).ciCommand(),
  comment: async () => (await import("./comment/index.js")).commentCommand(),
  "drift-issue": async () => (await import("./drift-issue/index.js")).driftIssueCommand(),
  status: async () => (await import("./status/index.js")).statusCommand(),
  report: async () => (await import("./report/index.js")).reportCommand(),
  usage: async () => (await import("./usage/index.js")).usageCommand(),
  roster: async () => (await import("./roster/index.js")).rosterCommand(),
  simulate: async () => (await import("./simulate.js")).simulateCommand(),
};

async function run(): Promise<number> {
  const [, , name = ""] = process.argv;
  const asked = Object.entries(commands).filter(([one]) => one === name);
  const loaded = asked.length > 0 ? asked : Object.entries(commands);
  return runProgram(await Promise.all(loaded.map(([, load]) => load())));
}

run().then((exitCode) => {
  process.exitCode = exitCode;
});

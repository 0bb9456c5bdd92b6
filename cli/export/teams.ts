import type { Command } from "commander";
import type { Form } from "./forms";

/** Ends a command as wrong use where teams are asked for in a form that has none. */
export function refuseTeams(command: Command, form: Form | undefined, inTeams: boolean): void {
  if (inTeams && form !== "yaml") command.error("error: --teams requires --as yaml", { exitCode: 2 });
}

import type { Command } from "commander";

/** How an export writes down people. */
export const forms = ["roster", "memberships", "yaml"] as const;
export type Form = (typeof forms)[number];

/** Ends a command as wrong use where teams are asked for in a form that has none. */
export function refuseTeams(command: Command, form: Form | undefined, inTeams: boolean): void {
  if (inTeams && form !== "yaml") command.error("error: --teams requires --as yaml", { exitCode: 2 });
}

/** What `--out` does. */
export const folderHelp = "where to write; other files in it are left alone";

/** Ends a command as wrong use where `--out` names no folder. */
export function refuseNoFolder(command: Command, folder: string | undefined): void {
  if (folder?.trim() !== "") return;
  command.error("error: --out: must name a folder; use . for the current one", { exitCode: 2 });
}

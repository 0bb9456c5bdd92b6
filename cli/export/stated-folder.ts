import type { Command } from "commander";

/** What `--out` does. */
export const folderHelp = "where to write; other files in it are left alone";

/** Ends a command as wrong use where `--out` names no folder. */
export function refuseNoFolder(command: Command, folder: string | undefined): void {
  if (folder?.trim() !== "") return;
  command.error("error: --out: must name a folder; use . for the current one", { exitCode: 2 });
}

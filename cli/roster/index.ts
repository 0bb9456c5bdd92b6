import { Command } from "commander";
import { checkCommand } from "./check";
import { explainCommand } from "./explain";

/** `pulumi-losant roster`: what can be said of files of people without asking Losant. */
export const rosterCommand = (): Command =>
  new Command("roster")
    .description("check files of people, and explain who has which access; asks nobody")
    .addCommand(checkCommand())
    .addCommand(explainCommand());

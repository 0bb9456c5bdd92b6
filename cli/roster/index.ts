import { Command } from "commander";
import { checkCommand } from "./check";
import { explainCommand } from "./explain";

const help = `
  pulumi-losant roster check people.yaml
  pulumi-losant roster explain ann@example.com people.yaml
`;

/** `pulumi-losant roster`: what can be said of files of people without asking Losant. */
export const rosterCommand = (): Command =>
  new Command("roster")
    .description("check files of people, and explain who has which access; needs no token")
    .addHelpText("after", help)
    .addCommand(checkCommand())
    .addCommand(explainCommand());

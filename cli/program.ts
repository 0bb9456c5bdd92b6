import { Command, CommanderError } from "commander";
import { printable } from "../client/printable";
import { PeopleError } from "../people";
import { MissingTokenError } from "./live/missing-token";
import { packageVersion } from "./package-version";

const exitCodes = `
Exit codes: 0 for success, 1 where something was found or went wrong, 2 for wrong use.
`;

/** Runs the command line; each command stands in a file of its own. */
export async function runProgram(commands: Command[], commandLine?: string[]): Promise<number> {
  const program = new Command("pulumi-losant")
    .description("Losant organizations as code: the tools beside the Pulumi package.")
    .version(packageVersion(), "-v, --version", "print the version");
  for (const command of commands) program.addCommand(command);
  for (const command of allIn(program)) {
    command.helpOption("-h, --help", "print this help").addHelpText("after", exitCodes).exitOverride();
    command.helpCommand(false).showHelpAfterError("(see --help)");
  }
  try {
    await program.parseAsync(commandLine);
    return 0;
  } catch (error) {
    return exitCodeOf(error);
  }
}

function allIn(command: Command): Command[] {
  return [command, ...command.commands.flatMap(allIn)];
}

/** Problems in files begin with their place, as those of compilers do; anything else is one line. */
function describeError(error: unknown): string {
  if (error instanceof PeopleError) return error.message;
  if (error instanceof MissingTokenError) return `error: ${error.message}`;
  return printable(`error: ${error instanceof Error ? error.message : String(error)}`);
}

/** Commander has told what was wrong with the command line, and printed help where it was asked for. */
function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  console.error(describeError(error));
  return 1;
}

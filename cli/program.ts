import { Command, CommanderError } from "commander";
import { printable, printableLines } from "../client/printable";
import { Found } from "./found";
import { packageVersion } from "./package-version";

const examples = `
Begin with a live organization, or without an account with a simulated one:

  pulumi-losant init
  pulumi-losant simulate --people 12

See who has which access, and check files of people:

  pulumi-losant status --people people.yaml
  pulumi-losant roster check people.yaml
`;
const exitCodes = "Exit codes: 0 success, 1 a problem was found or the command failed, 2 wrong use";

/** Runs the command line; each command has a file of its own. */
export async function runProgram(commands: Command[], commandLine?: string[]): Promise<number> {
  const program = new Command("pulumi-losant")
    .description("Losant organizations as code: create a Pulumi project, check it, and see who has access.")
    .version(packageVersion(), "-v, --version", "print the version")
    .addHelpText("after", examples);
  for (const command of commands) program.addCommand(command);
  for (const command of allIn(program)) {
    command.helpOption("-h, --help", "print this help").addHelpText("after", exitCodes).exitOverride();
    command.helpCommand(false).showHelpAfterError("(see --help)");
  }
  try {
    await program.parseAsync(commandLine);
    return 0;
  } catch (error) {
    return await exitCodeOf(error);
  }
}

function allIn(command: Command): Command[] {
  return [command, ...command.commands.flatMap(allIn)];
}

/** Problems in files begin with their place, as those of compilers do. Of the rest, only the advice on tokens has several lines. */
async function describeError(error: unknown): Promise<string> {
  // Both take a while to load, which a command that ends well need not wait for.
  const [{ PeopleError }, { MissingTokenError }] = await Promise.all([
    import("../people/index.js"),
    import("./live/client.js"),
  ]);
  if (error instanceof PeopleError) return error.message;
  if (error instanceof MissingTokenError) return `error: ${error.message}`;
  if (error instanceof Found) return printableLines(error.message);
  return printable(`error: ${error instanceof Error ? error.message : String(error)}`);
}

/** Commander has reported what was wrong with the command line, and printed help where it was asked for. */
async function exitCodeOf(error: unknown): Promise<number> {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  console.error(await describeError(error));
  return 1;
}

import { Command } from "commander";
import { printable } from "../../client/printable";
import { checkDirectory, describePeople, notesOn } from "../../people";

const help = `
Prints the problems of all files as file:line:column: path: what is wrong; what may follow from them is checked once they
are fixed. Where nothing is wrong, it prints how many people there are, and notes: roles that several teams give
differently, roles on resources below the organization role, and when access ends.

  pulumi-losant roster check people.yaml
  pulumi-losant roster check "people/*.yaml"
`;

/** A problem ends it with what is wrong, and exit code 1. */
function check(files: string[]): void {
  const now = new Date();
  const directory = checkDirectory(files, process.cwd(), now);
  console.log(describePeople(directory, now));
  for (const note of notesOn(directory, now)) console.log(`  ${printable(note)}`);
}

/** `pulumi-losant roster check FILE…`. */
export const checkCommand = (): Command =>
  new Command("check")
    .description("check files of people without a token")
    .argument("<file...>", 'files of people, or patterns such as "people/*.yaml"')
    .addHelpText("after", help)
    .action(check);

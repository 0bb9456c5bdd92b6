import { styleText } from "node:util";
import type { CliResult } from "../../test/support/pulumi-workspace";

const isTerminal = process.stdout.isTTY;

/** A step's heading, and what happens in it. */
export function tell(heading: string, ...lines: string[]): void {
  console.log(`\n${isTerminal ? styleText("bold", `▸ ${heading}`) : `▸ ${heading}`}`);
  for (const line of lines) console.log(`  ${line}`);
}

/** Shows a command with what of its output tells something. */
export function show(command: string, { output }: CliResult): void {
  const lines = output.split("\n").filter(tellsSomething);
  console.log(["", `$ ${command}`, ...lines].map((line) => `    ${line}`.trimEnd()).join("\n"));
}

/** Rows of work under way, and lines about the run itself, are left out. */
function tellsSomething(line: string): boolean {
  if (
    /^@ |^(Updating|Previewing update|Destroying) \(|^Duration|^The resources in the stack|^If you want/.test(
      line,
    )
  ) {
    return false;
  }
  const isRow = /^ [+~-]? +pulumi/.test(line);
  return !isRow && line.trim() !== "" && !/^\s*\[urn=/.test(line);
}

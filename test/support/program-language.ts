import { delimiter } from "node:path";
import type { Language } from "../../tools/set-up/languages";
import { ownPrinters, pulumiPath } from "../../tools/set-up/own-cli";
import { pythonCommands } from "../../tools/set-up/python-sdk";

const files = { nodejs: "index.js", yaml: "Main.yaml", python: "__main__.py" };

/** The file of a project that holds its program. */
export const programFile = (language: Language): string => files[language];

/** The whole of that file. */
export function programText(language: Language, text: string, module: string): string {
  const head = language === "nodejs" ? `const losant = require("${module}");\n` : "";
  // A YAML file without a document is an error.
  const body = language === "yaml" ? text || "{}" : text;
  return `${head}${body}\n`;
}

/** What `Pulumi.yaml` says of a language. */
export function runtimeOf(language: Language): object {
  if (language !== "nodejs") return { runtime: language };
  // Without the TypeScript compiler a program starts sooner.
  return { runtime: { name: "nodejs", options: { typescript: false } }, main: files.nodejs };
}

const printing = /^(import|package gen-sdk) /;

/** The PATH for a command of the CLI. What comes first there wins over what lies beside the CLI. */
export function pathFor(language: Language, commandLine: string[]): string {
  const printers = printing.test(`${commandLine.join(" ")} `) ? [ownPrinters] : [];
  // Old hosts of Python take the Python that is first there, whatever `Pulumi.yaml` says.
  const python = language === "python" ? [pythonCommands] : [];
  return [...printers, ...python, pulumiPath()].join(delimiter);
}

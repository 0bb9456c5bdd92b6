import { delimiter } from "node:path";
import type { Language } from "../../tools/set-up/languages";
import { pulumiPath } from "../../tools/set-up/own-cli";
import { pythonCommands } from "../../tools/set-up/python-sdk";

/** A language that programs in tests are written in. */
export type ProgramLanguage = "nodejs" | Language;

const files = { nodejs: "index.js", yaml: "Main.yaml", python: "__main__.py" };

/** The file of a project that holds its program. */
export const programFile = (language: ProgramLanguage): string => files[language];

/** The whole of that file. */
export function programText(language: ProgramLanguage, text: string): string {
  const head = language === "nodejs" ? `const losant = require("pulumi-losant");\n` : "";
  return `${head}${text}\n`;
}

/** What `Pulumi.yaml` says of a language. */
export function runtimeOf(language: ProgramLanguage): object {
  if (language !== "nodejs") return { runtime: language };
  // Without the TypeScript compiler a program starts sooner.
  return { runtime: { name: "nodejs", options: { typescript: false } }, main: files.nodejs };
}

/** The PATH for the CLI: old hosts of Python take the Python that is first there, whatever `Pulumi.yaml` says. */
export function pathFor(language: ProgramLanguage): string {
  return language === "python" ? [pythonCommands, pulumiPath()].join(delimiter) : pulumiPath();
}

import { existsSync } from "node:fs";
import { join } from "node:path";
import { printable } from "../../client/printable";
import type { Form } from "./options";

const beyondLosant = "until, reason, owner, teams and comments";

/** What `--force` does. */
export const forceHelp = `overwrite existing files; ${beyondLosant} in them are lost unless under version control`;

/** What is lost with a file that was overwritten. */
export function overwrittenWarning(folder: string, name: string): string {
  const isOfPeople = name === "people.yaml" || name === "index.ts";
  const lost = isOfPeople ? `${beyondLosant} in it are lost` : "changes in it are lost";
  return `${printable(join(folder, name))} was overwritten: ${lost}, unless it is under version control.`;
}

/** Warns of a file of another form that is still there, and that the new program does not read. */
export function unreadWarnings(folder: string, form: Form): string[] {
  const file = join(folder, "people.yaml");
  if (form === "yaml" || !existsSync(file)) return [];
  return [
    `${printable(file)} is still there, but the program does not read it: --as ${form} writes people into index.ts.`,
  ];
}

import { existsSync } from "node:fs";
import { join } from "node:path";
import { oneLine } from "../../client/text";
import type { Form } from "./forms";

const beyondLosant = "until, reason, owner, teams and comments";

/** What `--force` does. */
export const forceHelp =
  `overwrite files that are there; what they say of ${beyondLosant} is gone then, unless it is under version control: ` +
  "Losant knows none of it";

/** What is lost with a file that was overwritten. */
export function overwrittenWarning(folder: string, name: string): string {
  const isOfPeople = name === "people.yaml" || name === "index.ts";
  const lost = isOfPeople ? `what it said of ${beyondLosant}` : "what it said";
  const why = isOfPeople ? " Losant knows none of it." : "";
  return `${oneLine(join(folder, name))} was overwritten: ${lost} is gone, unless it is under version control.${why}`;
}

/** That a file of another form is still there, which the new program does not read. */
export function unreadWarnings(folder: string, form: Form): string[] {
  const file = join(folder, "people.yaml");
  if (form === "yaml" || !existsSync(file)) return [];
  return [
    `${oneLine(file)} is still there, and the program does not read it: --as ${form} states people in index.ts.`,
  ];
}

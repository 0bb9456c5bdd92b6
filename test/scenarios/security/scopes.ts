import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectFolder } from "../../../tools/set-up/project";

/** The scopes that `SECURITY.md` says each feature needs, by the first column without its formatting. */
export function documentedScopes(): Record<string, string[]> {
  const text = readFileSync(join(projectFolder, "SECURITY.md"), "utf8");
  const rows = text.matchAll(/^\| (`Org|`ResourceTransfer)(.*?) \| (`\w+\.\w+`(?:, `\w+\.\w+`)*) \|$/gm);
  return Object.fromEntries(
    [...rows].map(([, start = "", rest = "", scopes = ""]) => [
      (start + rest).replaceAll("`", ""),
      scopes.replaceAll("`", "").split(", "),
    ]),
  );
}

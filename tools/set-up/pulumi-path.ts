import { delimiter, join } from "node:path";
import { projectFolder } from "./project";

/** Where the project keeps a Pulumi CLI of its own. */
export const cliFolder = join(projectFolder, ".pulumi-cli");

/** A PATH on which the project's own Pulumi CLI, where there is one, comes first. */
export function pulumiPath(): string {
  return [join(cliFolder, "bin"), process.env.PATH ?? ""].join(delimiter);
}

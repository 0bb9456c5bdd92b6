import { resolve } from "node:path";
import { printable } from "../../client/printable";

/** The commands with which a written project goes on. */
export function nextSteps(folder: string, isInstalled: boolean): string {
  const isHere = resolve(folder) === process.cwd();
  const steps = [
    ...(isHere ? [] : [`cd ${inShell(folder)}`]),
    ...(isInstalled ? [] : ["npm install"]),
    "pulumi stack init prod",
    "pulumi up",
  ];
  return `Next: ${steps.join(", ")}. The first up changes nothing at Losant.`;
}

/** A folder as one word of a shell, which is neither expanded nor taken for an option. */
function inShell(folder: string): string {
  const shown = printable(folder.startsWith("-") ? `./${folder}` : folder);
  return /^[\w./@%+=:,-]+$/.test(shown) ? shown : `'${shown.replaceAll("'", "'\\''")}'`;
}

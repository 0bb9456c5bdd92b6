import { resolve } from "node:path";
import { oneLine } from "../../client/text";

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

function inShell(folder: string): string {
  const shown = oneLine(folder);
  return /\s/.test(shown) ? `"${shown}"` : shown;
}

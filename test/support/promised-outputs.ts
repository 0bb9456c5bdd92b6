import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { projectFolder } from "../../tools/set-up/project";

const PublishedSchema = z.object({
  resources: z.record(z.string(), z.object({ properties: z.record(z.string(), z.unknown()) })),
});

const { resources } = PublishedSchema.parse(
  JSON.parse(readFileSync(join(projectFolder, "native/schema.json"), "utf8")),
);

/** The outputs that the published schema promises for a class. */
export function promisedOutputs(className: string): string[] {
  return Object.keys(resources[`losant:index:${className}`]?.properties ?? {}).sort();
}

/** The names of recorded outputs, without the provider's own. */
export function shownOutputs(outputs: object): string[] {
  return Object.keys(outputs)
    .filter((name) => !name.startsWith("__"))
    .sort();
}

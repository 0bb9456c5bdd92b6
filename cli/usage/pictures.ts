import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { OrganizationUsage } from "../../usage/figures";

/** Writes the pictures of organizations into a folder; gives the files' names. */
export async function writePictures(
  folder: string,
  organizations: readonly OrganizationUsage[],
): Promise<string[]> {
  // What draws is large, and nothing else needs it.
  const { usageSections, standalone } = await import("../../usage/charts/index.js");
  mkdirSync(folder, { recursive: true });
  const names: string[] = [];
  for (const usage of organizations) {
    for (const { id, svg } of await usageSections(usage)) {
      const name = `${usage.orgId}-${id}.svg`;
      writeFileSync(join(folder, name), standalone(svg));
      names.push(name);
    }
  }
  return names;
}

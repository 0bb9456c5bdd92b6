import type { LosantClient } from "../../client";
import { printable } from "../../client/printable";
import { asciiLowerCase } from "../../client/text";
import { listOrganizations } from "../live/organizations";
import type { Choice } from "./ask";

/** The organizations that may be chosen. @throws where there is none */
export async function organizationChoices(client: LosantClient): Promise<Choice<string>[]> {
  const all = await listOrganizations(client);
  if (all.length === 0) throw new Error("The token sees no organization. Use another one, or the simulator.");
  return all.map(({ id, name }) => {
    const orgId = asciiLowerCase(id);
    return { label: `${printable(name)} (${id})`, name: orgId, value: orgId };
  });
}

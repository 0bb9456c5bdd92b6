import { isMissingRight, type LosantClient, type Organization } from "../../client";
import { type Patience, withProgress } from "../progress";

/** All organizations that the token sees. @throws where it may not list them, with the way out */
export async function listOrganizations(client: LosantClient, patience?: Patience): Promise<Organization[]> {
  try {
    return await withProgress("Listing organizations", () => client.orgs.all(), patience);
  } catch (error) {
    if (!isMissingRight(error)) throw error;
    const way = "pass the organization's id with --org, or use a token with the scope orgs.get";
    throw new Error(`The token may not list organizations: ${way}.`, { cause: error });
  }
}

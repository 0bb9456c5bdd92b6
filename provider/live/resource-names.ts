import type { LosantClient } from "../../client";
import type { NamedList, NamedResource } from "../decisions/named-resources";
import { roleLists } from "../vocabulary/roles";

const perPage = 100;

/** The applications and dashboards of one organization, each listed once in a run, and only where names are used. */
export class ResourceNames {
  private readonly listings = new Map<NamedList, Promise<readonly NamedResource[]>>();
  private readonly names = new Map<string, string>();

  constructor(
    private readonly client: Pick<LosantClient, "applications" | "dashboards">,
    private readonly orgId: string,
  ) {}

  /** A failed listing is not remembered. */
  all(list: NamedList): Promise<readonly NamedResource[]> {
    const known = this.listings.get(list) ?? this.listed(list);
    this.listings.set(list, known);
    return known;
  }

  /** Lists both, for people who read a plan: without the rights they read ids. */
  async listForPeople(): Promise<void> {
    await Promise.allSettled(roleLists.map((list) => this.all(list)));
  }

  /** The name of an id, where the run knows it. */
  nameOf(id: string): string | undefined {
    return this.names.get(id);
  }

  private async listed(list: NamedList): Promise<readonly NamedResource[]> {
    const { applications, dashboards } = this.client;
    const parameters = { orgId: this.orgId, perPage };
    try {
      const all = await (list === "applicationRoles"
        ? applications.all(parameters)
        : dashboards.all(parameters));
      for (const { id, name } of all) if (name !== undefined) this.names.set(id.toLowerCase(), name);
      return all;
    } catch (error) {
      this.listings.delete(list);
      throw error;
    }
  }
}

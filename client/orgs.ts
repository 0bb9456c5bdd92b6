import { checked, type SummaryOptions, summaryQuery } from "./arguments";
import type { Requests } from "./request";
import { Me, Organization, OrganizationPage, OrganizationPost } from "./schemas/organization";

/** How to list organizations; the defaults are the vendor's. */
export interface OrgsParameters extends SummaryOptions {
  /** Default `name`. */
  sortField?: "name" | "id" | "creationDate" | "lastUpdated" | undefined;
  /** Default `asc`. */
  sortDirection?: "asc" | "desc" | undefined;
  /** From 0, the default. */
  page?: number | undefined;
  /** Default 100. */
  perPage?: number | undefined;
  filterField?: "name" | undefined;
  /** Text that the field must match; `*` stands for any. */
  filter?: string | undefined;
}

/** The organizations that the token's person belongs to. */
export class Orgs {
  readonly #requests: Requests;

  constructor(requests: Requests) {
    this.#requests = requests;
  }

  /** `GET /orgs`: one page. */
  async get(parameters: OrgsParameters = {}): Promise<OrganizationPage> {
    const call = { action: "orgs.get", answer: OrganizationPage, query: { ...parameters } } as const;
    return this.#requests.ask(call);
  }

  /** `POST /orgs`: creates an organization; not repeated once an answer was lost. */
  async post(parameters: SummaryOptions & { organization: OrganizationPost }): Promise<Organization> {
    const body = checked("orgs.post", OrganizationPost, parameters.organization);
    const query = summaryQuery(parameters);
    const call = {
      action: "orgs.post",
      answer: Organization,
      query,
      body,
      naming: { name: body.name },
    } as const;
    return this.#requests.ask(call);
  }
}

/** The token's own person. */
export class MeResource {
  readonly #requests: Requests;

  constructor(requests: Requests) {
    this.#requests = requests;
  }

  /** `GET /me`: needs a `me.*` scope. */
  async get(parameters: SummaryOptions & { includeRecent?: boolean | undefined } = {}): Promise<Me> {
    return this.#requests.ask({ action: "me.get", answer: Me, query: { ...parameters } });
  }
}

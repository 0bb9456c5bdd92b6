import { checked, Listing, MeQuery, Summary, type SummaryOptions } from "./arguments";
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

  /** `GET /orgs`: one page. Needs an `orgs.*` scope; `org.*` does not reach it. */
  async get(parameters: OrgsParameters = {}): Promise<OrganizationPage> {
    const query = checked("orgs.get", Listing, parameters);
    return this.#requests.ask({ action: "orgs.get", answer: OrganizationPage, query });
  }

  /**
   * `POST /orgs`: creates an organization, of which the token's person is the first admin. Needs an `orgs.*`
   * scope; Losant refuses it to ordinary accounts.
   *
   * @throws LosantError with `outcome` `unknown` where the answer was lost: it is not repeated, so look whether
   * the organization is there.
   */
  async post(parameters: SummaryOptions & { organization: OrganizationPost }): Promise<Organization> {
    const body = checked("orgs.post", OrganizationPost, parameters.organization);
    const query = checked("orgs.post", Summary, parameters);
    const words = { naming: { name: body.name }, secret: body.cardToken };
    return this.#requests.ask({ action: "orgs.post", answer: Organization, query, body, ...words });
  }
}

/** The token's own person. */
export class MeResource {
  readonly #requests: Requests;

  constructor(requests: Requests) {
    this.#requests = requests;
  }

  /** `GET /me`: needs a `me.*` scope. `includeRecent` (default false) adds what the person used last. */
  async get(parameters: SummaryOptions & { includeRecent?: boolean | undefined } = {}): Promise<Me> {
    const query = checked("me.get", MeQuery, parameters);
    return this.#requests.ask({ action: "me.get", answer: Me, query });
  }
}

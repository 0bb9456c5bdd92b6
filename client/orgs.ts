import { allPages } from "./all-pages";
import { checked, MeQuery, OrgsQuery, Summary } from "./arguments";
import type { Requests } from "./request";
import { Me, Organization, OrganizationPage, OrganizationPost } from "./schemas/organization";
import type * as types from "./types";
import type { OrgsParameters, SummaryOptions } from "./types";

/** The organizations that the authenticated user belongs to. */
export class Orgs {
  readonly #requests: Requests;

  constructor(requests: Requests) {
    this.#requests = requests;
  }

  /** `GET /orgs`: one page. Needs an `orgs.*` scope; `org.*` does not reach it. */
  async get(parameters: OrgsParameters = {}): Promise<types.OrganizationPage> {
    const query = checked("orgs.get", OrgsQuery, parameters);
    return this.#requests.ask({ action: "orgs.get", answer: OrganizationPage, query });
  }

  /** All pages of `get`. */
  async all(parameters: Omit<OrgsParameters, "page"> = {}): Promise<types.Organization[]> {
    return allPages({ action: "orgs.get" }, (page) => this.get({ ...parameters, page }));
  }

  /**
   * `POST /orgs`: creates an organization, of which the authenticated user is the first admin. Needs an `orgs.*`
   * scope; Losant refuses it to ordinary accounts.
   *
   * @throws LosantError with `outcome` `unknown` where the answer was lost: it is not retried, so check whether
   * the organization exists.
   */
  async post(
    parameters: SummaryOptions & { organization: types.OrganizationPost },
  ): Promise<types.Organization> {
    const body = checked("orgs.post", OrganizationPost, parameters.organization);
    const query = checked("orgs.post", Summary, parameters);
    const words = { naming: { name: body.name }, secret: body.cardToken };
    return this.#requests.ask({ action: "orgs.post", answer: Organization, query, body, ...words });
  }
}

/** The authenticated user. */
export class MeResource {
  readonly #requests: Requests;

  constructor(requests: Requests) {
    this.#requests = requests;
  }

  /** `GET /me`: needs a `me.*` scope. `includeRecent` (default false) adds what the user used last. */
  async get(parameters: SummaryOptions & { includeRecent?: boolean | undefined } = {}): Promise<types.Me> {
    const query = checked("me.get", MeQuery, parameters);
    return this.#requests.ask({ action: "me.get", answer: Me, query });
  }
}

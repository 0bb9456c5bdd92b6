import { allPages } from "./all-pages";
import { ApplicationsQuery, checked, DashboardsQuery } from "./arguments";
import type { Requests } from "./request";
import { OwnedResourcePage } from "./schemas/owned-resource";
import type * as types from "./types";
import type { ApplicationsParameters, DashboardsParameters } from "./types";

/** The applications that the authenticated user may see. */
export class Applications {
  readonly #requests: Requests;

  constructor(requests: Requests) {
    this.#requests = requests;
  }

  /**
   * `GET /applications`: one page. Of each only what {@link types.OwnedResource} lists is kept: its `globals` may hold
   * secrets. Needs the scope `applications.get`, which `org.*` does not cover.
   */
  async get(parameters: ApplicationsParameters = {}): Promise<types.OwnedResourcePage> {
    const query = checked("applications.get", ApplicationsQuery, parameters);
    const naming = { whose: describeOwner(query.orgId) };
    return this.#requests.ask({ action: "applications.get", answer: OwnedResourcePage, query, naming });
  }

  /** All pages of `get`. */
  async all(parameters: Omit<ApplicationsParameters, "page"> = {}): Promise<types.OwnedResource[]> {
    const call = { action: "applications.get", naming: { whose: describeOwner(parameters.orgId) } } as const;
    return allPages(call, (page) => this.get({ ...parameters, page }));
  }
}

/** The dashboards that the authenticated user may see. */
export class Dashboards {
  readonly #requests: Requests;

  constructor(requests: Requests) {
    this.#requests = requests;
  }

  /**
   * `GET /dashboards`: one page. Of each only what {@link types.OwnedResource} lists is kept: its `blocks` are large.
   * Needs the scope `dashboards.get`, which `org.*` does not cover.
   */
  async get(parameters: DashboardsParameters = {}): Promise<types.OwnedResourcePage> {
    const query = checked("dashboards.get", DashboardsQuery, parameters);
    const naming = { whose: describeOwner(query.orgId) };
    return this.#requests.ask({ action: "dashboards.get", answer: OwnedResourcePage, query, naming });
  }

  /** All pages of `get`. */
  async all(parameters: Omit<DashboardsParameters, "page"> = {}): Promise<types.OwnedResource[]> {
    const call = { action: "dashboards.get", naming: { whose: describeOwner(parameters.orgId) } } as const;
    return allPages(call, (page) => this.get({ ...parameters, page }));
  }
}

function describeOwner(orgId: string | undefined): string {
  if (orgId === undefined) return "that the authenticated user may see";
  return orgId === "" ? "of the authenticated user" : `of organization ${orgId}`;
}

import { z } from "zod";
import { allPages } from "./all-pages";
import { checked } from "./arguments";
import type { Requests } from "./request";
import { AccessKeyPage, ApiTokenPage } from "./schemas/credential";
import { Id } from "./schemas/roles";
import type * as types from "./types";
import type { CredentialParameters } from "./types";

const Path = z.object({ applicationId: Id });
const Query = z.object({ page: z.int().min(0).optional(), perPage: z.int().min(1).max(1000).optional() });

const listings = {
  "applicationApiTokens.get": ApiTokenPage,
  "applicationKeys.get": AccessKeyPage,
} as const;

/** The API tokens, or the access keys, of an application. */
export class Credentials {
  readonly #requests: Requests;
  readonly #action: keyof typeof listings;

  constructor(requests: Requests, action: keyof typeof listings) {
    this.#requests = requests;
    this.#action = action;
  }

  /** One page. Secrets that an answer may hold are not kept. Needs the scope of the action's name. */
  async get({ applicationId, ...parameters }: CredentialParameters): Promise<types.CredentialPage> {
    const action = this.#action;
    const path = checked(action, Path, { applicationId });
    const query = checked(action, Query, parameters);
    return this.#requests.ask({ action, answer: listings[action], path, query });
  }

  /** All pages of `get`. */
  async all({ applicationId }: Pick<CredentialParameters, "applicationId">): Promise<types.Credential[]> {
    const call = { action: this.#action, naming: { applicationId } };
    return allPages(call, (page) => this.get({ applicationId, page, perPage: 1000 }));
  }
}

import { z } from "zod";
import { checked } from "./arguments";
import type { Call } from "./call";
import { redactor } from "./redaction";
import type { Requests } from "./request";
import { UserApiTokenPage } from "./schemas/user-api-token";
import { tokensInUse } from "./token-in-use";
import type * as types from "./types";

const Query = z.object({ page: z.int().min(0).optional(), perPage: z.int().min(1).max(1000).optional() });

/** The API tokens of the authenticated user. */
export class UserApiTokens {
  readonly #requests: Requests;
  readonly #own: { token: string; now: () => Date };

  /** `own` is the token that the client sends. */
  constructor(requests: Requests, own: { token: string; now: () => Date }) {
    this.#requests = requests;
    this.#own = own;
  }

  /**
   * `GET /me/tokens`: one page. Needs the scope `userApiTokens.get`. The tokens themselves, should an answer hold any, are
   * not kept. Which of them makes the request, Losant does not say: see `inUse`.
   */
  async get(parameters: types.UserApiTokensParameters = {}): Promise<types.UserApiTokenPage> {
    const query = checked("userApiTokens.get", Query, parameters);
    return this.#ask({ query });
  }

  #ask(more: Pick<Call<types.UserApiTokenPage>, "query" | "maxAttempts">): Promise<types.UserApiTokenPage> {
    return this.#requests.ask({ action: "userApiTokens.get", answer: UserApiTokenPage, ...more });
  }

  /**
   * Those of which the client's own token is one: what they have in common holds for it. Losant does not say which token
   * makes a request, so this is assumed: the one whose id the token names as its own; else those that are active, may list
   * tokens, and expire when it says that it does. Empty where it is none of them, where there are more than a page has, and
   * where the answer is a refusal or lost: it is no more than a hint, for which nobody waits for a second try.
   */
  async inUse(): Promise<readonly types.UserApiToken[]> {
    try {
      const { token, now } = this.#own;
      const redact = redactor([token]);
      const inUse = tokensInUse(token, await this.#ask({ maxAttempts: 1 }), now());
      return inUse.map((one) => (one.name === undefined ? one : { ...one, name: redact(one.name) }));
    } catch {
      return [];
    }
  }
}

import { AuditLogs } from "./audit-logs";
import { Credentials } from "./credentials";
import { Org } from "./org";
import { MeResource, Orgs } from "./orgs";
import { Applications, Dashboards } from "./owned-resources";
import { type ClientOptions, Requests } from "./request";
import { tokenExpiry } from "./token-expiry";
import type { UserApiToken } from "./types";
import { UserApiTokens } from "./user-api-tokens";

/**
 * Losant's organization API, typed: one method per action of the vendor's, under its own names.
 *
 * Answers are parsed leniently: what this package uses must be there, what it does not know is kept. Calls are
 * retried where that is safe (network failure, 429, 5xx), at most 8 are in flight, redirects are refused.
 *
 * @throws ConfigurationError for an API address that is neither https nor on this machine.
 * @throws LosantError from every method: what was tried on what, what Losant answered, what to do.
 * @example
 * ```ts
 * import { LosantClient } from "pulumi-losant/client";
 *
 * async function admins(orgId: string): Promise<string[]> {
 *   const client = new LosantClient({ apiToken: process.env.LOSANT_API_TOKEN });
 *   const { members } = await client.org.get({ orgId });
 *   return members.filter((member) => member.role === "admin").map((member) => member.email);
 * }
 * ```
 */
export class LosantClient {
  readonly org: Org;
  readonly orgs: Orgs;
  readonly me: MeResource;
  readonly applications: Applications;
  readonly dashboards: Dashboards;
  readonly auditLogs: AuditLogs;
  readonly applicationApiTokens: Credentials;
  readonly applicationKeys: Credentials;
  readonly userApiTokens: UserApiTokens;
  readonly #requests: Requests;
  readonly #token: string;

  constructor(options: ClientOptions = {}) {
    this.#requests = new Requests(options);
    this.org = new Org(this.#requests);
    this.orgs = new Orgs(this.#requests);
    this.me = new MeResource(this.#requests);
    this.applications = new Applications(this.#requests);
    this.dashboards = new Dashboards(this.#requests);
    this.auditLogs = new AuditLogs(this.#requests);
    this.applicationApiTokens = new Credentials(this.#requests, "applicationApiTokens.get");
    this.applicationKeys = new Credentials(this.#requests, "applicationKeys.get");
    this.#token = options.apiToken ?? "";
    this.userApiTokens = new UserApiTokens(this.#requests, { token: this.#token, now: () => this.now() });
  }

  /**
   * The time now by Losant's clock: the earliest that its answers so far give. Before the first answer, and where
   * no answer has a usable Date header, it is this machine's time.
   */
  now(): Date {
    return this.#requests.serverTime() ?? new Date();
  }

  /**
   * When the client's token expires: as it says itself, else as Losant lists it. `inUse` is what `userApiTokens.inUse`
   * gave. Undefined for one that never expires, and where nobody says.
   */
  tokenExpiry(inUse: readonly UserApiToken[] = []): Date | undefined {
    return tokenExpiry(this.#token, inUse);
  }
}

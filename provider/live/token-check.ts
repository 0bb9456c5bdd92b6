import { z } from "zod";
import { actions, type LosantClient, type UserApiToken } from "../../client";
import { organizationRoles } from "../../client/roles";
import { rightsWarnings, tokenWarning, type Write } from "../decisions/token-health";
import type { Entry } from "../journal/entries";
import type { Journal } from "../journal/journal";
import { Topics } from "../journal/topics";
import { type Reporter, silent } from "../vocabulary/reporter";

/** Stands in the journal where an organization does, as what is said of tokens is said of none. */
export const ofNoOrganization = "";

const knownScopes = new Set<string>(Object.values(actions).flatMap(({ scopes }) => scopes));
/** Stands for what no process of the run makes anything of, and may be anything. */
const unheardOf = "?";
const knownRoles: readonly string[] = organizationRoles;
const role = z.string().transform((text) => (knownRoles.includes(text) ? text : unheardOf));
const id = z
  .string()
  .regex(/^([0-9a-f]{24}|sandbox)$/i)
  .catch(unheardOf);

/** What decides: without the name, which may hold an address, and without texts that Losant does not document. */
const Listed = z.object({
  id,
  expirationDate: z.iso.datetime({ offset: true }).optional().catch(unheardOf),
  scope: z
    .array(z.string())
    .transform((scopes) => scopes.filter((scope) => knownScopes.has(scope)))
    .optional(),
  defaultRole: role.optional(),
  orgRoles: z.array(z.object({ orgId: id, role })).optional(),
});

/** What Losant lists of a token, which stands there as a keyed hash. */
const Read = z.object({ of: z.string(), inUse: z.array(Listed) });

/** What a run says of its API token: each thing once, whichever of its processes says it. */
export class TokenCheck {
  private readonly topics: Topics;
  /** What has been warned of, and whether this process was the first to announce it. */
  private readonly warnings = new Map<string, boolean>();
  private readonly known = new Map<string, readonly UserApiToken[]>();
  private readonly announce: (warning: string) => void;
  private readonly tellRead: (read: z.infer<typeof Read>) => void;
  private request: Promise<readonly UserApiToken[]> | undefined;

  constructor(
    private readonly client: Pick<LosantClient, "userApiTokens" | "tokenExpiry" | "now">,
    private readonly token: string,
    private readonly journal: Journal,
  ) {
    this.topics = new Topics(ofNoOrganization, journal);
    this.announce = this.topics.inOrder("warned of the token", z.string(), (warning, isOwn) => {
      if (!this.warnings.has(warning)) this.warnings.set(warning, isOwn);
    });
    this.tellRead = this.topics.ofOthers("token", Read, ({ of, inUse }) => this.known.set(of, inUse));
  }

  take(entry: Entry, isOwn: boolean): void {
    this.topics.take(entry, isOwn);
  }

  /** Warns of a token that expires soon, as far as it says so itself: nothing is requested. */
  warnOfExpiry(report: Reporter): void {
    this.warn(this.client.tokenExpiry(), report);
  }

  /**
   * Warns of changes that the token has no right to, as far as Losant lists it, and of its expiry where it does not say
   * that itself. Losant is asked once, and only where something changes: not in the refresh, whose comparisons are silent. No
   * failure is told, as nothing depends on it.
   */
  async warnOfRights(orgId: string | undefined, planned: readonly Write[], report: Reporter): Promise<void> {
    if (planned.length === 0 || report === silent) return;
    this.request ??= this.read();
    const inUse = await this.request;
    this.warn(this.client.tokenExpiry(inUse), report);
    for (const { problem, text } of rightsWarnings(inUse, orgId, planned))
      this.warnOnce(this.journal.digestOf(problem), text, report);
  }

  /** By the date: how many days are left may change within a run. */
  private warn(expiry: Date | undefined, report: Reporter): void {
    const warning = tokenWarning(expiry, this.client.now());
    if (expiry !== undefined && warning !== undefined) this.warnOnce(expiry.toISOString(), warning, report);
  }

  private warnOnce(key: string, text: string, report: Reporter): void {
    if (this.warnings.has(key)) return;
    this.announce(key);
    this.journal.catchUp();
    if (this.warnings.get(key) !== false) report.warn(text, true);
  }

  private async read(): Promise<readonly UserApiToken[]> {
    this.journal.catchUp();
    const of = this.journal.digestOf(this.token);
    const known = this.known.get(of);
    if (known) return known;
    const inUse = await this.client.userApiTokens.inUse();
    this.tellRead({ of, inUse: [...inUse] });
    return inUse;
  }
}

import { type ClientOptions, isMissingRight, LosantClient } from "../../client";
import type { ApprovedPlan } from "../../plan/approved";
import { Journal } from "../journal/journal";
import { PlanLog } from "../journal/plan-log";
import type { Reporter } from "../vocabulary/reporter";
import { RunOrganization } from "./run-organization";
import type { Settings } from "./settings";
import { ofNoOrganization, TokenCheck } from "./token-check";

/** What a run has beside its settings. */
export interface RunOptions {
  signal?: AbortSignal;
  journal?: Journal;
  client?: Pick<ClientOptions, "fetch" | "backoff" | "monotonic"> | undefined;
  /** Where what is planned is written, if anybody asks for it. */
  planLog?: PlanLog;
  /** What the run may do; undefined: whatever it plans. */
  approved?: ApprovedPlan | undefined;
  /** Whether the program makes the provider itself, so that others are likely. */
  isOneOfSeveral?: boolean;
}

/**
 * What all resources of one run share: the client and the organizations. The engine starts provider processes for
 * each preview and each update; what those of one step have to know of each other goes through the journal.
 */
export class Run {
  readonly client: LosantClient;
  readonly monotonic: (() => number) | undefined;
  private readonly isOneOfSeveral: boolean;
  private readonly organizations = new Map<string, RunOrganization>();
  private ownId: Promise<string | undefined> | undefined;
  private isInStep = false;

  readonly journal: Journal;
  readonly token: TokenCheck;
  readonly planLog: PlanLog;
  /** What the run may do; undefined: whatever it plans. */
  readonly approved: ApprovedPlan | undefined;

  /**
   * Once `signal` is aborted, nothing more is sent. `journal` is what provider processes of one engine run share;
   * `client`: how requests are made, other than as usual.
   */
  constructor(
    readonly settings: Settings,
    {
      signal,
      journal = Journal.alone(),
      client,
      planLog = new PlanLog(undefined),
      approved,
      isOneOfSeveral = false,
    }: RunOptions = {},
  ) {
    this.client = new LosantClient({ ...settings.connection, signal, ...client });
    this.monotonic = client?.monotonic;
    this.isOneOfSeveral = isOneOfSeveral;
    this.journal = journal;
    this.planLog = planLog;
    this.approved = approved;
    this.token = new TokenCheck(this.client, settings.connection.apiToken ?? "", journal);
    journal.listen((entry, isOwn) =>
      (entry.org === ofNoOrganization ? this.token : this.known(entry.org).facts).take(entry, isOwn),
    );
  }

  /** The program's resources are being checked: from now on the refresh, if there was one, is over. */
  beginStep(): void {
    if (this.isInStep) return;
    this.isInStep = true;
    for (const organization of this.organizations.values()) organization.forgetPlans();
  }

  /** Whether the refresh, which compares too, is over. */
  get isPastRefresh(): boolean {
    return this.isInStep;
  }

  /** Without a token nothing live can be looked at. */
  get hasToken(): boolean {
    return this.settings.connection.apiToken !== undefined;
  }

  /** `orgId` in either case; with all that other processes of the run have told of it. */
  organization(orgId: string): RunOrganization {
    this.journal.catchUp();
    return this.known(orgId.toLowerCase());
  }

  private known(key: string): RunOrganization {
    const known = this.organizations.get(key) ?? new RunOrganization(this, key);
    this.organizations.set(key, known);
    return known;
  }

  /** The name of an application or dashboard, where the run has listed it. */
  nameOf(id: string): string | undefined {
    const names = [...this.organizations.values()].map((one) => one.names.nameOf(id));
    return names.find((name) => name !== undefined);
  }

  /** The organization that a resource of the stack has recorded under a name, whatever its name is at Losant. */
  recordedAs(name: string): RunOrganization | undefined {
    this.journal.catchUp();
    return [...this.organizations.values()].find((one) => one.itself.recorded?.name === name);
  }

  /**
   * The authenticated user's id, asked for once. Undefined only where Losant itself says that the token may not
   * tell; any other failure is thrown, and not remembered.
   */
  ownUserId(report: Reporter): Promise<string | undefined> {
    this.ownId ??= this.askOwnUserId(report).catch((error: unknown) => {
      this.ownId = undefined;
      throw error;
    });
    return this.ownId;
  }

  private async askOwnUserId(report: Reporter): Promise<string | undefined> {
    try {
      return (await this.client.me.get()).userId.toLowerCase();
    } catch (error) {
      if (!isMissingRight(error)) throw error;
      report.warn(
        "the user of the API token cannot be identified (the scope me.get is missing), so nothing keeps this program " +
          "from changing that user's own membership. Add the scope to the token to turn this guard on.",
      );
      return undefined;
    }
  }

  /** Tells the other processes of the run whom this one's token belongs to, where there may be others. */
  async announceUser(report: Reporter): Promise<void> {
    const shared = [...this.organizations.values()].filter(
      ({ facts }) => this.isOneOfSeveral || facts.hasOthers,
    );
    if (shared.length === 0) return;
    const own = await this.ownUserId(report).catch(() => undefined);
    if (own !== undefined) for (const { facts } of shared) facts.announceUser(own);
  }

  /** Whom the token belongs to, for messages. */
  async tokenUser(): Promise<string> {
    try {
      return `The API token belongs to ${(await this.client.me.get()).email}.`;
    } catch {
      return "The user of the API token could not be read (it needs the scope me.get).";
    }
  }
}

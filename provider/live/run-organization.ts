import type { LosantClient } from "../../client";
import type { ApprovedChange, ApprovedPlan } from "../../plan/approved";
import type { Claim } from "../decisions/claims";
import { freeSeats, newSeats } from "../decisions/guard-rails/seats";
import type { PersonKey } from "../decisions/people-index";
import { holdsSeat, statusOf } from "../decisions/person-status";
import type { PlannedChanges } from "../decisions/planned-changes";
import type { RosterPeople } from "../decisions/roster/people";
import { peopleCount, type Snapshot } from "../decisions/snapshot";
import type { Write } from "../decisions/token-health";
import type { Journal } from "../journal/journal";
import type { PlanLog } from "../journal/plan-log";
import type { NameOf } from "../vocabulary/describe-roles";
import type { RecordedInvite } from "../vocabulary/desired-invite";
import type { RemovalLimit } from "../vocabulary/removal-limit";
import type { Reporter } from "../vocabulary/reporter";
import type { Roles } from "../vocabulary/roles";
import { AuditLog } from "./audit-log";
import { CreatesUnderWay } from "./creates-under-way";
import { explainFailure } from "./explain-failure";
import { KnownRemovals } from "./known-removals";
import { LiveOrganization, type OrganizationReads } from "./live-organization";
import { RemovalBudget } from "./removal-budget";
import { ResourceNames } from "./resource-names";
import type { Settings } from "./settings";
import { type OrganizationFacts, SharedFacts } from "./shared-facts";
import type { SharedPeople } from "./shared-people";
import type { TokenCheck } from "./token-check";

/** What an organization needs of its run. */
interface RunContext {
  readonly client: LosantClient;
  readonly monotonic?: (() => number) | undefined;
  readonly settings: Settings;
  readonly journal: Journal;
  /** Whether the program's resources are being checked: the refresh, which compares too, is over. */
  readonly isPastRefresh: boolean;
  ownUserId(report: Reporter): Promise<string | undefined>;
  tokenUser(): Promise<string>;
  nameOf(id: string): string | undefined;
  readonly planLog: PlanLog;
  readonly approved: ApprovedPlan | undefined;
  readonly token: Pick<TokenCheck, "warnOfRights">;
}

/** What one run knows of one organization: how it is at Losant, and what the program says of it. */
export class RunOrganization {
  readonly live: OrganizationReads;
  /** What all processes of the run say of it. */
  readonly facts: SharedFacts;
  readonly declared: SharedPeople;
  /** Its applications and dashboards. */
  readonly names: ResourceNames;
  readonly auditLog: AuditLog;
  /** The name of an application or dashboard, where the run has listed it. */
  readonly nameOf: NameOf;
  /** The people of a roster of the stack, as the refresh read them: a renamed one goes on with them. */
  recordedRoster: RosterPeople | undefined;
  /** What the removals of single people know of each other. */
  readonly knownRemovals: KnownRemovals;
  readonly createsUnderWay = new CreatesUnderWay();
  private readonly applied = new Map<string, Partial<Roles>>();
  private budget: Promise<RemovalBudget> | undefined;

  constructor(
    readonly run: RunContext,
    readonly orgId: string,
  ) {
    this.facts = new SharedFacts(orgId, run.journal);
    this.declared = this.facts.people;
    this.names = new ResourceNames(run.client, orgId);
    this.auditLog = new AuditLog(run.client, orgId);
    this.nameOf = (id) => run.nameOf(id);
    this.knownRemovals = new KnownRemovals({
      orgId,
      isChecking: () => run.isPastRefresh || this.declared.isCheckedElsewhere,
      expectedRemovals: (report) => this.expectedOfOthers(report),
    });
    this.live = new LiveOrganization(run.client, orgId, {
      explain: (error) => {
        const { live } = this;
        return explainFailure(error, { orgId, live, client: run.client, tokenUser: () => run.tokenUser() });
      },
      monotonic: run.monotonic,
      inTurn: (work) => this.facts.turns.take(work),
      onFirst: async (snapshot) => {
        this.facts.removals.peopleAtFirst(peopleCount(snapshot));
        if (run.planLog.isAsked) await this.names.listForPeople();
      },
    });
  }

  /** The changes in this organization that were approved; undefined where a run may do whatever it plans. */
  get approved(): readonly ApprovedChange[] | undefined {
    const { approved } = this.run;
    return approved && (approved.organizations.find(({ id }) => id === this.orgId)?.changes ?? []);
  }

  /** Notes which roles the stack had recorded of a person before the refresh looked. */
  noteApplied({ email, userId }: PersonKey, roles: Partial<Roles>): void {
    for (const key of [email, userId]) if (key !== undefined) this.applied.set(key, roles);
  }

  /** The roles of a person at the last `up`, as far as the refresh of this process has met them. */
  appliedTo({ email = "", userId = "" }: PersonKey): Partial<Roles> | undefined {
    return this.applied.get(userId) ?? this.applied.get(email);
  }

  /** What the resources of single people plan. */
  get planned(): PlannedChanges {
    return this.facts.plans.single;
  }

  /** What resources say of the organization itself. */
  get itself(): Readonly<OrganizationFacts> {
    return this.facts.itself;
  }

  /**
   * All that this run plans, in whichever process; what this one plans is told first, so that of two processes at least one
   * knows of both. Addresses in the plans of others are known where `snapshot` lists them.
   */
  allPlanned(snapshot?: Snapshot): PlannedChanges {
    this.sharePlan();
    const { plans } = this.facts;
    const all = plans.ofOthers(this.emailsBehindKeys(snapshot));
    for (const own of [plans.single, plans.roster]) all.include(own);
    return all;
  }

  /** Tells the other processes what this one plans. The refresh, which compares too, plans nothing. */
  sharePlan(): void {
    if (this.run.isPastRefresh) this.facts.plans.publish();
    this.run.journal.catchUp();
  }

  /** A key that stands for nobody in the snapshot stays: it is somebody else. */
  private emailsBehindKeys(snapshot: Snapshot | undefined): (key: string) => string {
    if (!snapshot || !this.facts.hasOthers) return (key) => key;
    let emails: Map<string, string> | undefined;
    const listed = () => [...snapshot.organization.members, ...snapshot.invites].map(({ email }) => email);
    return (key) => {
      emails ??= new Map(listed().map((email) => [this.run.journal.keyOf(email), email]));
      return emails.get(key) ?? key;
    };
  }

  /** How many people leave within the limit of the whole run. */
  get leaving(): number {
    this.sharePlan();
    return this.facts.plans.leaving();
  }

  /** Free seats, less those that other processes of the run plan to take. Undefined: no limit is known. */
  freeSeats(snapshot: Snapshot): number | undefined {
    this.run.journal.catchUp();
    const free = freeSeats(snapshot);
    const others = this.facts.plans.ofOthers(this.emailsBehindKeys(snapshot));
    return free === undefined ? undefined : free - newSeats(snapshot, others);
  }

  /** The users whose tokens this run has: this process's own, and those that other processes have told. */
  async tokenUsers(report: Reporter): Promise<ReadonlySet<string>> {
    const own = await this.run.ownUserId(report);
    if (own !== undefined) this.facts.announceUser(own);
    this.run.journal.catchUp();
    return this.facts.users;
  }

  async isTokenUser(userId: string, report: Reporter): Promise<boolean> {
    return (await this.tokenUsers(report)).has(userId);
  }

  /** Warns of changes here that the run's token has no right to. */
  async warnOfRights(planned: readonly Write[], report: Reporter): Promise<void> {
    await this.run.token.warnOfRights(this.orgId, planned, report);
  }

  /** The refresh compared with what the stack recorded; what the program says comes now. */
  forgetPlans(): void {
    this.facts.plans.forget();
  }

  /** Notes what the roster plans. Its own limit stands apart, where none is configured. */
  planRoster(plan: PlannedChanges, hasOwnLimit: boolean): void {
    this.facts.plans.planRoster(plan, hasOwnLimit && this.run.settings.maxRemovals === undefined);
    this.sharePlan();
  }

  /** Whether a roster of the run removes a person. */
  isRemovedByRoster({ userId = "", email = "" }: PersonKey): boolean {
    return this.facts.plans.isRemovedByRoster(userId, email);
  }

  /** Notes what a resource that stands for the whole organization states; a second one of the kind is refused. */
  claim(claim: Omit<Claim, "content">, desired: object): string[] {
    const problem = this.facts.claim({ ...claim, content: JSON.stringify(desired) });
    return problem === undefined ? [] : [problem];
  }

  /** Remembers what was recorded of a person, for whoever takes them over from the resource that recorded it. */
  remember(email: string, invite: RecordedInvite): void {
    this.facts.remember(email, invite);
  }

  recordedInvite(email: string): RecordedInvite | undefined {
    return this.facts.recordedInvite(email);
  }

  /**
   * Takes what other processes of the run declare, before somebody or something is removed.
   *
   * @throws ProviderError where that cannot be known.
   */
  catchUpOrRefuse(): void {
    this.run.journal.catchUpOrRefuse();
  }

  /** Notes whom a resource of the stack removes when it is taken out of the program. */
  expectRemoval(person: PersonKey): void {
    this.facts.removals.expect(person);
  }

  /** Whether a resource of the stack removes a member when it is taken out, as far as the refresh told. */
  hasManager({ userId }: PersonKey): boolean {
    return userId !== undefined && this.facts.removals.expected.some((person) => person.userId === userId);
  }

  /** Removals are refused beyond this; retried until the first read of the organization has succeeded. */
  removals(): Promise<RemovalBudget> {
    this.budget ??= this.newBudget(this.run.settings.maxRemovals).catch((error: unknown) => {
      this.budget = undefined;
      throw error;
    });
    return this.budget;
  }

  /** A roster's own limit, which counts for the roster alone; a configured one holds for it as well. */
  async removalsWithin(limit: RemovalLimit): Promise<RemovalBudget> {
    const configured = this.run.settings.maxRemovals === undefined ? undefined : await this.removals();
    return new RemovalBudget(limit, await this.peopleAtFirst(), { wider: configured, isRosters: true });
  }

  /** How many people resources of the stack remove in this run, as far as the refresh told. */
  async expectedRemovals(counts: (person: PersonKey) => boolean = () => true): Promise<number> {
    const snapshot = await this.live.firstSnapshot();
    const { members } = snapshot.organization;
    this.run.journal.catchUp();
    const emailOf = this.emailsBehindKeys(snapshot);
    const people = this.facts.removals.expected.map(({ userId, email }) => ({
      userId,
      email: email && emailOf(email),
    }));
    const expected = people.filter(
      (person) =>
        counts(person) &&
        this.declared.declarationsOf(person, members).length === 0 &&
        holdsSeat(statusOf(snapshot, person)),
    );
    return expected.length;
  }

  /** As `expectedRemovals`, without the users of the run's tokens, who stay. */
  private async expectedOfOthers(report: Reporter): Promise<number> {
    const count = await this.expectedRemovals();
    const { count: limit } = await this.removals();
    if (count <= limit.allowed) return count;
    const users = await this.tokenUsers(report);
    return this.expectedRemovals(({ userId }) => userId === undefined || !users.has(userId));
  }

  private async newBudget(limit: RemovalLimit | undefined): Promise<RemovalBudget> {
    return new RemovalBudget(limit, await this.peopleAtFirst(), {}, this.facts.removals);
  }

  private async peopleAtFirst(): Promise<number> {
    return this.facts.removals.peopleAtFirst(peopleCount(await this.live.firstSnapshot()));
  }
}

import { isNotFound, type LosantClient } from "../../client";
import { DeclaredPeople } from "../decisions/declared-people";
import { beyondSeats, haveSeats } from "../decisions/guard-rails/seats";
import type { PersonKey } from "../decisions/people-index";
import { holdsSeat, statusOf } from "../decisions/person-status";
import { PlannedChanges } from "../decisions/planned-changes";
import { peopleCount, type Snapshot } from "../decisions/snapshot";
import { ProviderError } from "../vocabulary/errors";
import type { RecordedInvite } from "../vocabulary/invite-wish";
import type { RemovalLimit } from "../vocabulary/removal-limit";
import type { Reporter } from "../vocabulary/reporter";
import { LiveOrganization } from "./live-organization";
import { RemovalBudget } from "./removal-budget";
import type { Settings } from "./settings";

/** Losant says that an organization is not there, or that the token's user may not see it. */
export class OrganizationNotFound extends ProviderError {
  override readonly name = "OrganizationNotFound";
}

/** What an organization needs of its run. */
interface RunContext {
  readonly client: LosantClient;
  readonly settings: Settings;
  ownUserId(report: Reporter): Promise<string | undefined>;
  tokenUser(): Promise<string>;
}

/** What one run knows of one organization: how it is at Losant, and what the program says of it. */
export class RunOrganization {
  readonly live: LiveOrganization;
  readonly declared = new DeclaredPeople();
  /** What the resources of single people plan. */
  planned = new PlannedChanges();
  /** What the roster plans, as of its latest comparison. */
  rosterPlan = new PlannedChanges();
  /** Whether the program declares the organization itself. */
  isDeclared = false;
  /** Whether a new resource takes it over from one that was renamed. */
  isTakenOver = false;
  /** What a resource of the stack recorded of the organization itself, as the refresh told. */
  recordedOrganization: { adopted: boolean } | undefined;
  private readonly recorded = new Map<string, RecordedInvite>();
  private readonly expected = new Map<string, PersonKey>();
  private budget: Promise<RemovalBudget> | undefined;

  constructor(
    readonly run: RunContext,
    readonly orgId: string,
  ) {
    this.live = new LiveOrganization(run.client, orgId, (error) => this.explain(error));
  }

  /** All that this run plans. */
  allPlanned(): PlannedChanges {
    const all = new PlannedChanges();
    all.include(this.planned);
    all.include(this.rosterPlan);
    return all;
  }

  /** Why all that this run plans does not fit into the organization's seats, if so. */
  beyondSeats(snapshot: Snapshot): string | undefined {
    const most = this.planned.invited.size + this.rosterPlan.invited.size;
    return haveSeats(snapshot, most) ? undefined : beyondSeats(snapshot, this.allPlanned());
  }

  /** The refresh compared with what the stack recorded; what the program says comes now. */
  forgetPlans(): void {
    this.planned = new PlannedChanges();
    this.rosterPlan = new PlannedChanges();
  }

  /** Remembers what was recorded of a person, for whoever takes them over from the resource that recorded it. */
  remember(email: string, invite: RecordedInvite): void {
    this.recorded.set(email, invite);
  }

  recordedInvite(email: string): RecordedInvite | undefined {
    return this.recorded.get(email);
  }

  /** Notes whom a resource of the stack removes when it is taken out of the program. */
  expectRemoval(person: PersonKey): void {
    this.expected.set(`${person.userId}/${person.email}`, person);
  }

  /** Removals are refused beyond this; asked for anew until the first look at the organization has succeeded. */
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
    return this.newBudget(limit, configured);
  }

  /** How many people resources of the stack remove in this run, as far as the refresh told. */
  async expectedRemovals(): Promise<number> {
    const snapshot = await this.live.firstSnapshot();
    const { members } = snapshot.organization;
    const expected = [...this.expected.values()].filter(
      (person) =>
        this.declared.declarationsOf(person, members).length === 0 && holdsSeat(statusOf(snapshot, person)),
    );
    return expected.length;
  }

  private async newBudget(limit: RemovalLimit | undefined, wider?: RemovalBudget): Promise<RemovalBudget> {
    return new RemovalBudget(limit, peopleCount(await this.live.firstSnapshot()), wider);
  }

  private async explain(error: unknown): Promise<unknown> {
    if (!isNotFound(error)) return error;
    return new OrganizationNotFound(
      `${error.message} Either organization ${this.orgId} does not exist any more, or the token is the wrong one. ` +
        `${await this.run.tokenUser()} Nothing in the stack was changed. (If it is gone for good, take its resources ` +
        `out of the stack with "pulumi state delete".)`,
    );
  }
}

import { type Claim, Claims } from "../decisions/claims";
import type { Entry } from "../journal/entries";
import type { Journal } from "../journal/journal";
import { RecordedInvite } from "../vocabulary/desired-invite";
import { SharedPeople } from "./shared-people";
import { SharedPlans } from "./shared-plans";
import { SharedRemovals } from "./shared-removals";
import { SharedTurns } from "./shared-turns";

/** What resources say of an organization itself. */
export interface OrganizationFacts {
  /** Whether the program declares the organization. */
  isDeclared: boolean;
  /** Whether a new resource takes it over from one that was renamed. */
  isTakenOver: boolean;
  /** What a resource of the stack recorded, as the refresh told. */
  recorded?: { adopted: boolean; name?: string | undefined } | undefined;
}

/** What the resources of a run say of one organization, whichever process was told. */
export class SharedFacts {
  readonly people: SharedPeople;
  readonly removals: SharedRemovals;
  readonly plans: SharedPlans;
  readonly turns: SharedTurns;
  itself: Readonly<OrganizationFacts> = { isDeclared: false, isTakenOver: false };
  private readonly claims = new Claims();
  private readonly invites = new Map<string, RecordedInvite>();
  /** The users whose tokens the processes of the run have. */
  readonly users = new Set<string>();
  /** Whether another process of the run works in the organization. */
  hasOthers = false;
  /** Whether another process of the run checks resources of it: those that it has read, it may still declare. */
  isCheckedElsewhere = false;
  /** Every value of `resend` that the stack records of an address, under whatever name of a resource. */
  private readonly resends = new Map<string, Set<string>>();

  constructor(
    readonly org: string,
    private readonly journal: Journal,
  ) {
    this.people = new SharedPeople(org, journal);
    this.removals = new SharedRemovals(org, journal);
    this.plans = new SharedPlans(org, journal);
    this.turns = new SharedTurns(org, journal);
  }

  /** Notes something of the organization itself. */
  note(facts: Partial<OrganizationFacts>): void {
    this.itself = { ...this.itself, ...facts };
    this.journal.append({ is: "organization", org: this.org, ...this.itself });
  }

  /** Notes a resource that stands for the whole organization. Gives why it cannot. */
  claim(claim: Claim): string | undefined {
    const shared = { ...claim, content: this.journal.digestOf(claim.content) };
    const problem = this.claims.problemOf(shared, this.org, this.people.namedSingle);
    this.claims.add(shared);
    const name = this.journal.shownName(claim.name);
    this.journal.append({ is: "claimed", org: this.org, ...shared, name });
    return problem;
  }

  /** Why a resource of a single person cannot stand beside the organization's roster. */
  besideRoster(kind: string, name: string | undefined): string | undefined {
    return name === undefined ? undefined : this.claims.problemOfSingle({ kind, name });
  }

  /** Remembers what was recorded of a person, for whoever takes them over from the resource that recorded it. */
  remember(email: string, found: RecordedInvite): void {
    const key = this.journal.keyOf(email);
    this.rememberKey(key, found);
    const invite = RecordedInvite.safeParse(found).data;
    if (invite) this.journal.append({ is: "remembered", org: this.org, email: key, invite });
  }

  recordedInvite(email: string): RecordedInvite | undefined {
    return this.invites.get(this.journal.keyOf(email));
  }

  /** Whether the stack records this value of `resend` of a person, so that an email was sent for it. */
  hasResent(email: string, resend: string): boolean {
    return this.resends.get(this.journal.keyOf(email))?.has(resend) ?? false;
  }

  /** Tells the others whom this process's token belongs to. */
  announceUser(userId: string): void {
    if (this.users.has(userId)) return;
    this.users.add(userId);
    this.journal.append({ is: "user", org: this.org, userId });
  }

  /** Takes what a process of the run told; of this one's own, what counts by its place among all. */
  take(entry: Entry, isOwn: boolean): void {
    if (entry.is === "removal") this.removals.include(entry.id);
    else if (entry.is === "withdrawn") this.removals.exclude(entry.id);
    else if (entry.is === "counted") this.removals.includeCount(entry.people);
    else if (entry.is === "turn") this.turns.include(entry);
    else if (entry.is === "turn over") this.turns.exclude(entry.id);
    else if (!isOwn) this.takeForeign(entry);
  }

  private rememberKey(email: string, invite: RecordedInvite): void {
    this.invites.set(email, invite);
    const { resend } = invite;
    if (resend !== undefined) this.resends.set(email, (this.resends.get(email) ?? new Set()).add(resend));
    if (invite.userId !== undefined) this.people.knowKey(email, invite.userId);
  }

  private takeForeign(entry: Entry): void {
    this.hasOthers = true;
    if (entry.is === "declared") {
      this.isCheckedElsewhere = true;
      this.people.include(entry);
    } else if (entry.is === "expected") this.removals.includeExpected(entry.person);
    else if (entry.is === "recorded") this.people.markKeysRecorded(entry.kind, entry.person);
    else if (entry.is === "known") this.people.knowKey(entry.email, entry.userId);
    else if (entry.is === "remembered") this.rememberKey(entry.email, entry.invite);
    else if (entry.is === "planned") this.plans.take(entry);
    else if (entry.is === "user") this.users.add(entry.userId);
    else if (entry.is === "claimed") this.claims.add(entry);
    else if (entry.is === "organization") this.itself = merged(this.itself, entry);
  }
}

/** What one process has seen, no other makes undone. */
function merged(own: OrganizationFacts, other: OrganizationFacts): OrganizationFacts {
  return {
    isDeclared: own.isDeclared || other.isDeclared,
    isTakenOver: own.isTakenOver || other.isTakenOver,
    recorded: other.recorded ?? own.recorded,
  };
}

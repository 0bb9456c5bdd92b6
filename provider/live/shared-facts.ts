import { z } from "zod";
import { type Claim, Claims } from "../decisions/claims";
import type { Entry } from "../journal/entries";
import { Topics } from "../journal/topics";
import { RecordedInvite } from "../vocabulary/desired-invite";
import { SharedPeople } from "./shared-people";
import { SharedPlans } from "./shared-plans";
import { SharedRemovals } from "./shared-removals";
import { SharedTurns } from "./shared-turns";

/** What resources say of an organization itself. */
const OrganizationFacts = z.object({
  /** Whether the program declares the organization. */
  isDeclared: z.boolean(),
  /** Whether a new resource takes it over from one that was renamed. */
  isTakenOver: z.boolean(),
  /** What a resource of the stack recorded, as the refresh told. */
  recorded: z.object({ adopted: z.boolean(), name: z.string().optional() }).optional(),
});
export type OrganizationFacts = z.infer<typeof OrganizationFacts>;

const Claimed = z.object({
  kind: z.enum(["Organization", "OrgRoster"]),
  name: z.string().optional(),
  content: z.string(),
  isAlone: z.boolean(),
});
const Remembered = z.object({ email: z.string(), invite: RecordedInvite });

/** What the resources of a run say of one organization, whichever process was told. */
export class SharedFacts extends Topics {
  readonly people = new SharedPeople(this);
  readonly removals = new SharedRemovals(this);
  readonly plans = new SharedPlans(this);
  readonly turns = new SharedTurns(this);
  itself: Readonly<OrganizationFacts> = { isDeclared: false, isTakenOver: false };
  /** The users whose tokens the processes of the run have. */
  readonly users = new Set<string>();
  /** Whether the run has said where to list what removed members made. */
  isAdviceTold = false;
  /** Whether another process of the run works in the organization. */
  hasOthers = false;
  private readonly claims = new Claims();
  private readonly invites = new Map<string, RecordedInvite>();
  /** Every value of `resend` that the stack records of an address, under whatever name of a resource. */
  private readonly resends = new Map<string, Set<string>>();

  private readonly tellUser = this.ofOthers("user", z.string(), (userId) => this.users.add(userId));
  private readonly tellClaim = this.ofOthers("claimed", Claimed, (claim) => this.claims.add(claim));
  private readonly tellInvite = this.ofOthers("remembered", Remembered, ({ email, invite }) =>
    this.rememberKey(email, invite),
  );
  private readonly tellAdvice = this.ofOthers("credentials advice", z.literal(true), () => {
    this.isAdviceTold = true;
  });
  private readonly tellItself = this.ofOthers("organization", OrganizationFacts, (other) => {
    this.itself = merged(this.itself, other);
  });

  override take(entry: Entry, isOwn: boolean): void {
    if (!isOwn) this.hasOthers = true;
    super.take(entry, isOwn);
  }

  /** Notes something of the organization itself. */
  note(facts: Partial<OrganizationFacts>): void {
    this.itself = { ...this.itself, ...facts };
    this.tellItself(this.itself);
  }

  /** Notes a resource that stands for the whole organization. Gives why it cannot. */
  claim(claim: Claim): string | undefined {
    const shared = { ...claim, content: this.journal.digestOf(claim.content) };
    const problem = this.claims.problemOf(shared, this.org, this.people.namedSingle);
    this.claims.add(shared);
    this.tellClaim({ ...shared, name: this.journal.shownName(claim.name) });
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
    this.tellInvite({ email: key, invite: found });
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
    if (!this.users.has(userId)) this.tellUser(userId);
    this.users.add(userId);
  }

  /** Notes that it is said now. */
  noteAdvice(): void {
    this.isAdviceTold = true;
    this.tellAdvice(true);
  }

  private rememberKey(email: string, invite: RecordedInvite): void {
    this.invites.set(email, invite);
    const { resend } = invite;
    if (resend !== undefined) this.resends.set(email, (this.resends.get(email) ?? new Set()).add(resend));
    if (invite.userId !== undefined) this.people.knowKey(email, invite.userId);
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

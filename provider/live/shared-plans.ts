import { randomUUID } from "node:crypto";
import { z } from "zod";
import { PlannedChanges } from "../decisions/planned-changes";
import type { Tell, Topics } from "../journal/topics";
import { type Role, roles } from "../vocabulary/roles";

/** What is planned, or planned no longer, of somebody: a user id, or what stands for an address. */
const PlanChange = z.object({
  part: z.enum(["roles", "removed", "revoked", "ended", "endedInvites", "endingSoon", "invited"]),
  who: z.string(),
  role: z.enum(roles).optional(),
  isPlanned: z.boolean(),
});
type PlanChange = z.infer<typeof PlanChange>;

/** What changes in one plan: a process has one of single people, and one of its roster. */
const Planned = z.object({
  plan: z.string(),
  /** Whether its removals have a limit of their own. */
  isApart: z.boolean(),
  changes: z.array(PlanChange),
});
type Planned = z.infer<typeof Planned>;

/** A plan of another process: what it holds, by name. */
interface ForeignPlan {
  changes: Map<string, PlanChange>;
  isApart: boolean;
}

/** What the provider processes of a run plan in one organization: each tells the others what changes in its plans. */
export class SharedPlans {
  /** What the resources of single people plan. */
  single = new OwnPlan();
  /** What the roster plans, as of its latest comparison. */
  private roster = new OwnPlan();
  /** Whether the removals of the roster have a limit of their own. */
  private isRosterApart = false;
  private readonly foreign = new Map<string, ForeignPlan>();

  private readonly journal: Topics["journal"];
  private readonly tell: Tell<Planned>;

  constructor(topics: Topics) {
    this.journal = topics.journal;
    this.tell = topics.ofOthers("planned", Planned, (planned) => this.take(planned));
  }

  planRoster(plan: PlannedChanges, isApart: boolean): void {
    this.roster.become(plan);
    this.isRosterApart = isApart;
  }

  /** What was planned was never told. */
  forget(): void {
    this.single = new OwnPlan();
    this.roster = new OwnPlan();
  }

  /** Tells the others what has changed in the plans of this process. */
  publish(): void {
    for (const plan of [this.single, this.roster]) {
      const changes = plan.takeChanges((email) => this.journal.keyOf(email));
      const isApart = plan === this.roster && this.isRosterApart;
      if (changes.length > 0) this.tell({ plan: plan.id, isApart, changes });
    }
  }

  /** What all processes plan. `emailOf` gives the address that a key stands for, where it is known. */
  all(emailOf: (key: string) => string): PlannedChanges {
    const all = this.ofOthers(emailOf);
    all.include(this.single);
    all.include(this.roster);
    return all;
  }

  /** As `all`, without this process. */
  ofOthers(emailOf: (key: string) => string): PlannedChanges {
    const all = new PlannedChanges();
    const changes = [...this.foreign.values()].flatMap((plan) => [...plan.changes.values()]);
    for (const { part, who, role } of changes) {
      if (part === "roles") all.planRole(who, role);
      else setsOf(all)[part].add(ofAddresses.has(part) ? emailOf(who) : who);
    }
    return all;
  }

  /** Whether a roster of the run removes a person. */
  isRemovedByRoster(userId: string, email: string): boolean {
    if (this.roster.removed.has(userId) || this.roster.revoked.has(email)) return true;
    const names = [`removed:${userId}`, `revoked:${this.journal.keyOf(email)}`];
    return [...this.foreign.values()].some(({ changes }) => names.some((name) => changes.has(name)));
  }

  /** How many people leave within the limit of the whole run, with the roster of this process or without. */
  leaving(withRoster = !this.isRosterApart): number {
    // Who is taken out by a roster and by the end of a single resource counts once.
    const leaving = new Set<string>();
    for (const { removed, revoked, ended } of withRoster ? [this.single, this.roster] : [this.single]) {
      for (const userId of [...removed, ...ended.userIds]) leaving.add(userId);
      for (const email of [...revoked, ...ended.emails]) leaving.add(this.journal.keyOf(email));
    }
    for (const { changes, isApart } of this.foreign.values())
      for (const { part, who } of isApart ? [] : changes.values()) if (takesOut.has(part)) leaving.add(who);
    return leaving.size;
  }

  private take({ plan, isApart, changes: changed }: Planned): void {
    const changes = this.foreign.get(plan)?.changes ?? new Map<string, PlanChange>();
    for (const change of changed) {
      if (change.isPlanned) changes.set(nameOf(change), change);
      else changes.delete(nameOf(change));
    }
    this.foreign.set(plan, { changes, isApart });
  }
}

type Part = PlanChange["part"];
const takesOut: ReadonlySet<Part> = new Set(["removed", "revoked", "ended", "endedInvites"]);
const ofAddresses: ReadonlySet<Part> = new Set(["revoked", "endedInvites", "invited"]);

function nameOf({ part, who }: Pick<PlanChange, "part" | "who">): string {
  return `${part}:${who}`;
}

function setsOf({ ended, removed, endingSoon, invited, revoked }: PlannedChanges) {
  return { removed, ended: ended.userIds, endedInvites: ended.emails, endingSoon, invited, revoked };
}

/** A plan of this process, which notes what changes in it. */
class OwnPlan extends PlannedChanges {
  readonly id = randomUUID();
  private readonly changes = new Map<string, PlanChange>();
  override readonly removed = this.noted("removed");
  override readonly ended = { userIds: this.noted("ended"), emails: this.noted("endedInvites") };
  override readonly endingSoon = this.noted("endingSoon");
  override readonly invited = this.noted("invited");
  override readonly revoked = this.noted("revoked");

  override planRole(who: string, role: Role | undefined): void {
    if (this.roles.get(who) !== role) this.note({ part: "roles", who, role, isPlanned: role !== undefined });
    super.planRole(who, role);
  }

  /** Holds what another plan holds, and nothing else. */
  become(plan: PlannedChanges): void {
    for (const userId of this.roles.keys()) this.planRole(userId, undefined);
    for (const people of Object.values(setsOf(this))) for (const who of people) people.delete(who);
    this.include(plan);
  }

  /** What has changed since this was called last, with keys in place of addresses. */
  takeChanges(keyOf: (email: string) => string): PlanChange[] {
    const changes = [...this.changes.values()];
    this.changes.clear();
    return changes.map((one) => (ofAddresses.has(one.part) ? { ...one, who: keyOf(one.who) } : one));
  }

  private noted(part: Part): Set<string> {
    return new NotedSet((who, isPlanned) => this.note({ part, who, isPlanned }));
  }

  private note(change: PlanChange): void {
    this.changes.set(nameOf(change), change);
  }
}

class NotedSet extends Set<string> {
  constructor(private readonly note: (who: string, isPlanned: boolean) => void) {
    super();
  }

  override add(who: string): this {
    if (!this.has(who)) this.note(who, true);
    return super.add(who);
  }

  override delete(who: string): boolean {
    if (this.has(who)) this.note(who, false);
    return super.delete(who);
  }
}

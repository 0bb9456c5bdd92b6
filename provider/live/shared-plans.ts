import { randomUUID } from "node:crypto";
import { z } from "zod";
import { PlannedChanges } from "../decisions/planned-changes";
import type { Tell, Topics } from "../journal/topics";
import { type Role, roles } from "../vocabulary/roles";

/** The parts of a plan in which people stand, by user ids or by what stands for addresses. */
const people = ["removed", "revoked", "ended", "endedInvites", "endingSoon", "invited"] as const;
const ofAddresses: ReadonlySet<PlanChange["part"]> = new Set(["revoked", "endedInvites", "invited"]);

/** What is planned, or planned no longer, of somebody. */
const PlanChange = z.object({
  part: z.enum(["roles", ...people]),
  who: z.string(),
  role: z.enum(roles).optional(),
  isPlanned: z.boolean(),
});
type PlanChange = z.infer<typeof PlanChange>;

/** What changes in one plan: a process has one of single people, and one of its roster. */
const Planned = z.object({
  plan: z.string(),
  isApart: z.boolean(),
  changes: z.array(PlanChange),
});
type Planned = z.infer<typeof Planned>;

/** A plan of some process. */
interface SharedPlan {
  /** It itself, with keys in place of addresses. */
  readonly keyed: PlannedChanges;
  /** Whether its removals have a limit of their own. */
  isApart: boolean;
}

/** What the provider processes of a run plan in one organization: each tells the others what changes in its plans. */
export class SharedPlans {
  /** What the resources of single people plan. */
  single: OwnPlan;
  /** What the roster plans, as of its latest comparison. */
  roster: OwnPlan;
  private readonly foreign = new Map<string, SharedPlan>();
  private readonly tell: Tell<Planned>;

  constructor(private readonly topics: Topics) {
    this.single = new OwnPlan(topics);
    this.roster = new OwnPlan(topics);
    this.tell = topics.ofOthers("planned", Planned, ({ plan, isApart, changes }) => {
      const keyed = this.foreign.get(plan)?.keyed ?? new PlannedChanges();
      for (const change of changes) apply(keyed, change);
      this.foreign.set(plan, { keyed, isApart });
    });
  }

  planRoster(plan: PlannedChanges, isApart: boolean): void {
    this.roster.isApart = isApart;
    this.roster.become(plan);
  }

  /** What was planned was never told. */
  forget(): void {
    this.single = new OwnPlan(this.topics);
    this.roster = new OwnPlan(this.topics);
  }

  /** Tells the others what has changed in the plans of this process. */
  publish(): void {
    for (const { id, isApart, untold } of [this.single, this.roster]) {
      if (untold.size > 0) this.tell({ plan: id, isApart, changes: [...untold.values()] });
      untold.clear();
    }
  }

  /** What all other processes plan. `emailOf` gives the address that a key stands for, where it is known. */
  ofOthers(emailOf: (key: string) => string): PlannedChanges {
    const all = new PlannedChanges();
    for (const { keyed } of this.foreign.values()) {
      for (const [userId, role] of keyed.roles) all.planRole(userId, role);
      for (const part of people)
        for (const who of setsOf(keyed)[part])
          setsOf(all)[part].add(ofAddresses.has(part) ? emailOf(who) : who);
    }
    return all;
  }

  /** Whether a roster of the run removes a person. */
  isRemovedByRoster(userId: string, email: string): boolean {
    const key = this.topics.journal.keyOf(email);
    return [this.roster, ...this.foreign.values()].some(
      ({ keyed: { removed, revoked } }) => removed.has(userId) || revoked.has(key),
    );
  }

  /** How many people leave within the limit of the whole run, with the roster of this process or without. */
  leaving(withRoster = true): number {
    const own = withRoster ? [this.single, this.roster] : [this.single];
    // Who is taken out by a roster and by the end of a single resource counts once.
    const leaving = new Set<string>();
    for (const { keyed, isApart } of [...own, ...this.foreign.values()])
      for (const gone of isApart
        ? []
        : [keyed.removed, keyed.revoked, keyed.ended.userIds, keyed.ended.emails])
        for (const who of gone) leaving.add(who);
    return leaving.size;
  }
}

/** A plan of this process, which notes what changes in it. */
class OwnPlan extends PlannedChanges implements SharedPlan {
  readonly id = randomUUID();
  readonly keyed = new PlannedChanges();
  readonly untold = new Map<string, PlanChange>();
  isApart = false;
  override readonly removed = this.noted("removed");
  override readonly ended = { userIds: this.noted("ended"), emails: this.noted("endedInvites") };
  override readonly endingSoon = this.noted("endingSoon");
  override readonly invited = this.noted("invited");
  override readonly revoked = this.noted("revoked");

  constructor(private readonly topics: Topics) {
    super();
  }

  override planRole(who: string, role: Role | undefined): void {
    if (this.roles.get(who) !== role) this.note({ part: "roles", who, role, isPlanned: role !== undefined });
    super.planRole(who, role);
  }

  /** Holds what another plan holds, and nothing else. */
  become(plan: PlannedChanges): void {
    for (const userId of this.roles.keys()) this.planRole(userId, undefined);
    for (const planned of Object.values(setsOf(this))) for (const who of planned) planned.delete(who);
    this.include(plan);
  }

  private noted(part: PlanChange["part"]): Set<string> {
    const keyOf = (who: string) => (ofAddresses.has(part) ? this.topics.journal.keyOf(who) : who);
    return new NotedSet((who, isPlanned) => this.note({ part, who: keyOf(who), isPlanned }));
  }

  private note(change: PlanChange): void {
    apply(this.keyed, change);
    this.untold.set(`${change.part}:${change.who}`, change);
  }
}

/** A set that notes what changes in it. */
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

function setsOf({ ended, removed, endingSoon, invited, revoked }: PlannedChanges) {
  return { removed, ended: ended.userIds, endedInvites: ended.emails, endingSoon, invited, revoked };
}

function apply(plan: PlannedChanges, { part, who, role, isPlanned }: PlanChange): void {
  if (part === "roles") plan.planRole(who, role);
  else if (isPlanned) setsOf(plan)[part].add(who);
  else setsOf(plan)[part].delete(who);
}

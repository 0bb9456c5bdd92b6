import { randomUUID } from "node:crypto";
import { PlannedChanges } from "../decisions/planned-changes";
import type { Journal } from "../journal/journal";
import { roles } from "../vocabulary/roles";

/** What a process plans, each as a text such as `removed:5f…`; addresses as keys. */
type Items = ReadonlySet<string>;

interface ForeignPlan {
  items: Set<string>;
  isApart: boolean;
}

/** What the provider processes of a run plan in one organization: each tells the others what is new in its plan. */
export class SharedPlans {
  private readonly process = randomUUID();
  private published: Items = new Set();
  private readonly foreign = new Map<string, ForeignPlan>();

  constructor(
    private readonly org: string,
    private readonly journal: Journal,
  ) {}

  /** Tells the others this process's plan. `isApart`: the removals of its roster have a limit of their own. */
  publish(plan: PlannedChanges, isApart: boolean): void {
    const items = itemsOf(plan, (email) => this.journal.keyOf(email));
    const added = [...items].filter((item) => !this.published.has(item));
    const dropped = [...this.published].filter((item) => !items.has(item));
    this.published = items;
    if (added.length === 0 && dropped.length === 0) return;
    this.journal.append({ is: "planned", org: this.org, process: this.process, isApart, added, dropped });
  }

  /** Takes what another process has told. */
  take({ process, isApart, added, dropped }: PlannedEntry): void {
    const items = this.foreign.get(process)?.items ?? new Set<string>();
    for (const item of added) items.add(item);
    for (const item of dropped) items.delete(item);
    this.foreign.set(process, { items, isApart });
  }

  /** Whether a roster of another process removes a person. */
  isRemovedElsewhere(userId: string, email: string): boolean {
    const items = [`removed:${userId}`, `revoked:${this.journal.keyOf(email)}`];
    return [...this.foreign.values()].some((plan) => items.some((item) => plan.items.has(item)));
  }

  /** What all other processes plan. `emailOf` gives the address that a key stands for, where it is known. */
  ofOthers(emailOf: (key: string) => string): PlannedChanges {
    const all = new PlannedChanges();
    for (const { items } of this.foreign.values()) for (const item of items) addItem(all, item, emailOf);
    return all;
  }

  /** How many people leave by a plan of this process or by those of others, within the limit of the whole run. */
  leavingWith(plan: PlannedChanges): number {
    const own = { items: itemsOf(plan, (email) => this.journal.keyOf(email)), isApart: false };
    const leaving = [own, ...this.foreign.values()].flatMap(({ items, isApart }) => {
      const names = isApart ? ended : [...ended, "removed", "revoked"];
      return [...items].filter((item) => names.includes(nameOf(item)));
    });
    // Who is taken out by a roster and by the end of a single resource counts once.
    return new Set(leaving.map((item) => item.slice(nameOf(item).length))).size;
  }
}

interface PlannedEntry {
  process: string;
  isApart: boolean;
  added: readonly string[];
  dropped: readonly string[];
}

const ended = ["ended", "ended-invite"];

const nameOf = (item: string): string => item.slice(0, item.indexOf(":"));

function itemsOf(plan: PlannedChanges, keyOf: (email: string) => string): Items {
  const named = (name: string, values: Iterable<string>) => [...values].map((value) => `${name}:${value}`);
  const keyed = (name: string, emails: Iterable<string>) => named(name, [...emails].map(keyOf));
  return new Set([
    ...[...plan.roles].map(([userId, role]) => `role:${userId}:${role}`),
    ...named("removed", plan.removed),
    ...named("ended", plan.ended.userIds),
    ...named("ending-soon", plan.endingSoon),
    ...keyed("ended-invite", plan.ended.emails),
    ...keyed("invited", plan.invited),
    ...keyed("revoked", plan.revoked),
  ]);
}

function addItem(plan: PlannedChanges, item: string, emailOf: (key: string) => string): void {
  const [name, value = "", role] = item.split(":");
  const knownRole = roles.find((one) => one === role);
  if (name === "role" && knownRole !== undefined) plan.roles.set(value, knownRole);
  if (name === "removed") plan.removed.add(value);
  if (name === "ended") plan.ended.userIds.add(value);
  if (name === "ending-soon") plan.endingSoon.add(value);
  if (name === "ended-invite") plan.ended.emails.add(emailOf(value));
  if (name === "invited") plan.invited.add(emailOf(value));
  if (name === "revoked") plan.revoked.add(emailOf(value));
}

import { randomUUID } from "node:crypto";
import type { PersonKey } from "../decisions/people-index";
import type { Journal } from "../journal/journal";
import type { RemovalLedger } from "./removal-budget";

/** The removals sent to one organization by all processes of a run, in the order in which they were announced. */
export class SharedRemovals implements RemovalLedger {
  private announced: string[] = [];
  private people: number | undefined;
  private readonly leaving = new Map<string, PersonKey>();

  constructor(
    private readonly org: string,
    private readonly journal: Journal,
  ) {}

  get sent(): number {
    return this.announced.length;
  }

  /** Members and unexpired invites at the start of the run: as counted by the first process that did. */
  peopleAtFirst(counted: number): number {
    this.journal.catchUp();
    if (this.people !== undefined) return this.people;
    this.journal.append({ is: "counted", org: this.org, people: counted });
    this.journal.catchUp();
    return this.people ?? counted;
  }

  /** Announces first and looks then: of two processes, only the one that comes first takes the last removal. */
  take(allowed: number): boolean {
    const id = randomUUID();
    this.journal.append({ is: "removal", org: this.org, id });
    this.journal.catchUpOrRefuse();
    if (this.announced.indexOf(id) < allowed) return true;
    this.journal.append({ is: "withdrawn", org: this.org, id });
    this.journal.catchUp();
    return false;
  }

  /** Whom resources of the stack remove when they are taken out; those that another process told by the key of their address. */
  get expected(): PersonKey[] {
    return [...this.leaving.values()];
  }

  /** Notes whom a resource of the stack removes when it is taken out; the other processes of the run are told. */
  expect(person: PersonKey): void {
    const { userId } = person;
    const email = person.email === undefined ? undefined : this.journal.keyOf(person.email);
    if (this.leaving.has(`${userId}/${email}`)) return;
    this.leaving.set(`${userId}/${email}`, person);
    this.journal.append({ is: "expected", org: this.org, person: { userId, email } });
  }

  /** Takes whom another process expects to remove. */
  includeExpected(keys: PersonKey): void {
    const name = `${keys.userId}/${keys.email}`;
    if (!this.leaving.has(name)) this.leaving.set(name, keys);
  }

  /** What some process of the run has announced; this one is told of its own as well, in their place. */
  include(removal: string): void {
    this.announced.push(removal);
  }

  exclude(removal: string): void {
    this.announced = this.announced.filter((id) => id !== removal);
  }

  includeCount(people: number): void {
    this.people ??= people;
  }
}

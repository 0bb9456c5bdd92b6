import { randomUUID } from "node:crypto";
import type { Journal } from "../journal/journal";
import type { RemovalLedger } from "./removal-budget";

/** The removals sent to one organization by all processes of a run, in the order in which they were announced. */
export class SharedRemovals implements RemovalLedger {
  private announced: string[] = [];
  private people: number | undefined;

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

import { z } from "zod";
import type { PersonKey } from "../decisions/people-index";
import type { Tell, Topics } from "../journal/topics";
import type { RemovalLedger } from "./removal-budget";
import { PersonKeys } from "./shared-people";
import { SharedQueue } from "./shared-turns";

/** The removals sent to one organization by all processes of a run, in the order in which they were announced. */
export class SharedRemovals implements RemovalLedger {
  private readonly queue: SharedQueue;
  private readonly tellCount: Tell<number>;
  private readonly tellExpected: Tell<PersonKey>;
  private people: number | undefined;
  private readonly leaving = new Map<string, PersonKey>();

  constructor(private readonly topics: Topics) {
    this.queue = new SharedQueue("removal", topics);
    this.tellExpected = topics.ofOthers("expected", PersonKeys, (person) => this.note(person, person));
    this.tellCount = topics.inOrder("counted", z.number(), (people) => {
      this.people ??= people;
    });
  }

  get sent(): number {
    return this.queue.length;
  }

  /** Members and unexpired invites at the start of the run: as counted by the first process that did. */
  peopleAtFirst(counted: number): number {
    const { journal } = this.topics;
    journal.catchUp();
    if (this.people === undefined) this.tellCount(counted);
    journal.catchUp();
    return this.people ?? counted;
  }

  /** Announces first and looks then: of two processes, only the one that comes first takes the last removal. */
  take(allowed: number): boolean {
    const { journal } = this.topics;
    const id = this.queue.announce();
    journal.catchUpOrRefuse();
    if (this.queue.pidsBefore(id).length < allowed) return true;
    this.queue.end(id);
    journal.catchUp();
    return false;
  }

  /** Whom resources of the stack remove when they are taken out; those that another process told by the key of their address. */
  get expected(): PersonKey[] {
    return [...this.leaving.values()];
  }

  /** Notes whom a resource of the stack removes when it is taken out; the other processes of the run are told. */
  expect(person: PersonKey): void {
    const { userId } = person;
    const email = person.email === undefined ? undefined : this.topics.journal.keyOf(person.email);
    if (this.note({ userId, email }, person)) this.tellExpected({ userId, email });
  }

  /** Tells whether that is new. */
  private note({ userId, email }: PersonKey, person: PersonKey): boolean {
    const name = `${userId}/${email}`;
    const isNew = !this.leaving.has(name);
    if (isNew) this.leaving.set(name, person);
    return isNew;
  }
}

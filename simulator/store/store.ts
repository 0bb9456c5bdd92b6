import type { Invite } from "../entities/invite";
import type { Organization } from "../entities/organization";
import type { Person } from "../entities/person";
import type { State } from "../entities/state";
import { type Now, toIso } from "./clock";
import { identifier } from "./identifiers";
import { seedState } from "./seed";
import { withPeople } from "./seeded-people";
import { loadStateFile, saveStateFile } from "./state-file";

/** What a store starts with: where its state is kept, if anywhere, how many people there are, and what tells the machine's time. */
export interface StoreOptions {
  statePath?: string | undefined;
  people?: number | undefined;
  now: Now;
}

/** Holds the state, tells the simulator's time, gives out ids, and saves. */
export class Store {
  state: State;
  readonly #options: StoreOptions;
  readonly #start: State;

  constructor(options: StoreOptions) {
    this.#options = options;
    this.state = withPeople(seedState(), options.people ?? 0, options.now());
    if (options.statePath) this.state = loadStateFile(this, options.statePath) ?? this.state;
    this.#start = structuredClone(this.state);
    this.save();
  }

  /** The simulator's time, in milliseconds since the epoch. */
  now(): number {
    return this.#options.now() + this.state.clockAheadMs;
  }

  /** The simulator's time as ISO text. */
  isoNow(): string {
    return toIso(this.now());
  }

  /** An id that was not given out before. */
  nextId(): string {
    this.state.sequence += 1;
    return identifier(this.state.sequence);
  }

  /** Goes back to the state of the start. */
  reset(): void {
    this.state = structuredClone(this.#start);
    this.save();
  }

  /** Writes the state file, where one is kept. */
  save(): void {
    if (this.#options.statePath) saveStateFile(this.#options.statePath, this.state);
  }

  /** The organization of an id, whoever may see it. */
  organization(orgId: string): Organization | undefined {
    return this.state.organizations.find((organization) => organization.id === orgId);
  }

  /** The invites of an organization, oldest first. */
  invites(orgId: string): Invite[] {
    this.state.invites[orgId] ??= [];
    return this.state.invites[orgId];
  }

  /** A known person of an id. */
  person(userId: string): Person | undefined {
    return this.state.people.find((person) => person.userId === userId);
  }

  /** A known person of an address. */
  personByEmail(email: string): Person | undefined {
    return this.state.people.find((person) => person.email === email);
  }
}

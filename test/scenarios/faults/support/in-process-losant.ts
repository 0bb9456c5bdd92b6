import type { State } from "../../../../simulator/entities/state";
import { createApp } from "../../../../simulator/server/app";
import { Faults } from "../../../../simulator/store/faults";
import { RequestCounts } from "../../../../simulator/store/request-counts";
import { Store } from "../../../../simulator/store/store";
import type { SimulatedMember } from "../../../../simulator/types";
import { Journal } from "./journal";

/** An answer, before it goes on its way. */
export interface Answer {
  status: number;
  headers: Record<string, string | undefined>;
  body: string;
  /** The connection breaks before the end of the body. */
  isCutOff?: boolean;
  /** How it goes over a real socket, other than as a whole. */
  delivery?: Delivery;
}

/**
 * `huge`: 200 MB. `drip`: byte by byte. `stalled`: half of it, and then nothing. `silent`: nothing at all. `broken`: half
 * of it, then the connection breaks. `reset`: the connection breaks at once.
 */
export type Delivery = "huge" | "drip" | "stalled" | "silent" | "broken" | "reset";

/** A request, as far as the simulator needs it. */
export interface Request {
  method: string;
  /** Path and query. */
  path: string;
  headers: Record<string, string>;
  body: string | undefined;
}

const start = Date.UTC(2026, 0, 15, 12);
const base = "http://losant.test";

/** The simulator without a socket, with a journal of what its calls have changed. */
export class InProcessLosant {
  readonly journal = new Journal();
  private readonly store = new Store({ now: () => start });
  private readonly app = createApp({
    store: this.store,
    faults: new Faults(),
    requestCounts: new RequestCounts(),
  });

  get token(): string {
    return this.store.state.token;
  }

  /** Losant's time, in milliseconds. */
  get now(): number {
    return this.store.now();
  }

  get state(): State {
    return this.store.state;
  }

  /** A copy of everything, to go back to. */
  save(): State {
    return structuredClone(this.store.state);
  }

  restore(state: State): void {
    this.store.state = structuredClone(state);
    this.journal.clear();
  }

  /** Lets time pass, in milliseconds. */
  advance(milliseconds: number): void {
    this.store.state.clockAheadMs += milliseconds;
  }

  /** Carries out a request; what it has changed stands in the journal then. */
  async serve({ method, path, headers, body }: Request): Promise<Answer> {
    const note = this.journal.watch(this.state, { method, path, body });
    const init = { method, headers, ...(body !== undefined && { body }) };
    const response = await this.app.request(base + path, init);
    if (response.ok) note();
    const { date, "content-type": contentType } = Object.fromEntries(response.headers);
    return {
      status: response.status,
      headers: { date, "content-type": contentType },
      body: await response.text(),
    };
  }

  /** What people do by hand. */
  async control(path: string, body: object): Promise<void> {
    const response = await this.app.request(`${base}/_simulator/${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
  }

  /** Changes the state by hand. */
  async change(mutate: (state: ControlledState) => void): Promise<void> {
    const state: ControlledState = JSON.parse(
      await (await this.app.request(`${base}/_simulator/state`)).text(),
    );
    mutate(state);
    const init = {
      method: "PUT",
      body: JSON.stringify(state),
      headers: { "content-type": "application/json" },
    };
    const response = await this.app.request(`${base}/_simulator/state`, init);
    if (!response.ok) throw new Error(await response.text());
  }
}

/** As much of the state as scenarios change by hand. */
export interface ControlledState {
  organizations: { id: string; members: SimulatedMember[]; [name: string]: unknown }[];
  invites: Record<string, object[]>;
  clockAheadMs: number;
}

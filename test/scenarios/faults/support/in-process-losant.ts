import type { State } from "../../../../simulator/entities/state";
import type { SimulatedMember } from "../../../../simulator/types";
import { FakeLosant } from "../../../support/fake-losant";
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

/** Losant in this process, with a journal of what its calls have changed. */
export class InProcessLosant extends FakeLosant {
  readonly journal = new Journal();

  constructor() {
    super(start);
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

  /** Carries out a request; what it has changed stands in the journal then. */
  async serve({ method, path, headers, body }: Request): Promise<Answer> {
    const note = this.journal.watch(this.state, { method, path, body });
    const init = { method, headers, ...(body !== undefined && { body }) };
    const response = await this.answer(new globalThis.Request(base + path, init));
    if (response.ok) note();
    const { date, "content-type": contentType } = Object.fromEntries(response.headers);
    return {
      status: response.status,
      headers: { date, "content-type": contentType },
      body: await response.text(),
    };
  }

  /** Changes the state by hand. */
  async change(mutate: (state: ControlledState) => void): Promise<void> {
    const state: ControlledState = JSON.parse(await this.control("GET", "state"));
    mutate(state);
    await this.control("PUT", "state", state);
  }
}

/** As much of the state as scenarios change by hand. */
export interface ControlledState {
  organizations: { id: string; members: SimulatedMember[]; [name: string]: unknown }[];
  invites: Record<string, object[]>;
  clockAheadMs: number;
}

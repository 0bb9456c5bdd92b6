import { resetAll } from "./control/state";
import { createApp } from "./server/app";
import { listen } from "./server/listen";
import { Faults } from "./store/faults";
import { RequestCounts } from "./store/request-counts";
import { Store } from "./store/store";

export { StateFileError } from "./store/state-file-error";
export type * from "./types";

/** How a simulator is started. */
export interface SimulatorOptions {
  /** Port to listen on, 0 to 65535; 0, the default, takes any free one. */
  port?: number;
  /**
   * File that keeps the state: loaded at the start if it is there, written after every change.
   * Without it the state lives in memory only. `reset` goes back to what the file held at the start.
   */
  statePath?: string;
  /**
   * How many members there are beside the authenticated user, with varied roles; 0 to 1000, default 0. With them come
   * an expired and a pending invite. The same people each time. A state file that is there already wins.
   */
  people?: number;
  /** Tells the machine's time in milliseconds since the epoch; default `Date.now`. */
  now?: () => number;
}

/** A simulator that listens. */
export interface Simulator {
  /** Base URL without a trailing slash, such as `http://127.0.0.1:40123`. */
  readonly url: string;
  /** The API token that the simulator accepts; a PUT state may replace it, as a rotation would. */
  readonly token: string;
  /** The organization that is there at the start; 24 hex digits. */
  readonly orgId: string;
  /** The authenticated user, an admin of that organization and, without `people`, its only member; 24 hex digits. */
  readonly userId: string;
  /** As at the start: same url, token and ids; clock, faults and counts cleared. */
  reset(): void;
  /** Stops listening and drops all connections. May be called more than once. */
  close(): Promise<void>;
}

/**
 * Starts a local Losant organization API on 127.0.0.1, with the vendor's paths, bodies and rules, for
 * trying programs without an account, for demos and for tests. Control routes are under `/_simulator`.
 *
 * Rejects with a `StateFileError` if the state file holds something else, with a `RangeError` for a wrong number of
 * people, and with Node's own error if the port is taken.
 *
 * @example
 * ```ts
 * import { startSimulator } from "pulumi-losant/simulator";
 *
 * async function withSimulator(work: () => Promise<void>): Promise<void> {
 *   const simulator = await startSimulator({ people: 6 });
 *   process.env.LOSANT_API_URL = simulator.url;
 *   process.env.LOSANT_API_TOKEN = simulator.token;
 *   await work();
 *   await simulator.close();
 * }
 * ```
 */
export const startSimulator = async (options: SimulatorOptions = {}): Promise<Simulator> => {
  const store = new Store({ ...options, now: options.now ?? Date.now });
  const control = { store, faults: new Faults(), requestCounts: new RequestCounts() };
  const { url, close } = await listen(createApp(control), options.port ?? 0);
  const { token, orgId, userId } = store.state;
  return { url, token, orgId, userId, reset: () => resetAll(control), close };
};

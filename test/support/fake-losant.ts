import { createApp } from "../../simulator/server/app";
import { Faults } from "../../simulator/store/faults";
import { RequestCounts } from "../../simulator/store/request-counts";
import { Store } from "../../simulator/store/store";

const base = "http://losant.test";

/** The simulator in this process, without a socket; its clock stands still unless a test lets time pass. */
export class FakeLosant {
  readonly store: Store;
  private readonly app;

  /** `start`: its time at the start, in milliseconds since the epoch. */
  constructor(start: number) {
    this.store = new Store({ now: () => start });
    const control = { store: this.store, faults: new Faults(), requestCounts: new RequestCounts() };
    this.app = createApp(control);
  }

  get token(): string {
    return this.store.state.token;
  }

  /** The organization of the start. */
  get orgId(): string {
    return this.store.state.orgId;
  }

  /** Losant's time, in milliseconds. */
  get now(): number {
    return this.store.now();
  }

  /** Lets time pass, in milliseconds. */
  advance(milliseconds: number): void {
    this.store.state.clockAheadMs += milliseconds;
  }

  /** The simulator's answer to a request, whatever its host. */
  async answer(request: Request): Promise<Response> {
    return this.app.fetch(request);
  }

  /** Asks one of the simulator's control routes, as people do things by hand. Gives the text of the answer. */
  async control(method: "GET" | "POST" | "PUT", path: string, body?: object): Promise<string> {
    const headers = { "content-type": "application/json" };
    const init = { method, headers, ...(body && { body: JSON.stringify(body) }) };
    const response = await this.app.request(`${base}/_simulator/${path}`, init);
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} /_simulator/${path}: ${response.status} ${text}`);
    return text;
  }
}

import type { Fetch } from "../../../../client";
import type { Fault } from "./faults";
import type { Answer, InProcessLosant, Request } from "./in-process-losant";

/** `once`: this call alone. `tries`: this call until its tries run out. `outage`: every call from this one on. */
export const modes = ["once", "tries", "outage"] as const;
export type Mode = (typeof modes)[number];

/** What goes wrong in a run, and where. `call` counts from 1. */
export type Plan =
  | { call: number; fault: Fault; mode: Mode }
  | { call: number; death: "killed-before" | "killed-after" };

/** How often the client tries. */
export const maxAttempts = 3;
const mostRequests = 400;
const forever = new Promise<never>(() => undefined);

/** Where the requests of one run arrive: counts them, and lets one of them go wrong. */
export class Wire {
  /** The requests that came, as `POST /orgs/5f…/invites`. */
  readonly calls: string[] = [];
  /** Resolves when the process is killed. */
  readonly death: Promise<void>;
  private readonly keys: string[] = [];
  private readonly atWork = new Set<Promise<Answer>>();
  private hits = 0;
  private isDead = false;
  private die: () => void = () => undefined;

  constructor(
    private readonly losant: InProcessLosant,
    private readonly plan?: Plan,
  ) {
    this.death = new Promise((resolve) => {
      this.die = resolve;
    });
  }

  /** Whether the run asked without end. */
  get isEndless(): boolean {
    return this.calls.length >= mostRequests;
  }

  readonly fetch: Fetch = async (address, { method, headers, body }) => {
    const { pathname, search } = new URL(address);
    return received(await this.answer({ method, path: pathname + search, headers, body }));
  };

  /** The answer to a request; rejects where there is none, and takes for ever once the process is dead. */
  async answer(request: Request): Promise<Answer> {
    if (this.isDead || this.isEndless) return forever;
    const { method, path, body } = request;
    this.calls.push(`${method} ${path.replace(/\?.*/, "")}`);
    this.keys.push(`${method} ${path} ${body}`);
    return this.serve(() => this.noted(this.losant.serve(request)));
  }

  private serve(work: () => Promise<Answer>): Promise<Answer> {
    const { plan } = this;
    if (!plan || !this.isHit(plan)) return work();
    if ("fault" in plan) return plan.fault.serve(work);
    return this.kill(plan.death, work);
  }

  private isHit(plan: Plan): boolean {
    const number = this.keys.length;
    if (!("fault" in plan) || plan.mode === "once") return number === plan.call;
    if (number < plan.call) return false;
    if (plan.mode === "outage") return true;
    if (this.keys[number - 1] !== this.keys[plan.call - 1] || this.hits === maxAttempts) return false;
    this.hits += 1;
    return true;
  }

  private async kill(death: "killed-before" | "killed-after", work: () => Promise<Answer>): Promise<never> {
    this.isDead = true;
    if (death === "killed-after") await work();
    await Promise.all(this.atWork);
    this.die();
    return forever;
  }

  /** Losant finishes what it has begun, whoever died. */
  private noted(work: Promise<Answer>): Promise<Answer> {
    this.atWork.add(work);
    return work.finally(() => this.atWork.delete(work));
  }
}

function received({ status, headers, body, isCutOff }: Answer): Awaited<ReturnType<Fetch>> {
  return {
    status,
    headers: { get: (name) => headers[name.toLowerCase()] ?? null },
    body: chunks(body, isCutOff ?? false),
  };
}

async function* chunks(body: string, isCutOff: boolean): AsyncGenerator<string> {
  yield body;
  if (isCutOff) throw Object.assign(new Error("Premature close"), { code: "ERR_STREAM_PREMATURE_CLOSE" });
}

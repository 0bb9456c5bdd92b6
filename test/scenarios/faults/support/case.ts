import { isDeepStrictEqual } from "node:util";
import { Engine, type Outcome, type Program } from "../../../support/engine";
import { InProcessDynamic } from "../../../support/in-process-dynamic";
import type { ProviderCalls, ProviderOptions } from "../../../support/provider-calls";
import { RecordedStack } from "../../../support/recorded-stack";
import { InProcessLosant } from "./in-process-losant";
import type { Journal } from "./journal";
import { type Picture, pictureOf } from "./picture";
import { bystanders, type Scenario } from "./scenarios";
import { maxAttempts, type Plan, Wire } from "./wire";

/** How long nothing may move, in milliseconds: nothing here waits for anything but this process. */
const longestSilence = 20_000;
const hour = 60 * 60 * 1000;

/** What one run did. */
export interface RunResult extends Outcome {
  calls: string[];
  isKilled: boolean;
  isEndless: boolean;
}

/** A scenario, ready to be run any number of times: what was before is made once. */
export class Case {
  readonly losant = new InProcessLosant();
  private stack = new RecordedStack();
  private start = { losant: this.losant.save(), stack: this.stack };

  private program: Program;

  private constructor(readonly scenario: Scenario) {
    this.program = scenario.program;
  }

  static async prepare(scenario: Scenario): Promise<Case> {
    const prepared = new Case(scenario);
    const { losant } = prepared;
    await losant.change((state) => {
      bystanders(state);
      scenario.seed?.(state);
    });
    if (scenario.before) await prepared.clean(scenario.before);
    await scenario.act?.(losant);
    losant.advance(hour);
    prepared.start = { losant: losant.save(), stack: prepared.stack };
    return prepared;
  }

  /** As before the run. */
  reset(): void {
    this.losant.restore(this.start.losant);
    this.stack = this.start.stack.copy();
    this.program = this.scenario.program;
  }

  /** From now on the program names the organization that it declares. */
  adopt(orgId: string): void {
    const adopted = Object.entries(this.program).map(([name, { kind, args }]) => [
      name,
      { kind, args: kind === "organization" ? { ...args, orgId } : args },
    ]);
    this.program = Object.fromEntries(adopted);
  }

  /** Runs something after which everything is as it was before it. */
  async tentatively<Result>(work: () => Promise<Result>): Promise<Result> {
    const [state, stack, journal] = [this.losant.save(), this.stack.copy(), this.journal.save()];
    const result = await work();
    this.losant.restore(state);
    this.stack = stack;
    this.journal.restore(journal);
    return result;
  }

  /** Whether the run left everything as it was before, at Losant and in the stack. */
  get isUntouched(): boolean {
    return this.journal.writes === 0 && this.stack.equals(this.start.stack);
  }

  get journal(): Journal {
    return this.losant.journal;
  }

  get picture(): Picture {
    return pictureOf(this.losant.state, this.losant.now);
  }

  /** The names of the resources in the stack. */
  get names(): string[] {
    return this.stack.names;
  }

  /** The names of the resources that were in the stack before the run. */
  get namesBefore(): string[] {
    return this.start.stack.names;
  }

  /** An `up` without faults, which must succeed. */
  async clean(program = this.program): Promise<RunResult> {
    const result = await this.run(program);
    if (result.errors.length > 0) throw new Error(`a clean run fails: ${result.errors.join("\n")}`);
    return result;
  }

  /** An `up` in a run of its own. An hour passes after it. */
  async run(program = this.program, plan?: Plan): Promise<RunResult> {
    const wire = new Wire(this.losant, plan);
    return this.runWith(this.provider(wire), wire, program);
  }

  /** An `up` with any provider, whose requests come to a wire. */
  async runWith(provider: ProviderCalls, wire: Wire, program = this.program): Promise<RunResult> {
    const killed: Outcome = { operations: {}, printed: "", errors: ["killed"], refreshed: [] };
    const engine = this.engine(provider);
    const work = Promise.race([engine.up(program), wire.death.then(() => killed)]);
    const outcome = await this.watched(engine, wire, work);
    this.losant.advance(hour);
    return { ...outcome, calls: wire.calls, isKilled: outcome === killed, isEndless: wire.isEndless };
  }

  /** The operations that a preview shows. */
  async preview(program = this.program): Promise<Outcome> {
    const wire = new Wire(this.losant);
    const engine = this.engine(this.provider(wire));
    return this.watched(engine, wire, engine.preview(program));
  }

  /** It stops at the first failure, and what was recorded by then stays: as if the process were killed. */
  private engine(provider: ProviderCalls): Engine {
    return new Engine((work) => work(provider), { stack: this.stack, stopsAtFailure: true });
  }

  private provider({ fetch }: Wire): ProviderCalls {
    return new InProcessDynamic({ ...this.options, client: { fetch, backoff: () => 0 } });
  }

  /** How a provider of these runs is started, beside its way to Losant. */
  get options(): ProviderOptions & { env: Record<string, string> } {
    const env = {
      LOSANT_API_TOKEN: this.losant.token,
      LOSANT_API_URL: "http://127.0.0.1:1",
      LOSANT_REQUEST_TIMEOUT: "3600",
      LOSANT_MAX_ATTEMPTS: String(maxAttempts),
      LOSANT_MAX_REMOVALS: "100%",
    };
    return { folder: "", env };
  }

  /** Ends a wait for ever, naming what is waited for. */
  private async watched<Result>(engine: Engine, wire: Wire, work: Promise<Result>): Promise<Result> {
    let timer: NodeJS.Timeout | undefined;
    const silence = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new Error(hanging(engine, wire))), longestSilence);
    });
    try {
      return await Promise.race([work, silence]);
    } finally {
      clearTimeout(timer);
    }
  }
}

function hanging({ doing }: Engine, { calls }: Wire): string {
  return `hangs in ${doing}, after ${calls.length} calls, the last of them ${calls.at(-1) ?? "none"}`;
}

/** Differences between two pictures, for people. */
export function differences(found: Picture, expected: Picture): string[] {
  const names = [...new Set([...Object.keys(found), ...Object.keys(expected)])];
  return names
    .filter((name) => !isDeepStrictEqual(found[name], expected[name]))
    .map((name) => `${name} is ${JSON.stringify(found[name])} instead of ${JSON.stringify(expected[name])}`);
}

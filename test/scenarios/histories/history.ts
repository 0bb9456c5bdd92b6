import type { Outcome } from "../../support/engine";
import { describe, type History, type Round, type Trouble } from "./actions";
import { DeclaredProgram } from "./declared-program";
import type { HistoryEngine, MakeEngine, RunSettings } from "./in-process";
import { Losant } from "./losant";
import { perform, settle } from "./perform";
import { isAsDeclared } from "./quiet";
import { settleProgram } from "./settle-program";
import { Watch } from "./watch";
import type { World } from "./world";

/** How much a run of histories has tried. */
export interface Count {
  histories: number;
  steps: number;
  faults: number;
  crashes: number;
}

export function noCount(): Count {
  return { histories: 0, steps: 0, faults: 0, crashes: 0 };
}

/** What a history did that must not happen; its message is the history, as a person reads it. */
export class Violation extends Error {
  override readonly name = "Violation";

  constructor(history: History, violations: string[], log: string[]) {
    const found = violations.map((one) => `  ! ${one}`).join("\n");
    super(`${found}\n${describe(history)}\n${log.join("\n")}`);
  }
}

const day = 24 * 60 * 60 * 1000;

/** What is refused where one address of a program means another person by now. */
const asksWhom = /is another user at Losant now .* State |are the same person: (declare|name) them once/;

/** One history under way. */
class Running {
  private readonly losant: Losant;
  private readonly settings: RunSettings;
  private readonly world: World;
  private readonly engine: HistoryEngine;
  private readonly watch: Watch;
  private readonly limits: { minAdmins: number };
  private options = { refresh: true };
  readonly log: string[] = [];

  constructor(
    private readonly history: History,
    makeEngine: MakeEngine,
    private readonly count: Count,
  ) {
    const { minAdmins, maxRemovals, members, seats } = history;
    this.losant = new Losant(history.addresses);
    const owner = { email: "owner@example.com", userId: this.losant.store.state.userId };
    const { isParallel = false, others = [] } = history;
    this.settings = { minAdmins, maxRemovals, isParallel, others };
    this.limits = { minAdmins };
    this.engine = makeEngine(this.losant, this.settings);
    this.watch = new Watch(this.losant, this.limits, owner);
    settle(this.losant, members);
    if (seats !== undefined)
      this.losant.organization.limits.member = this.losant.organization.members.length + seats;
    const program = new DeclaredProgram(
      {
        orgId: this.losant.orgId,
        owner: owner.email,
        isUpperCase: history.isUpperCase ?? false,
        asksTwoFactor: history.asksTwoFactor ?? false,
      },
      () => this.losant.store.now(),
    );
    this.world = { losant: this.losant, program, emails: this.watch.emails };
  }

  async run(): Promise<void> {
    for (const round of this.history.rounds) await this.round(round);
    await this.quiet();
    this.count.histories += 1;
    this.count.faults += this.losant.faults;
    this.count.crashes += this.losant.crashes;
  }

  private async round({ acts, trouble, previewTrouble, isUnrefreshed }: Round): Promise<void> {
    for (const act of acts) perform(this.world, act);
    this.options = { refresh: !isUnrefreshed };
    let announced = "";
    // Only a preview can refuse to remove whom a resource further down declares.
    const isNeeded = this.world.program.roster?.isFirst === true;
    const trying = isNeeded ? [] : (previewTrouble ?? (this.engine.plansAtUp ? undefined : []));
    if (trying) {
      const preview = await this.preview(trying);
      announced = this.engine.printed;
      if (!preview || preview.errors.length > 0) return;
    }
    const outcome = await this.up(trouble, announced, trying !== undefined);
    const isClean = trouble.length === 0 && previewTrouble?.length === 0;
    if (isClean) for (const error of outcome?.errors ?? []) this.seeUnforeseen(error);
    this.check();
  }

  private seeUnforeseen(error: string): void {
    if (/removal limit reached|stays an admin/.test(error)) return;
    this.watch.violated(`the preview was green, and the up fails: ${error}`);
  }

  private async preview(trouble: Trouble[]): Promise<Outcome | undefined> {
    this.watch.beginPreview();
    return this.step("preview", trouble, () =>
      this.engine.preview(this.world.program.program(), this.options),
    );
  }

  private async up(
    trouble: Trouble[],
    announced: string,
    isPreviewed: boolean,
  ): Promise<Outcome | undefined> {
    const { program } = this.world;
    const isUnrefreshed = !this.options.refresh;
    this.watch.forgetReplaced(this.engine.stack.replaced, this.engine.stack.current);
    const how = { isUnrefreshed, isPreviewed };
    this.watch.beginUp(program, this.engine.recorded(), this.settings.maxRemovals, how);
    const outcome = await this.step("up", trouble, () => this.engine.up(program.program(), this.options));
    this.watch.endUp(this.engine.recorded(), announced + this.engine.printed, outcome);
    return outcome;
  }

  /** Undefined: the provider's process ended in the middle. */
  private async step(
    name: string,
    trouble: Trouble[],
    work: () => Promise<Outcome>,
  ): Promise<Outcome | undefined> {
    this.losant.beginStep(trouble);
    this.count.steps += 1;
    const outcome = await work().catch((error: unknown) => {
      if (error instanceof Error && error.name === "ProviderCrash") return undefined;
      const told = error instanceof Error ? error.message : String(error);
      return { operations: {}, printed: "", errors: [told], refreshed: [] };
    });
    this.log.push(`${name}: ${JSON.stringify(outcome?.operations ?? "crashed")}`);
    const lines = [this.engine.printed, ...(outcome?.errors ?? []).map((error) => `ERROR ${error}`)];
    this.log.push(...lines.flatMap((text) => text.split("\n")).map((line) => `    ${line}`));
    return outcome;
  }

  /** Nothing goes wrong any more: what was declared comes true, and then nothing is left to do. */
  private async quiet(): Promise<void> {
    this.settings.minAdmins = 1;
    this.settings.maxRemovals = 1000;
    this.limits.minAdmins = 1;
    this.options = { refresh: true };
    settleProgram(this.world, this.engine);
    for (const days of [0, 0, 8, 0]) {
      this.losant.advance(days * day);
      if (!(await this.quietUp())) return;
    }
    this.watch.beginPreview();
    const preview = await this.step("preview", [], () =>
      this.engine.preview(this.world.program.program(), this.options),
    );
    const left = Object.entries(preview?.operations ?? {}).filter(([, operation]) => operation !== "same");
    for (const [name, operation] of left)
      this.watch.violated(`after quiet runs the preview shows ${operation} ${name}`);
    for (const problem of isAsDeclared(this.world, this.engine)) this.watch.violated(problem);
    this.check();
  }

  private get hasNewAddresses(): boolean {
    return this.history.rounds.some(({ acts }) => acts.some(({ act }) => /address/.test(act)));
  }

  /** False where a refusal asks what a person has to decide: whom an address means that has passed to somebody else. */
  private async quietUp(): Promise<boolean> {
    if (!this.engine.plansAtUp) await this.preview([]);
    const { plansAtUp } = this.engine;
    const outcome = await this.up([], plansAtUp ? "" : this.engine.printed, !plansAtUp);
    const errors = outcome?.errors ?? [];
    const isAsked = this.hasNewAddresses && errors.some((error) => asksWhom.test(error));
    if (!isAsked) for (const error of errors) this.watch.violated(`a quiet up fails: ${error}`);
    this.check();
    return !isAsked;
  }

  private check(): void {
    const { violations } = this.watch;
    if (violations.length > 0) throw new Violation(this.history, [...new Set(violations)], this.log);
  }
}

/** Runs a history. @throws Violation */
export async function runHistory(
  history: History,
  makeEngine: MakeEngine,
  count: Count,
  see?: (log: string[]) => void,
): Promise<void> {
  const running = new Running(history, makeEngine, count);
  await running.run();
  see?.(running.log);
}

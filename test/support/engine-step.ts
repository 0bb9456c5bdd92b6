import { isDeepStrictEqual } from "node:util";
import { type ProviderCalls, ProviderCrash, type RecordedResource } from "./provider-calls";
import type { Kind, Properties } from "./provider-messages";
import type { Named, RecordedStack } from "./recorded-stack";

/** What a program declares, by name. */
export type Program = Record<string, Declared>;

interface Declared {
  kind: Kind;
  args: Properties;
  /** The resource option: where it is replaced, the old one goes before the new one is made. */
  deleteBeforeReplace?: boolean;
}

/** What the engine does to a resource. */
export type Operation = "create" | "update" | "replace" | "delete" | "same" | "failed";

/** What came of a preview or an up. */
export interface Outcome {
  operations: Record<string, Operation>;
  /** What the provider printed. */
  printed: string;
  /** Check failures and errors, as the user reads them. */
  errors: string[];
  /** What the refresh found different from what was recorded; undefined: gone. */
  refreshed: { name: string; recorded: Properties; found: Properties | undefined }[];
}

/** A change of a resource under way. */
interface Change {
  name: string;
  kind: Kind;
  inputs: Properties;
  planned: Operation;
  old: RecordedResource | undefined;
}

/** A failure that ends a step; what it was stands among the outcome's errors. */
class StepEnd extends Error {}

interface How {
  isPreview: boolean;
  stops: boolean;
  /** Whether changes go on at the same time, as those of resources do that do not depend on each other. */
  isParallel: boolean;
  note: (doing: string) => void;
}

/** One preview or up. */
export class Step {
  /** What goes on beside what the step does. */
  private readonly underWay: Promise<unknown>[] = [];

  constructor(
    private readonly provider: ProviderCalls,
    private readonly stack: RecordedStack,
    private readonly outcome: Outcome,
    private readonly how: How,
  ) {}

  async run(program: Program, refresh: boolean, afterCheck: () => Promise<void>): Promise<void> {
    try {
      if (refresh) await this.refresh();
      for (const [name, declared] of Object.entries(program)) {
        this.outcome.operations[name] = await this.register(name, declared, afterCheck);
      }
      await this.ended();
      if (this.outcome.errors.length === 0) await this.deleteOthers(program);
    } catch (error) {
      if (error instanceof ProviderCrash) throw error;
      if (!this.how.stops) throw error;
      if (!(error instanceof StepEnd)) this.outcome.errors.push(messageOf(error));
    } finally {
      await Promise.allSettled(this.underWay);
    }
  }

  /** Waits for what is under way. */
  private async ended(): Promise<void> {
    await Promise.allSettled(this.underWay);
    await Promise.all(this.underWay.splice(0));
  }

  /** Does some work, beside what comes after it where that is how the step goes on. */
  private async begin<Result>(work: Promise<Result>): Promise<Result | undefined> {
    if (!this.how.isParallel) return work;
    work.catch(() => undefined);
    this.underWay.push(work);
    return undefined;
  }

  private async refresh(): Promise<void> {
    this.how.note("the refresh");
    const { provider, stack } = this;
    await Promise.all(
      stack.current.map(async ({ name, resource: { kind, id, outputs } }) => {
        this.take(name, await provider.read(kind, id, outputs, name));
      }),
    );
    for (const { name, resource } of stack.current) {
      await provider.diff(resource.kind, resource.id, resource.outputs, resource.inputs, name);
    }
  }

  private take(name: string, read: Awaited<ReturnType<ProviderCalls["read"]>>): void {
    const recorded = this.stack.get(name);
    if (!recorded) return;
    const found = read.id === "" ? undefined : read.props;
    if (!isDeepStrictEqual(found, recorded.outputs)) {
      this.outcome.refreshed.push({ name, recorded: recorded.outputs, found });
    }
    if (!found) this.stack.delete({ name, resource: recorded });
    else {
      const inputs = read.inputs ?? recorded.inputs;
      this.stack.set(name, { ...recorded, id: read.id, outputs: found, inputs });
    }
  }

  private async register(
    name: string,
    { kind, args, deleteBeforeReplace = false }: Declared,
    afterCheck: () => Promise<void>,
  ): Promise<Operation> {
    const found = this.stack.get(name);
    const old = found?.kind === kind ? found : undefined;
    const inputs = await this.check(name, kind, old?.inputs ?? {}, args);
    if (!inputs) return "failed";
    await afterCheck();
    const planned = old ? await this.planFor(name, old, inputs) : "create";
    if (planned === "replace" && !(await this.check(name, kind, {}, args))) return "failed";
    if (planned === "same") return planned;
    const isFirst = planned === "replace" && deleteBeforeReplace;
    const done = await this.begin(this.change({ name, kind, inputs, planned, old, isFirst }));
    return done ?? planned;
  }

  private async change({ isFirst, ...change }: Change & { isFirst: boolean }): Promise<Operation> {
    const { name, kind, inputs, planned } = change;
    try {
      if (isFirst) await this.deleteFirst(name);
      this.how.note(`the ${planned} of ${name}`);
      await this.carryOut(change);
      return planned;
    } catch (error) {
      this.stack.addPart(name, kind, inputs, planned === "update", error);
      this.outcome.operations[name] = "failed";
      this.fail(error);
      return "failed";
    }
  }

  private async check(
    name: string,
    kind: Kind,
    olds: Properties,
    args: Properties,
  ): Promise<Properties | undefined> {
    this.how.note(`the check of ${name}`);
    const { inputs, failures } = await this.provider.check(kind, olds, args, name);
    this.outcome.errors.push(...failures.map((failure) => failure.reason));
    if (failures.length === 0) return inputs;
    if (this.how.stops) throw new StepEnd();
    return undefined;
  }

  private async planFor(name: string, { kind, id, outputs }: RecordedResource, inputs: Properties) {
    this.how.note(`the diff of ${name}`);
    const { changes, replaces } = await this.provider.diff(kind, id, outputs, inputs, name);
    if (replaces.length > 0) return "replace";
    return changes ? "update" : "same";
  }

  private async carryOut({ name, kind, inputs, planned, old }: Change): Promise<void> {
    const { provider, stack } = this;
    const updated = planned === "update" ? old : undefined;
    if (this.how.isPreview) {
      await provider.preview?.({ kind, name, inputs, old: updated });
    } else if (updated) {
      const { outs } = await provider.update(kind, updated.id, updated.outputs, inputs, name);
      stack.set(name, { ...updated, inputs, outputs: outs });
    } else {
      const { id, outs } = await provider.create(kind, inputs, name);
      stack.add(name, { kind, id, inputs, outputs: outs });
    }
  }

  /** Whether the new one is made later or never, the old one is no longer recorded. */
  private async deleteFirst(name: string): Promise<void> {
    const resource = this.stack.get(name);
    if (this.how.isPreview || !resource) return;
    this.how.note(`the delete of ${name}`);
    await this.provider.delete(resource.kind, resource.id, resource.outputs, name);
    this.stack.delete({ name, resource });
  }

  private async deleteOthers(program: Program): Promise<void> {
    const others = this.stack.current.filter(({ name }) => program[name] === undefined);
    for (const { name } of others) this.outcome.operations[name] ??= "delete";
    if (this.how.isPreview) return;
    for (const entry of [...others.reverse(), ...[...this.stack.replaced].reverse()])
      await this.begin(this.delete(entry));
    await this.ended();
  }

  private async delete(entry: Named): Promise<void> {
    const { name, resource } = entry;
    this.how.note(`the delete of ${name}`);
    try {
      await this.provider.delete(resource.kind, resource.id, resource.outputs, name);
      this.stack.delete(entry);
    } catch (error) {
      this.fail(error);
    }
  }

  private fail(error: unknown): void {
    if (error instanceof ProviderCrash) throw error;
    this.outcome.errors.push(messageOf(error));
    if (this.how.stops) throw new StepEnd();
  }
}

/** The engine shows the reasons alone where there are any. */
function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ("reasons" in error && Array.isArray(error.reasons)) return error.reasons.join("\n");
  return error.message;
}

import { type ProviderCalls, ProviderCrash, type RecordedResource } from "./provider-calls";
import type { Kind, Properties } from "./provider-messages";

/** What a program declares, by name. */
export type Program = Record<string, { kind: Kind; args: Properties }>;

/** What the engine does to a resource. */
export type Operation = "create" | "update" | "replace" | "delete" | "same" | "failed";

/** What came of a preview or an up. */
export interface Outcome {
  operations: Record<string, Operation>;
  /** What the provider printed. */
  printed: string;
  /** Check failures and errors, as the user reads them. */
  errors: string[];
}

/**
 * Calls a provider in the order in which the engine does with `refresh: always`: all reads and their diffs, then per
 * resource check, diff and create or update, deletes last.
 */
export abstract class StepEngine {
  private state = new Map<string, RecordedResource>();
  /** Replaced resources whose deletion has not succeeded yet. */
  private replaced: { name: string; resource: RecordedResource }[] = [];
  /** What happens between the check of a resource and its diff. */
  afterCheck: () => Promise<void> = async () => undefined;

  /** Runs the calls of one step in a provider of their own. */
  protected abstract during(work: (provider: ProviderCalls) => Promise<void>): Promise<void>;

  /** What `pulumi preview` calls. */
  preview(program: Program, options: { refresh?: boolean } = {}): Promise<Outcome> {
    return this.step(program, { isPreview: true, refresh: options.refresh ?? true });
  }

  /** What `pulumi up` calls in its second process. */
  up(program: Program, options: { refresh?: boolean } = {}): Promise<Outcome> {
    return this.step(program, { isPreview: false, refresh: options.refresh ?? true });
  }

  /** What `pulumi destroy` calls. */
  destroy(): Promise<Outcome> {
    return this.up({});
  }

  /** The recorded outputs of a resource. */
  outputs(name: string): Properties {
    return this.state.get(name)?.outputs ?? {};
  }

  /** The recorded inputs of a resource. */
  inputs(name: string): Properties {
    return this.state.get(name)?.inputs ?? {};
  }

  /** All that the stack records; replaced resources that are still to be deleted stand at the end. */
  recorded(): { name: string; resource: RecordedResource }[] {
    return [...[...this.state].map(([name, resource]) => ({ name, resource })), ...this.replaced];
  }

  private async step(
    program: Program,
    { isPreview, refresh }: { isPreview: boolean; refresh: boolean },
  ): Promise<Outcome> {
    const kept = new Map([...this.state].map(([name, recorded]) => [name, { ...recorded }]));
    const outcome: Outcome = { operations: {}, printed: "", errors: [] };
    try {
      await this.during(async (provider) => {
        if (refresh) await this.refresh(provider);
        for (const [name, { kind, args }] of Object.entries(program)) {
          outcome.operations[name] = await this.register(provider, name, kind, args, isPreview, outcome);
        }
        if (outcome.errors.length === 0) await this.deleteOthers(provider, program, isPreview, outcome);
        outcome.printed = await provider.output();
      });
    } finally {
      if (isPreview) this.state = kept;
    }
    return outcome;
  }

  private async refresh(provider: ProviderCalls): Promise<void> {
    for (const [name, recorded] of [...this.state]) {
      const { id, props, inputs } = await provider.read(recorded.kind, recorded.id, recorded.outputs, name);
      if (id === "") this.state.delete(name);
      else this.state.set(name, { ...recorded, id, outputs: props, inputs: inputs ?? recorded.inputs });
    }
    for (const [name, { kind, id, outputs, inputs }] of this.state) {
      await provider.diff(kind, id, outputs, inputs, name);
    }
  }

  private async register(
    provider: ProviderCalls,
    name: string,
    kind: Kind,
    args: Properties,
    isPreview: boolean,
    outcome: Outcome,
  ): Promise<Operation> {
    const found = this.state.get(name);
    const old = found?.kind === kind ? found : undefined;
    const { inputs, failures } = await provider.check(kind, old?.inputs ?? {}, args, name);
    outcome.errors.push(...failures.map((failure) => failure.reason));
    if (failures.length > 0) return "failed";
    await this.afterCheck();
    const planned = old ? await planFor(provider, name, old, inputs) : "create";
    if (planned === "replace") {
      const again = await provider.check(kind, {}, args, name);
      outcome.errors.push(...again.failures.map((failure) => failure.reason));
      if (again.failures.length > 0) return "failed";
    }
    if (planned === "same") return planned;
    try {
      if (isPreview) {
        await provider.preview?.({ kind, name, inputs, old: planned === "update" ? old : undefined });
        return planned;
      }
      await this.carryOut(provider, name, kind, inputs, planned);
      return planned;
    } catch (error) {
      if (error instanceof ProviderCrash) throw error;
      outcome.errors.push(error instanceof Error ? error.message : String(error));
      this.recordPart(name, kind, inputs, planned, error);
      return "failed";
    }
  }

  private async carryOut(
    provider: ProviderCalls,
    name: string,
    kind: Kind,
    inputs: Properties,
    planned: Operation,
  ): Promise<void> {
    const old = this.state.get(name);
    if (planned === "update" && old) {
      const { outs } = await provider.update(kind, old.id, old.outputs, inputs, name);
      this.state.set(name, { ...old, inputs, outputs: outs });
      return;
    }
    const { id, outs } = await provider.create(kind, inputs, name);
    this.recordNew(name, { kind, id, inputs, outputs: outs });
  }

  /** What stood under that name before is deleted at the end of a step, of this one or of a later one. */
  private recordNew(name: string, resource: RecordedResource): void {
    const old = this.state.get(name);
    if (old) this.replaced.push({ name, resource: old });
    this.state.set(name, resource);
  }

  /** A partial failure is recorded; a failed update keeps the old inputs beside the new outputs. */
  private recordPart(name: string, kind: Kind, inputs: Properties, planned: Operation, error: unknown): void {
    if (!(error instanceof Error) || !("id" in error) || typeof error.id !== "string") return;
    if (!("properties" in error) || typeof error.properties !== "object" || !error.properties) return;
    const outputs: Properties = { ...error.properties };
    const old = this.state.get(name);
    if (planned === "update" && old) this.state.set(name, { ...old, outputs });
    else this.recordNew(name, { kind, id: error.id, inputs, outputs });
  }

  private async deleteOthers(
    provider: ProviderCalls,
    program: Program,
    isPreview: boolean,
    outcome: Outcome,
  ): Promise<void> {
    const others = [...this.state].filter(([name]) => program[name] === undefined);
    for (const [name, resource] of others.reverse()) {
      outcome.operations[name] ??= "delete";
      if (!isPreview && (await isDeleted(provider, name, resource, outcome))) this.state.delete(name);
    }
    if (isPreview) return;
    for (const entry of [...this.replaced].reverse()) {
      if (!(await isDeleted(provider, entry.name, entry.resource, outcome))) continue;
      this.replaced = this.replaced.filter((other) => other !== entry);
    }
  }
}

async function planFor(
  provider: ProviderCalls,
  name: string,
  old: RecordedResource,
  inputs: Properties,
): Promise<Operation> {
  const { changes, replaces } = await provider.diff(old.kind, old.id, old.outputs, inputs, name);
  if (replaces.length > 0) return "replace";
  return changes ? "update" : "same";
}

async function isDeleted(
  provider: ProviderCalls,
  name: string,
  { kind, id, outputs }: RecordedResource,
  outcome: Outcome,
): Promise<boolean> {
  try {
    await provider.delete(kind, id, outputs, name);
    return true;
  } catch (error) {
    if (error instanceof ProviderCrash) throw error;
    outcome.errors.push(error instanceof Error ? error.message : String(error));
    return false;
  }
}

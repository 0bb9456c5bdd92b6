import type { Kind, Properties } from "./provider-messages";
import { type ProviderOptions, ProviderProcess } from "./provider-process";

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

interface Recorded {
  kind: Kind;
  id: string;
  inputs: Properties;
  outputs: Properties;
}

/**
 * Calls a real provider process in the order in which the engine does with `refresh: always`: all reads and their
 * diffs, then per resource check, diff and create or update, deletes last. So that many small cases cost
 * milliseconds each; what a user sees is tested on the real CLI.
 */
export class SmallEngine {
  private state = new Map<string, Recorded>();

  /** `options` are asked for at each step, as an environment may change between two runs. */
  constructor(private readonly options: () => ProviderOptions) {}

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

  private async step(
    program: Program,
    { isPreview, refresh }: { isPreview: boolean; refresh: boolean },
  ): Promise<Outcome> {
    const kept = new Map([...this.state].map(([name, recorded]) => [name, { ...recorded }]));
    const outcome: Outcome = { operations: {}, printed: "", errors: [] };
    await ProviderProcess.during(this.options(), async (provider) => {
      if (refresh) await this.refresh(provider);
      for (const [name, { kind, args }] of Object.entries(program)) {
        outcome.operations[name] = await this.register(provider, name, kind, args, isPreview, outcome);
      }
      if (outcome.errors.length === 0) await this.deleteOthers(provider, program, isPreview, outcome);
      outcome.printed = await provider.output();
    });
    if (isPreview) this.state = kept;
    return outcome;
  }

  private async refresh(provider: ProviderProcess): Promise<void> {
    for (const [name, recorded] of [...this.state]) {
      const { id, props, inputs } = await provider.read(recorded.kind, recorded.id, recorded.outputs);
      if (id === "") this.state.delete(name);
      else this.state.set(name, { ...recorded, id, outputs: props, inputs: inputs ?? recorded.inputs });
    }
    for (const { kind, id, outputs, inputs } of this.state.values()) {
      await provider.diff(kind, id, outputs, inputs);
    }
  }

  private async register(
    provider: ProviderProcess,
    name: string,
    kind: Kind,
    args: Properties,
    isPreview: boolean,
    outcome: Outcome,
  ): Promise<Operation> {
    const old = this.state.get(name);
    const { inputs, failures } = await provider.check(kind, old?.inputs ?? {}, args);
    outcome.errors.push(...failures.map((failure) => failure.reason));
    if (failures.length > 0) return "failed";
    const planned = old ? await planFor(provider, old, inputs) : "create";
    if (planned === "replace") {
      const again = await provider.check(kind, {}, args);
      outcome.errors.push(...again.failures.map((failure) => failure.reason));
    }
    if (isPreview || planned === "same") return planned;
    try {
      await this.carryOut(provider, name, kind, inputs, planned, old);
      return planned;
    } catch (error) {
      outcome.errors.push(error instanceof Error ? error.message : String(error));
      this.recordPart(name, kind, inputs, error);
      return "failed";
    }
  }

  private async carryOut(
    provider: ProviderProcess,
    name: string,
    kind: Kind,
    inputs: Properties,
    planned: Operation,
    old: Recorded | undefined,
  ): Promise<void> {
    if (planned === "update" && old) {
      const { outs } = await provider.update(kind, old.id, old.outputs, inputs);
      this.state.set(name, { ...old, inputs, outputs: outs });
      return;
    }
    const { id, outs } = await provider.create(kind, inputs);
    this.state.set(name, { kind, id, inputs, outputs: outs });
    if (old) await provider.delete(old.kind, old.id, old.outputs);
  }

  /** A partial failure is recorded; a failed update keeps the old inputs beside the new outputs. */
  private recordPart(name: string, kind: Kind, inputs: Properties, error: unknown): void {
    if (!(error instanceof Error) || !("id" in error) || typeof error.id !== "string") return;
    if (!("properties" in error) || typeof error.properties !== "object" || !error.properties) return;
    const outputs: Properties = { ...error.properties };
    this.state.set(name, { kind, id: error.id, inputs: this.state.get(name)?.inputs ?? inputs, outputs });
  }

  private async deleteOthers(
    provider: ProviderProcess,
    program: Program,
    isPreview: boolean,
    outcome: Outcome,
  ): Promise<void> {
    const others = [...this.state].filter(([name, { kind }]) => program[name]?.kind !== kind);
    for (const [name, { kind, id, outputs }] of others.reverse()) {
      outcome.operations[name] ??= "delete";
      if (isPreview) continue;
      try {
        await provider.delete(kind, id, outputs);
        this.state.delete(name);
      } catch (error) {
        outcome.errors.push(error instanceof Error ? error.message : String(error));
      }
    }
  }
}

async function planFor(provider: ProviderProcess, old: Recorded, inputs: Properties): Promise<Operation> {
  const { changes, replaces } = await provider.diff(old.kind, old.id, old.outputs, inputs);
  if (replaces.length > 0) return "replace";
  return changes ? "update" : "same";
}

import { isDeepStrictEqual } from "node:util";
import type { Operation, Program } from "../../../support/engine";
import type { Kind, Properties } from "../../../support/provider-messages";
import type { ProviderCalls } from "./in-process-provider";

/** What the stack records of one resource. */
export interface Recorded {
  kind: Kind;
  id: string;
  inputs: Properties;
  outputs: Properties;
}

/** What came of a preview or an up. */
export interface Outcome {
  operations: Record<string, Operation>;
  errors: string[];
  /** What the refresh found different from what was recorded. */
  refreshed: { name: string; recorded: Properties; found: Properties | undefined }[];
}

/** A step that failed: the engine begins no other one. */
class StepFailure extends Error {}

/**
 * One stack, worked on as the engine does with `refresh: always`: all reads at once and their diffs, then per resource
 * check, diff and create or update, deletes last. It stops at the first failure, and what was recorded by then stays;
 * so a run may be left in the middle, as if the process were killed.
 */
export class Stack {
  /** What the engine waits for, for whoever finds it waiting for ever. */
  doing = "nothing";
  private condemned: Recorded[] = [];

  constructor(private resources = new Map<string, Recorded>()) {}

  get names(): string[] {
    return [...this.resources.keys()];
  }

  copy(): Stack {
    const copy = new Stack(structuredClone(this.resources));
    copy.condemned = structuredClone(this.condemned);
    return copy;
  }

  equals({ resources, condemned }: Stack): boolean {
    return isDeepStrictEqual([this.resources, this.condemned], [resources, condemned]);
  }

  async up(provider: ProviderCalls, program: Program): Promise<Outcome> {
    const outcome: Outcome = { operations: {}, errors: [], refreshed: [] };
    try {
      await this.refresh(provider, outcome);
      for (const name of Object.keys(program)) await this.register(provider, name, program, outcome, false);
      await this.deleteOthers(provider, program, outcome);
    } catch (error) {
      if (!(error instanceof StepFailure)) outcome.errors.push(messageOf(error));
    }
    return outcome;
  }

  async preview(provider: ProviderCalls, program: Program): Promise<Outcome> {
    const copy = this.copy();
    const outcome: Outcome = { operations: {}, errors: [], refreshed: [] };
    await copy.refresh(provider, outcome);
    for (const name of Object.keys(program)) await copy.register(provider, name, program, outcome, true);
    for (const [name] of copy.others(program)) outcome.operations[name] ??= "delete";
    return outcome;
  }

  private async refresh(provider: ProviderCalls, outcome: Outcome): Promise<void> {
    this.doing = "the refresh";
    const entries = [...this.resources];
    const found = await Promise.all(
      entries.map(([, { kind, id, outputs }]) => provider.read(kind, id, outputs)),
    );
    for (const [index, [name, recorded]] of entries.entries()) {
      const { id, props, inputs } = found[index] ?? { id: "", props: {}, inputs: undefined };
      const isGone = id === "";
      if (isGone || !isDeepStrictEqual(props, recorded.outputs)) {
        outcome.refreshed.push({ name, recorded: recorded.outputs, found: isGone ? undefined : props });
      }
      if (isGone) this.resources.delete(name);
      else this.resources.set(name, { ...recorded, id, outputs: props, inputs: inputs ?? recorded.inputs });
    }
    for (const { kind, id, outputs, inputs } of this.resources.values()) {
      await provider.diff(kind, id, outputs, inputs);
    }
  }

  private async register(
    provider: ProviderCalls,
    name: string,
    program: Program,
    outcome: Outcome,
    isPreview: boolean,
  ): Promise<void> {
    const declared = program[name];
    if (!declared) return;
    const { kind, args } = declared;
    const old = this.resources.get(name);
    const known = old?.kind === kind ? old : undefined;
    this.doing = `the check of ${name}`;
    const { inputs, failures } = await provider.check(kind, known?.inputs ?? {}, args);
    outcome.errors.push(...failures.map(({ reason }) => reason));
    if (failures.length > 0) throw new StepFailure();
    this.doing = `the diff of ${name}`;
    const planned = known ? await planFor(provider, known, inputs) : "create";
    outcome.operations[name] = planned;
    if (planned === "replace") await provider.check(kind, {}, args);
    if (isPreview || planned === "same") return;
    this.doing = `the ${planned} of ${name}`;
    try {
      await this.carryOut(provider, name, { kind, inputs }, planned, old);
    } catch (error) {
      this.recordPart(name, { kind, inputs }, planned, error);
      outcome.operations[name] = "failed";
      throw error;
    }
  }

  private async carryOut(
    provider: ProviderCalls,
    name: string,
    { kind, inputs }: Pick<Recorded, "kind" | "inputs">,
    planned: Operation,
    old: Recorded | undefined,
  ): Promise<void> {
    if (planned === "update" && old) {
      const { outs } = await provider.update(kind, old.id, old.outputs, inputs);
      this.resources.set(name, { ...old, inputs, outputs: outs });
      return;
    }
    const { id, outs } = await provider.create(kind, inputs);
    if (old) this.condemned.push(old);
    this.resources.set(name, { kind, id, inputs, outputs: outs });
  }

  /** A partial failure is recorded; a failed update keeps the old inputs beside the new outputs. */
  private recordPart(
    name: string,
    { kind, inputs }: Pick<Recorded, "kind" | "inputs">,
    planned: Operation,
    error: unknown,
  ): void {
    if (!(error instanceof Error) || !("id" in error) || typeof error.id !== "string") return;
    if (!("properties" in error) || typeof error.properties !== "object" || !error.properties) return;
    const { __provider, ...outputs }: Properties = { ...error.properties };
    const old = this.resources.get(name);
    if (old && planned !== "update") this.condemned.push(old);
    const kept = planned === "update" ? (old?.inputs ?? inputs) : inputs;
    this.resources.set(name, { kind, id: error.id, inputs: kept, outputs });
  }

  private others(program: Program): [string, Recorded][] {
    return [...this.resources].filter(([name]) => program[name] === undefined).reverse();
  }

  private async deleteOthers(provider: ProviderCalls, program: Program, outcome: Outcome): Promise<void> {
    for (const old of [...this.condemned]) {
      this.doing = `the delete of what ${old.id} was`;
      await provider.delete(old.kind, old.id, old.outputs);
      this.condemned = this.condemned.filter((other) => other !== old);
    }
    for (const [name, { kind, id, outputs }] of this.others(program)) {
      this.doing = `the delete of ${name}`;
      outcome.operations[name] = "delete";
      await provider.delete(kind, id, outputs);
      this.resources.delete(name);
    }
  }
}

async function planFor(provider: ProviderCalls, old: Recorded, inputs: Properties): Promise<Operation> {
  const { changes, replaces } = await provider.diff(old.kind, old.id, old.outputs, inputs);
  if (replaces.length > 0) return "replace";
  return changes ? "update" : "same";
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ("reasons" in error && Array.isArray(error.reasons)) return error.reasons.join("\n");
  return error.message;
}

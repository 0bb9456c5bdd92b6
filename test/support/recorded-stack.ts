import { isDeepStrictEqual } from "node:util";
import type { RecordedResource } from "./provider-calls";
import type { Kind, Properties } from "./provider-messages";

/** A resource of the stack and its name. */
export interface Named {
  name: string;
  resource: RecordedResource;
}

/** What a stack records. */
export class RecordedStack {
  private resources = new Map<string, RecordedResource>();
  /** Replaced resources whose deletion has not succeeded yet. */
  private condemned: Named[] = [];

  copy(): RecordedStack {
    const copy = new RecordedStack();
    copy.resources = structuredClone(this.resources);
    copy.condemned = structuredClone(this.condemned);
    return copy;
  }

  equals({ resources, condemned }: RecordedStack): boolean {
    return isDeepStrictEqual([this.resources, this.condemned], [resources, condemned]);
  }

  get names(): string[] {
    return [...this.resources.keys()];
  }

  /** What is not to be replaced, in the order in which it was made. */
  get current(): Named[] {
    return [...this.resources].map(([name, resource]) => ({ name, resource }));
  }

  get replaced(): readonly Named[] {
    return this.condemned;
  }

  get(name: string): RecordedResource | undefined {
    return this.resources.get(name);
  }

  set(name: string, resource: RecordedResource): void {
    this.resources.set(name, resource);
  }

  /** What stood under that name before is deleted at the end of a step, of this one or of a later one. */
  add(name: string, resource: RecordedResource): void {
    const old = this.resources.get(name);
    if (old) this.condemned.push({ name, resource: old });
    this.resources.set(name, resource);
  }

  delete(entry: Named): void {
    if (this.resources.get(entry.name) === entry.resource) this.resources.delete(entry.name);
    this.condemned = this.condemned.filter((other) => other !== entry);
  }

  /** What an error of a create or update says was made. A failed update keeps the old inputs beside the new outputs. */
  addPart(name: string, kind: Kind, inputs: Properties, isUpdate: boolean, error: unknown): void {
    if (!(error instanceof Error) || !("id" in error) || typeof error.id !== "string") return;
    if (!("properties" in error) || typeof error.properties !== "object" || !error.properties) return;
    const outputs: Properties = { ...error.properties };
    const old = this.resources.get(name);
    if (isUpdate && old) this.resources.set(name, { ...old, outputs });
    else this.add(name, { kind, id: error.id, inputs, outputs });
  }
}

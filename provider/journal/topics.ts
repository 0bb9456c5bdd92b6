import type { z } from "zod";
import type { Entry } from "./entries";
import type { Journal } from "./journal";

/** Tells the processes of a run. */
export type Tell<Value> = (value: Value) => void;

/** What the processes of a run tell each other of one organization, by topic. */
export class Topics {
  private readonly listeners = new Map<string, (value: unknown, isOwn: boolean) => void>();

  constructor(
    readonly org: string,
    readonly journal: Journal,
  ) {}

  /** Gives what tells the others something. `take` gets what they tell; what another release tells otherwise is left out. */
  ofOthers<Value>(is: string, schema: z.ZodType<Value>, take: (value: Value) => void): Tell<Value> {
    return this.inOrder(is, schema, (value, isOwn) => {
      if (!isOwn) take(value);
    });
  }

  /** As `ofOthers`, where the order among all counts: `take` gets what this process tells as well, in its place. */
  inOrder<Value>(
    is: string,
    schema: z.ZodType<Value>,
    take: (value: Value, isOwn: boolean) => void,
  ): Tell<Value> {
    this.listeners.set(is, (value, isOwn) => {
      const { success, data } = schema.safeParse(value);
      if (success) take(data, isOwn);
    });
    // What is not in the schema may name somebody.
    return (told) => {
      const value = schema.safeParse(told).data;
      if (value !== undefined) this.journal.append({ is, org: this.org, value });
    };
  }

  take({ is, value }: Entry, isOwn: boolean): void {
    this.listeners.get(is)?.(value, isOwn);
  }
}

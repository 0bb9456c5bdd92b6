import * as pulumi from "@pulumi/pulumi";

/**
 * Something of which each run of a program has one: programs can run one after another in one process. The
 * function gives undefined outside of a run, as in unit tests with mocks.
 */
export function onePerRun<Value>(create: () => Value): () => Value | undefined {
  const values = new WeakMap<object, Value>();
  return () => {
    const run = pulumi.runtime.getStackResource();
    if (!run) return undefined;
    const value = values.get(run) ?? create();
    values.set(run, value);
    return value;
  };
}

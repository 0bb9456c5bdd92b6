import * as pulumi from "@pulumi/pulumi";

/** A resource as a program registered it. */
export interface Registered {
  type: string;
  name: string;
  inputs: Record<string, unknown>;
}

/** What came of a program. */
export interface Ran {
  /** What it failed with first. */
  error: Error | undefined;
  /** Its resources, in the order in which they reached the engine. */
  registered: Registered[];
  outputs: Record<string, unknown>;
  warnings: string[];
}

interface Options {
  isPreview?: boolean;
  /** The stack's configuration, and which of its keys are secret. */
  config?: Record<string, string>;
  secretKeys?: string[];
  /** What becomes of a resource: its `id`, and what it records beside its inputs. @throws where the engine refuses it */
  register?: (resource: Registered) => object | Promise<object>;
}

const stackType = "pulumi:pulumi:Stack";

/** Runs a program in this process, as a language host does, with Pulumi's mocks in the place of the engine. */
export async function runMocked(program: () => unknown, options: Options = {}): Promise<Ran> {
  const ran: Ran = { error: undefined, registered: [], outputs: {}, warnings: [] };
  await pulumi.runtime.setMocks(mocksFor(ran, options), "test", "dev", options.isPreview ?? false);
  passForEngine(options.isPreview ?? false);
  pulumi.runtime.setAllConfig(options.config ?? {}, options.secretKeys ?? []);
  const failures = new Failures();
  const releaseWarnings = hold(ran.warnings);
  const run = async () => {
    ran.outputs = Object(await pulumi.runtime.runInPulumiStack(async () => Object(await program())));
    await pulumi.runtime.disconnect();
  };
  try {
    await Promise.race([run().catch(failures.add), failures.first]);
    // Pulumi rejects more than one promise for what went wrong, some of them late; all are of this run.
    await afterRejections();
  } finally {
    failures.release();
    releaseWarnings();
    leaveStack();
  }
  return { ...ran, error: failures.error };
}

/** A program under the mocks of a unit test asks Losant nothing; here it runs as with an engine. */
function passForEngine(isPreview: boolean): void {
  const mocked: object = pulumi.runtime.getMonitor() ?? {};
  const monitor = new Proxy(mocked, { has: (target, name) => name !== "mocks" && name in target });
  pulumi.runtime.setMockOptions(monitor, "test", "dev", isPreview);
}

function mocksFor(ran: Ran, { register = () => ({}) }: Options): pulumi.runtime.Mocks {
  return {
    newResource: async ({ type, name, inputs }) => {
      if (type === stackType) return { id: "", state: {} };
      const resource = { type, name, inputs: { ...Object(inputs) } };
      ran.registered.push(resource);
      const state: Record<string, unknown> = { ...resource.inputs, ...(await register(resource)) };
      return { id: typeof state.id === "string" ? state.id : `${name}-id`, state };
    },
    call: () => ({}),
  };
}

/** The rejections that nobody handles: by them a program ends whose resource fails. */
class Failures {
  error: Error | undefined;
  private readonly others = process.listeners("unhandledRejection");
  private end: () => void = () => undefined;
  readonly first = new Promise<void>((resolve) => {
    this.end = resolve;
  });

  constructor() {
    process.removeAllListeners("unhandledRejection");
    process.on("unhandledRejection", this.add);
  }

  add = (error: unknown): void => {
    this.error ??= error instanceof Error ? error : new Error(String(error));
    this.end();
  };

  release(): void {
    process.removeAllListeners("unhandledRejection");
    for (const listener of this.others) process.on("unhandledRejection", listener);
  }
}

/** Without an engine Pulumi writes a program's warnings to the console. */
function hold(lines: string[]): () => void {
  const { warn } = console;
  console.warn = (line: unknown) => void lines.push(String(line));
  return () => {
    console.warn = warn;
  };
}

async function afterRejections(): Promise<void> {
  for (const _ of [1, 2, 3]) await new Promise(setImmediate);
}

/** Else what runs next would be part of this program. */
function leaveStack(): void {
  Reflect.set(globalThis, "stackResource", undefined);
  pulumi.runtime.setAllConfig({});
  pulumi.runtime.resetOptions("", "", -1, "", "", false, "");
}

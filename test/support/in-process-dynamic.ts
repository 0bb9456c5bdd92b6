import assert from "node:assert/strict";
import { z } from "zod";
import { type ResourceKind, resourceKinds } from "../../provider/calls/resource-kinds";
import { ConsoleReporter } from "../../provider/dynamic/console-reporter";
import { DynamicProvider } from "../../provider/dynamic/dynamic-provider";
import { RunSource } from "../../provider/live/run-source";
import { hostProcess } from "./host-process";
import type { ProviderCalls, ProviderOptions } from "./provider-calls";
import { type Kind, type Properties, ProviderError, providerText } from "./provider-messages";

// As in provider/index.ts.
z.config({ jitless: true });

type Provider = Pick<
  DynamicProvider<z.ZodObject, z.ZodObject>,
  "configure" | "check" | "diff" | "create" | "read" | "update" | "delete"
>;

/** What a create or update has made that failed half way, where its error says so. */
const Part = z.object({
  id: z.string(),
  properties: z.record(z.string(), z.unknown()).transform(received),
  reasons: z.array(z.string()),
});

/** The dynamic provider's own code in this process, called as Pulumi's dynamic-provider process calls it. */
export class InProcessDynamic implements ProviderCalls {
  private printed = "";
  private readonly providers: ReadonlyMap<string, Provider>;
  private readonly sources: RunSource[] = [];

  constructor(options: ProviderOptions) {
    this.providers = providersOf(options, (text) => this.print(text), this.sources);
  }

  /** Lets go of what the end of a process would let go of. */
  end(): void {
    for (const source of this.sources) source.beginAnew();
  }

  /** Runs some calls in a provider of their own. */
  static during<Result>(options: ProviderOptions, work: (provider: InProcessDynamic) => Promise<Result>) {
    return work(new InProcessDynamic(options));
  }

  async check(kind: Kind, olds: Properties, news: Properties) {
    const isNew = Object.keys(olds).length === 0;
    const answer = await this.printing(() =>
      this.provider(kind).check(isNew ? {} : sent(olds, kind), sent(news, kind)),
    );
    return { inputs: received(answer.inputs), failures: answer.failures ?? [] };
  }

  async diff(kind: Kind, id: string, olds: Properties, news: Properties) {
    const work = () => this.provider(kind).diff(id, sent(olds, kind), sent(news, kind));
    const { changes, replaces = [], deleteBeforeReplace = false } = await this.printing(work);
    return { changes, replaces, deleteBeforeReplace };
  }

  async create(kind: Kind, news: Properties) {
    const { id, outs } = await failing(() => this.provider(kind).create(sent(news, kind)));
    return { id, outs: received(outs) };
  }

  async read(kind: Kind, id: string, props: Properties) {
    const found = await this.printing(() => this.provider(kind).read(id, sent(props, kind)));
    return {
      id: found.id ?? "",
      props: received(found.props),
      inputs: found.inputs && received(found.inputs),
    };
  }

  async update(kind: Kind, id: string, olds: Properties, news: Properties) {
    const { outs } = await failing(() => this.provider(kind).update(id, sent(olds, kind), sent(news, kind)));
    return { outs: received(outs) };
  }

  async delete(kind: Kind, id: string, props: Properties): Promise<void> {
    await this.printing(() => this.provider(kind).delete(id, sent(props, kind)));
  }

  async output(): Promise<string> {
    return this.printed;
  }

  private provider(kind: Kind): Provider {
    return this.providers.get(kind) ?? assert.fail(`There is no provider of ${kind}.`);
  }

  private print(text: string): void {
    this.printed += `${text}\n`;
  }

  /** Pulumi's process prints the errors of these calls besides. */
  private printing<Result>(work: () => Promise<Result>): Promise<Result> {
    return failing(work, (error) => this.print(`${error}: ${error.stack}`));
  }
}

function providersOf(
  options: ProviderOptions,
  print: (text: string) => void,
  sources: RunSource[],
): ReadonlyMap<string, Provider> {
  const host = hostProcess(options);
  const report = new ConsoleReporter(print);
  const { engine, config = {} } = options;
  const source = () => {
    const made = new RunSource(host, () => engine);
    made.configure((key) => config[`losant:${key}`]);
    sources.push(made);
    return made;
  };
  const kinds: [string, ResourceKind][] = Object.entries(resourceKinds);
  return new Map(
    kinds.map(([name, { lifecycle }]) => [name, new DynamicProvider(lifecycle, source(), report)]),
  );
}

/** As the engine's messages carry them. */
function sent(properties: Properties, kind: Kind): Properties {
  return { ...JSON.parse(JSON.stringify(properties)), __provider: providerText(kind) };
}

/** Pulumi's process cannot send what is not plain JSON, after Losant has changed already. */
function received(properties: Properties = {}): Properties {
  const { __provider, ...own } = properties;
  const plain: Properties = JSON.parse(JSON.stringify(own));
  assert.deepStrictEqual(own, plain);
  return plain;
}

/** Errors as they come out of Pulumi's process; `note` takes them before. */
async function failing<Result>(work: () => Promise<Result>, note?: (error: Error) => void): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    note?.(error);
    throw new ProviderError(error.message, Part.safeParse(error).data);
  }
}

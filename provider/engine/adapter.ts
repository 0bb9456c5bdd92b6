import { isDeepStrictEqual } from "node:util";
import type { dynamic } from "@pulumi/pulumi";
import type { z } from "zod";
import { explain } from "../live/existing";
import { type Run, RunSource } from "../run/run";
import { parseArguments } from "./arguments";
import { messageOf, ProviderError, withoutStack } from "./errors";
import { type Life, PartlyDone } from "./life";
import {
  outputsOf,
  type Properties,
  pick,
  plain,
  splitUnknown,
  statedIn,
  withoutInternals,
} from "./properties";

/**
 * Speaks Pulumi's dynamic-provider protocol for one kind of resource: unknown values, `__provider`, plain-JSON
 * outputs, check failures, partial failures, and which arguments were stated. Nothing else in provider/ knows
 * of that protocol.
 */
export class DynamicProvider<Arguments extends z.ZodObject, Recorded extends z.ZodObject>
  implements dynamic.ResourceProvider<Properties, Properties>
{
  private readonly source = new RunSource();

  constructor(private readonly life: Life<Arguments, Recorded>) {}

  /** Must neither wait nor throw: the engine would keep a provider that is half configured. */
  async configure(request: dynamic.ConfigureRequest): Promise<void> {
    this.source.configure((key: string) => request.config.get(`losant:${key}`));
  }

  async check(olds: Properties, news: Properties): Promise<dynamic.CheckResult<Properties>> {
    const { known, unknown } = splitUnknown(withoutInternals(news));
    const { values, problems } = parseArguments(this.partialArguments(unknown), known);
    if (!values) return { inputs: news, failures: asFailures(problems) };
    const inconsistent = this.life.consistent?.(values, (name) => name in unknown) ?? [];
    const live = inconsistent.length > 0 ? [] : await this.checkLive(values, withoutInternals(olds));
    return { inputs: { ...plain(values), ...unknown }, failures: asFailures([...inconsistent, ...live]) };
  }

  /** A refused request is told as a fault of the resource, which names it; a thrown error would not. */
  private async checkLive(wish: Partial<z.output<Arguments>>, olds: Properties): Promise<string[]> {
    let run: Run | undefined;
    try {
      run = this.source.run();
      run.beginStep();
      if (!run.canAsk()) return [];
      const previous = Object.keys(olds).length > 0 ? this.parseKnown(olds) : undefined;
      return (await this.life.check?.(wish, previous, run)) ?? [];
    } catch (error) {
      return [run ? await explain(run, error) : messageOf(error)];
    }
  }

  async diff(_id: string, olds: Properties, news: Properties): Promise<dynamic.DiffResult> {
    return this.quietly(async (run) => {
      const { known, unknown } = splitUnknown(withoutInternals(news));
      const [state, wish] = [this.state(olds), this.parseKnown(news)];
      const changed = Object.keys(known).filter((name) => !isDeepStrictEqual(known[name], olds[name]));
      const replaces = await this.life.replacedBy(state, wish, changed, run);
      const reasons = replaces.length > 0 ? [] : ((await this.life.due?.(state, wish, run)) ?? []);
      for (const reason of reasons) run.remark(reason);
      const differs = changed.length + reasons.length + Object.keys(unknown).length > 0;
      return { changes: differs || !isDeepStrictEqual(statedIn(olds), statedBy(news)), replaces };
    });
  }

  async create(news: Properties): Promise<dynamic.CreateResult<Properties>> {
    const found = await this.recordingParts(news, (run) => this.life.create(this.wish(news), run));
    return { id: found.id, outs: outputsOf(found.state, statedBy(news)) };
  }

  async read(id: string, olds: Properties = {}): Promise<dynamic.ReadResult<Properties>> {
    return this.quietly(async (run) => {
      const isRecorded = Object.keys(withoutInternals(olds)).length > 0;
      const found = await this.life.read(id, isRecorded ? this.state(olds) : undefined, run);
      if (!found) return {};
      const props = outputsOf(found.state, statedIn(olds));
      return { id: found.id, props, inputs: pick(props, statedIn(olds)) };
    });
  }

  async update(id: string, olds: Properties, news: Properties): Promise<dynamic.UpdateResult<Properties>> {
    const state = await this.recordingParts(news, (run) =>
      this.life.update(id, this.state(olds), this.wish(news), run),
    );
    return { outs: outputsOf(state, statedBy(news)) };
  }

  async delete(id: string, olds: Properties): Promise<void> {
    return this.quietly((run) => this.life.delete(id, this.state(olds), run));
  }

  private wish(news: Properties): z.output<Arguments> {
    return this.life.arguments.parse(withoutInternals(news));
  }

  private state(olds: Properties): z.output<Recorded> {
    const result = this.life.state.safeParse(withoutInternals(olds));
    if (result.success) return result.data;
    const faults = result.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("; ");
    throw new ProviderError(
      `What the stack has recorded of this ${this.life.kind} cannot be read: ${faults}`,
    );
  }

  private parseKnown(properties: Properties): Partial<z.output<Arguments>> {
    const { known } = splitUnknown(withoutInternals(properties));
    return parseArguments(this.partialArguments(this.life.arguments.shape), known).values ?? {};
  }

  /** The arguments with the named ones optional. */
  private partialArguments(names: object): z.ZodType<Partial<z.output<Arguments>>> {
    const shape: Properties = this.life.arguments.shape;
    const mask = Object.fromEntries(
      Object.keys(names)
        .filter((name) => name in shape)
        .map((name) => [name, true]),
    );
    return this.life.arguments.partial(mask as never) as unknown as z.ZodType<Partial<z.output<Arguments>>>;
  }

  private async quietly<Result>(work: (run: Run) => Promise<Result>): Promise<Result> {
    try {
      return await work(this.source.run());
    } catch (error) {
      throw withoutStack(error);
    }
  }

  /** Always a fresh error: properties of a foreign one, such as `metadata`, hang the engine's call. */
  private async recordingParts<Result>(
    news: Properties,
    work: (run: Run) => Promise<Result>,
  ): Promise<Result> {
    try {
      return await work(this.source.run());
    } catch (error) {
      if (!(error instanceof PartlyDone)) throw new Error(messageOf(error));
      const { found, reasons } = error;
      const properties = { ...outputsOf(found.state, statedBy(news)), __provider: news.__provider };
      throw Object.assign(new Error(error.message), { id: found.id, properties, reasons });
    }
  }
}

function statedBy(news: Properties): string[] {
  return Object.keys(withoutInternals(news)).sort();
}

/** No property is named: the engine would print its whole value beside it, secrets in clear. */
function asFailures(problems: string[]): dynamic.CheckFailure[] {
  return problems.map((reason) => ({ property: "", reason }));
}

import { isDeepStrictEqual } from "node:util";
import type { dynamic } from "@pulumi/pulumi";
import type { z } from "zod";
import { missingTokenMessage, printableLines } from "../../client";
import { type Run, RunSource } from "../live/run";
import {
  type Context,
  PartialFailure,
  type Recorded,
  type ResourceLifecycle,
} from "../resources/resource-lifecycle";
import { parseArguments } from "../vocabulary/arguments";
import { messageOf, ProviderError } from "../vocabulary/errors";
import type { Reporter } from "../vocabulary/reporter";
import { ConsoleReporter, silent } from "./console-reporter";
import { errorWithoutStack, freshError } from "./engine-errors";
import {
  outputsOf,
  type Properties,
  pick,
  plain,
  splitUnknown,
  statedIn,
  withoutInternals,
} from "./properties";

const consoleReporter = new ConsoleReporter();

/**
 * Speaks Pulumi's dynamic-provider protocol for one kind of resource: unknown values, `__provider`, plain-JSON
 * outputs, check failures, partial failures, and which arguments were stated. Nothing else in provider/ knows
 * of that protocol.
 */
export class DynamicProvider<Arguments extends z.ZodObject, State extends z.ZodObject>
  implements dynamic.ResourceProvider<Properties, Properties>
{
  private readonly partials = new Map<string, z.ZodType<Partial<z.output<Arguments>>>>();

  /** `source` finds the run that the resources share, `reporter` what users are told; both are the process's own. */
  constructor(
    private readonly lifecycle: ResourceLifecycle<Arguments, State>,
    private readonly source: Pick<RunSource, "configure" | "run"> = new RunSource(),
    private readonly reporter: Reporter = consoleReporter,
  ) {}

  /** Must neither wait nor throw: the engine would keep a provider that is half configured. */
  async configure(request: dynamic.ConfigureRequest): Promise<void> {
    this.source.configure((key: string) => request.config.get(`losant:${key}`));
  }

  async check(olds: Properties, news: Properties): Promise<dynamic.CheckResult<Properties>> {
    const { known, unknown } = splitUnknown(withoutInternals(news));
    const { values, problems } = parseArguments(this.partialArguments(unknown), known);
    if (!values) return { inputs: news, failures: asFailures(problems) };
    const isUnknown = (name: string) => name in unknown;
    const inconsistent = this.lifecycle.validate?.(values, isUnknown) ?? [];
    const live =
      inconsistent.length > 0 ? [] : await this.checkLive(values, withoutInternals(olds), isUnknown);
    return { inputs: { ...plain(values), ...unknown }, failures: asFailures([...inconsistent, ...live]) };
  }

  /** A refused request is reported as a problem of the resource, which names it; a thrown error would not. */
  private async checkLive(
    wish: Partial<z.output<Arguments>>,
    olds: Properties,
    isUnknown: Context["isUnknown"],
  ): Promise<string[]> {
    try {
      const run = this.source.run();
      run.beginStep();
      if (!run.hasToken) return this.warnWithoutToken();
      const previous = Object.keys(olds).length > 0 ? this.parseKnown(olds) : undefined;
      return (await this.lifecycle.check?.(wish, previous, { run, report: this.reporter, isUnknown })) ?? [];
    } catch (error) {
      return [messageOf(error)];
    }
  }

  private warnWithoutToken(): [] {
    this.reporter.warn(`nothing was compared with the live organization. ${missingTokenMessage}`);
    return [];
  }

  async diff(_id: string, olds: Properties, news: Properties): Promise<dynamic.DiffResult> {
    return this.withoutStack(async (run) => {
      const { known, unknown } = splitUnknown(withoutInternals(news));
      const recorded = this.recorded(olds);
      const wish = this.parseKnown(news);
      const changed = Object.keys(known).filter((name) => !isDeepStrictEqual(known[name], olds[name]));
      const report = run.hasBegun ? this.reporter : silent;
      const context: Context = { run, report, isUnknown: (name) => name in unknown };
      const replaces = await this.lifecycle.replacedBy(recorded, wish, changed, context);
      const isUpdated = replaces.length === 0 && (await this.hasReasons(recorded, wish, context));
      const differs = changed.length > 0 || isUpdated || Object.keys(unknown).length > 0;
      return { changes: differs || !isDeepStrictEqual(this.stated(olds), statedBy(news)), replaces };
    });
  }

  private async hasReasons(
    recorded: Recorded<z.output<State>>,
    wish: Partial<z.output<Arguments>>,
    context: Context,
  ): Promise<boolean> {
    if (!context.run.hasToken) return false;
    const reasons = (await this.lifecycle.updateReasons?.(recorded, wish, context)) ?? [];
    for (const { text, isWarning } of reasons) {
      if (isWarning) context.report.warn(text);
      else context.report.info(text);
    }
    return reasons.length > 0;
  }

  async create(news: Properties): Promise<dynamic.CreateResult<Properties>> {
    const found = await this.recordingParts(news, [], (context) =>
      this.lifecycle.create(this.wish(news), context),
    );
    return { id: found.id, outs: outputsOf(found.state, statedBy(news)) };
  }

  async read(id: string, olds: Properties = {}): Promise<dynamic.ReadResult<Properties>> {
    return this.withoutStack(async (run) => {
      const isRecorded = Object.keys(withoutInternals(olds)).length > 0;
      const recorded = isRecorded ? this.recorded(olds) : undefined;
      const found = await this.lifecycle.read(id, recorded, this.atUp(run));
      if (!found) return {};
      const props = outputsOf(found.state, this.stated(olds));
      return { id: found.id, props, inputs: plain(found.inputs) };
    });
  }

  async update(id: string, olds: Properties, news: Properties): Promise<dynamic.UpdateResult<Properties>> {
    const state = await this.recordingParts(news, this.stated(olds), (context) =>
      this.lifecycle.update(id, this.recorded(olds), this.wish(news), context),
    );
    return { outs: outputsOf(state, statedBy(news)) };
  }

  async delete(id: string, olds: Properties): Promise<void> {
    return this.withoutStack((run) => this.lifecycle.delete(id, this.recorded(olds), this.atUp(run)));
  }

  /** At `up` every value is known. */
  private atUp(run: Run): Context {
    return { run, report: this.reporter, isUnknown: () => false };
  }

  private wish(news: Properties): z.output<Arguments> {
    return this.lifecycle.arguments.parse(withoutInternals(news));
  }

  private recorded(olds: Properties): Recorded<z.output<State>> {
    const result = this.lifecycle.state.safeParse(withoutInternals(olds));
    if (result.success) return { state: result.data, stated: this.stated(olds) };
    const problems = result.error.issues
      .map(({ path, message }) => `${path.join(".")}: ${message}`)
      .join("; ");
    throw new ProviderError(
      `What the stack has recorded of this ${this.lifecycle.kind} cannot be read: ${problems}`,
    );
  }

  /** The arguments that the program had stated; those of an older release that are no more are left out. */
  private stated(olds: Properties): string[] {
    return statedIn(olds).filter((name) => name in this.lifecycle.arguments.shape);
  }

  private parseKnown(properties: Properties): Partial<z.output<Arguments>> {
    const { known } = splitUnknown(withoutInternals(properties));
    const { shape } = this.lifecycle.arguments;
    return parseArguments(this.partialArguments(shape), pick(known, Object.keys(shape))).values ?? {};
  }

  /** The arguments with the named ones optional; made once, as making a schema costs more than parsing. */
  private partialArguments(names: object): z.ZodType<Partial<z.output<Arguments>>> {
    const { shape } = this.lifecycle.arguments;
    const optional = Object.keys(names).filter((name) => name in shape);
    const known = this.partials.get(optional.join()) ?? this.makePartial(optional);
    this.partials.set(optional.join(), known);
    return known;
  }

  private makePartial(names: string[]): z.ZodType<Partial<z.output<Arguments>>> {
    const mask = Object.fromEntries(names.map((name) => [name, true]));
    return this.lifecycle.arguments.partial(mask as never) as unknown as z.ZodType<
      Partial<z.output<Arguments>>
    >;
  }

  private async withoutStack<Result>(work: (run: Run) => Promise<Result>): Promise<Result> {
    try {
      return await work(this.source.run());
    } catch (error) {
      throw errorWithoutStack(error);
    }
  }

  /** What was stated before stays stated where an update fails: taking it out is not done yet. */
  private async recordingParts<Result>(
    news: Properties,
    statedBefore: readonly string[],
    work: (context: Context) => Promise<Result>,
  ): Promise<Result> {
    try {
      return await work(this.atUp(this.source.run()));
    } catch (error) {
      if (!(error instanceof PartialFailure)) throw freshError(error);
      const { snapshot, reasons } = error;
      const stated = [...new Set([...statedBefore, ...statedBy(news)])];
      const properties = { ...outputsOf(snapshot.state, stated), __provider: news.__provider };
      const told = reasons.map(printableLines);
      throw Object.assign(freshError(error), { id: snapshot.id, properties, reasons: told });
    }
  }
}

function statedBy(news: Properties): string[] {
  return Object.keys(withoutInternals(news)).sort();
}

/** No property is named: the engine would print its whole value beside it, secrets in clear. */
function asFailures(problems: string[]): dynamic.CheckFailure[] {
  return problems.map((problem) => ({ property: "", reason: printableLines(problem) }));
}

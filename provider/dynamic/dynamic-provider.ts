import type { dynamic } from "@pulumi/pulumi";
import type { z } from "zod";
import { printableLines } from "../../client";
import { areDynamic, type Properties } from "../calls/properties";
import { type Caller, RecordedFailure, ResourceCalls } from "../calls/resource-calls";
import { RunSource } from "../live/run-source";
import type { ResourceLifecycle } from "../resources/resource-lifecycle";
import type { Reporter } from "../vocabulary/reporter";
import { ConsoleReporter } from "./console-reporter";
import { errorWithoutStack, freshError } from "./engine-errors";

const consoleReporter = new ConsoleReporter();

/**
 * Speaks Pulumi's dynamic-provider protocol for one kind of resource: `__provider` in every set of properties, and
 * errors in the form that Pulumi's own process prints. Nothing else in provider/ knows of that protocol.
 */
export class DynamicProvider<Arguments extends z.ZodObject, State extends z.ZodObject>
  implements dynamic.ResourceProvider<Properties, Properties>
{
  private readonly calls: ResourceCalls<Arguments, State>;
  private readonly caller: Caller;

  /** `source` finds the run that the resources share, `report` what users are told; both are the process's own. */
  constructor(
    lifecycle: ResourceLifecycle<Arguments, State>,
    private readonly source: Pick<RunSource, "configure" | "run"> = new RunSource(),
    report: Reporter = consoleReporter,
  ) {
    this.calls = new ResourceCalls(lifecycle, source);
    this.caller = { report };
  }

  /** Must neither wait nor throw: the engine would keep a provider that is half configured. */
  async configure(request: dynamic.ConfigureRequest): Promise<void> {
    this.source.configure((key: string) => request.config.get(`losant:${key}`));
  }

  async check(olds: Properties, news: Properties): Promise<dynamic.CheckResult<Properties>> {
    const { inputs, problems } = await this.calls.check(olds, news, this.caller);
    return { inputs, failures: problems.map(asFailure) };
  }

  /** What the native plugin recorded is recorded again, or Pulumi could not run it here. */
  async diff(_id: string, olds: Properties, news: Properties): Promise<dynamic.DiffResult> {
    const difference = await withoutStack(() => this.calls.diff(olds, news, this.caller));
    const movesOver = areDynamic(news) && !areDynamic(olds);
    return { ...difference, changes: difference.changes || movesOver };
  }

  async create(news: Properties): Promise<dynamic.CreateResult<Properties>> {
    const { id, outputs } = await recordingParts(news, () => this.calls.create(news, this.caller));
    return { id, outs: outputs };
  }

  async read(id: string, olds: Properties = {}): Promise<dynamic.ReadResult<Properties>> {
    const found = await withoutStack(() => this.calls.read(id, olds, this.caller));
    return found ? { id: found.id, props: found.outputs, inputs: found.inputs } : {};
  }

  async update(id: string, olds: Properties, news: Properties): Promise<dynamic.UpdateResult<Properties>> {
    return { outs: await recordingParts(news, () => this.calls.update(id, olds, news, this.caller)) };
  }

  async delete(id: string, olds: Properties): Promise<void> {
    return withoutStack(() => this.calls.delete(id, olds, this.caller));
  }
}

/** No property is named: the engine would print its whole value beside it, secrets in clear. */
function asFailure(problem: string): dynamic.CheckFailure {
  return { property: "", reason: printableLines(problem) };
}

async function withoutStack<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw errorWithoutStack(error);
  }
}

/** Pulumi's process records what a failed call changed where its error has these names. */
async function recordingParts<Result>(news: Properties, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof RecordedFailure)) throw freshError(error);
    const { id, outputs } = error.recording;
    const properties = { ...outputs, __provider: news.__provider };
    throw Object.assign(freshError(error), { id, properties, reasons: error.reasons.map(printableLines) });
  }
}

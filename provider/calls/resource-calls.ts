import { isDeepStrictEqual } from "node:util";
import type { z } from "zod";
import { missingTokenMessage } from "../../client";
import type { RunSource } from "../live/run-source";
import {
  type Context,
  PartialFailure,
  type Recorded,
  type ResourceLifecycle,
  type ResourceSnapshot,
} from "../resources/resource-lifecycle";
import { messageOf, ProviderError } from "../vocabulary/errors";
import { type Reporter, silent } from "../vocabulary/reporter";
import { unknownValue } from "../vocabulary/unknown-values";
import { ArgumentsParser } from "./arguments-parser";
import { CallNames } from "./call-names";
import { outputsOf, type Properties, pick, plain, statedIn, withoutInternals } from "./properties";
import { usesNames } from "./resource-roles";

/** Where a check could not ask Losant, whose clock alone counts, nobody's access is taken for ended. */
const beforeAnyEnd = new Date(0);

/** Who makes a call: which resource of the program, as far as the face knows, and where it is told something. */
export interface Caller {
  report: Reporter;
  name?: string | undefined;
}

/** The canonical inputs, and why they are refused. */
export interface Checked {
  inputs: Properties;
  problems: string[];
}

/** How a program differs from what the stack recorded. */
export interface Difference {
  changes: boolean;
  /** Which arguments make it another thing. */
  replaces: string[];
}

/** What the stack is to record: outputs, and where the resource was read also how a program would state it. */
export interface Recording {
  id: string;
  outputs: Properties;
}

/** A create or update that failed after it had changed something: what exists is recorded. */
export class RecordedFailure extends Error {
  override readonly name = "RecordedFailure";

  constructor(
    readonly recording: Recording,
    readonly reasons: string[],
  ) {
    super(reasons.join("\n"));
  }
}

/**
 * What the engine asks of one kind of resource, apart from the protocol that it asks in: unknown values, check failures,
 * plain-JSON outputs, partial failures, and which arguments were stated. Properties are plain JSON; an unknown value
 * is Pulumi's text for it.
 */
export class ResourceCalls<Arguments extends z.ZodObject, State extends z.ZodObject> {
  private readonly parser: ArgumentsParser<Arguments>;
  private readonly names: CallNames;

  /** `source` finds the run that the resources share. */
  constructor(
    readonly lifecycle: ResourceLifecycle<Arguments, State>,
    private readonly source: Pick<RunSource, "run">,
  ) {
    this.parser = new ArgumentsParser(lifecycle.arguments, lifecycle.open);
    this.names = new CallNames(source);
  }

  /** The names of all arguments. */
  get argumentNames(): string[] {
    return Object.keys(this.lifecycle.arguments.shape);
  }

  /** The names of everything that is recorded, arguments included. */
  get outputNames(): string[] {
    return Object.keys(this.lifecycle.state.shape);
  }

  async check(olds: Properties, news: Properties, caller: Caller): Promise<Checked> {
    const stated = withoutInternals(news);
    const parsed = this.parser.parse(stated);
    if (!parsed.values) return { inputs: news, problems: parsed.problems };
    const recorded = withoutInternals(olds);
    const isNew = Object.keys(recorded).length === 0;
    const known = parsed.values;
    const told = {
      run: this.source.run(),
      name: caller.name,
      unknownEntries: parsed.unknownEntries,
      check: { isNew, content: JSON.stringify(stated) },
    };
    const declare = (now: Date) => this.lifecycle.declare?.(known, { ...told, now });
    declare(told.run.client.now());
    const resolved = await this.names.resolve(stated, recorded);
    const { values, problems, unknown, unknownEntries } = usesNames(stated)
      ? this.parser.parse(resolved.stated)
      : parsed;
    if (!values || resolved.problems.length > 0) {
      declare(beforeAnyEnd);
      return { inputs: news, problems: [...resolved.problems, ...problems] };
    }
    const context = { ...caller, isUnknown: (name: string) => name in unknown, unknownEntries };
    const inconsistent = this.lifecycle.validate?.(values, context) ?? [];
    const live =
      inconsistent.length > 0 ? [] : await this.checkLive(values, recorded, context).catch(refused);
    const inputs = { ...this.withUnknown(plain(values), unknownEntries), ...unknown };
    return { inputs, problems: [...inconsistent, ...live] };

    /** A refused request is reported as a problem of the resource, which names it; a thrown error would not. */
    function refused(error: unknown): string[] {
      declare(beforeAnyEnd);
      return [messageOf(error)];
    }
  }

  private withUnknown(values: Properties, entries: string[]): Properties {
    const { open } = this.lifecycle;
    if (!open || entries.length === 0) return values;
    const known = new Map<string, unknown>(Object.entries(values[open.argument] ?? {}));
    for (const name of entries) known.set(name, unknownValue);
    return { ...values, [open.argument]: Object.fromEntries([...known].sort()) };
  }

  private async checkLive(
    desired: Partial<z.output<Arguments>>,
    olds: Properties,
    context: Omit<Context, "run">,
  ): Promise<string[]> {
    const run = this.source.run();
    run.beginStep();
    if (!run.hasToken) return warnWithoutToken(context.report);
    run.token.warnOfExpiry(context.report);
    await run.announceUser(context.report);
    const previous = Object.keys(olds).length > 0 ? this.parser.parseKnown(olds) : undefined;
    return (await this.lifecycle.check?.(desired, previous, { ...context, run })) ?? [];
  }

  async diff(olds: Properties, news: Properties, caller: Caller): Promise<Difference> {
    const run = this.source.run();
    const { known, unknown, entries } = this.parser.split(withoutInternals(news));
    const recorded = this.recorded(olds);
    const desired = this.parser.parseKnown(known);
    const unknownEntries = Object.keys(entries);
    const isNote = (name: string) => this.lifecycle.notes?.includes(name) ?? false;
    const changed = Object.keys(known).filter(
      (name) => !isNote(name) && !isDeepStrictEqual(known[name], olds[name]),
    );
    const report = run.isPastRefresh ? caller.report : silent;
    const isUnknown = (name: string) => name in unknown;
    const context: Context = { ...caller, run, report, isUnknown, unknownEntries };
    const replaces = await this.lifecycle.replacedBy(recorded, desired, changed, context);
    if (replaces.length > 0) await this.previewReplacement(recorded, context);
    const isUpdated = replaces.length === 0 && (await this.hasReasons(recorded, desired, context));
    const isOpen = Object.keys(unknown).length + unknownEntries.length > 0;
    const differs = changed.length > 0 || isUpdated || isOpen;
    const [before, now] = [this.stated(olds), statedBy(news)].map((names) =>
      names.filter((name) => !isNote(name)),
    );
    return { changes: differs || !isDeepStrictEqual(before, now), replaces };
  }

  /** The engine checks what takes its place as something new. */
  private async previewReplacement(recorded: Recorded<z.output<State>>, context: Context): Promise<void> {
    const { hasToken, isPastRefresh } = context.run;
    if (hasToken && isPastRefresh) await this.lifecycle.previewReplacement?.(recorded, context);
  }

  private async hasReasons(
    recorded: Recorded<z.output<State>>,
    desired: Partial<z.output<Arguments>>,
    context: Context,
  ): Promise<boolean> {
    if (!context.run.hasToken) return false;
    const reasons = (await this.lifecycle.updateReasons?.(recorded, desired, context)) ?? [];
    for (const { text, isWarning, atUp } of reasons) {
      if (isWarning) context.report.warn(text);
      else context.report.info(text, atUp);
    }
    return reasons.length > 0;
  }

  async create(news: Properties, caller: Caller): Promise<Recording> {
    const stated = statedBy(news);
    const found = await this.recordingParts(stated, () =>
      this.lifecycle.create(this.desired(news), this.atUp(caller)),
    );
    return this.recordingOf(found, stated);
  }

  /** Reads what the stack does not record yet, with how a program would state it. */
  async find(id: string, caller: Caller): Promise<(Recording & { inputs: Properties }) | undefined> {
    const { lifecycle } = this;
    const found = await lifecycle.read(id, undefined, this.atUp(caller));
    if (!found) return undefined;
    const { state, stated } = lifecycle.imported?.(found.state) ?? { state: found.state, stated: [] };
    return { ...this.recordingOf({ id: found.id, state }, stated), inputs: pick(plain(state), stated) };
  }

  /** Undefined: certainly gone. `olds` are empty where a program gets the resource by its id alone. */
  async read(
    id: string,
    olds: Properties,
    caller: Caller,
  ): Promise<(Recording & { inputs: Properties }) | undefined> {
    const isRecorded = Object.keys(withoutInternals(olds)).length > 0;
    const recorded = isRecorded ? this.recorded(olds) : undefined;
    const context = this.atUp(caller);
    const found = await this.lifecycle.read(id, recorded, context);
    // A destroy checks nothing.
    if (context.run.hasToken) await context.run.announceUser(context.report);
    return found && { ...this.recordingOf(found, this.stated(olds)), inputs: plain(found.inputs) };
  }

  async update(id: string, olds: Properties, news: Properties, caller: Caller): Promise<Properties> {
    // What was stated before stays stated where an update fails: taking it out is not done yet.
    const stated = [...new Set([...this.stated(olds), ...statedBy(news)])];
    const state = await this.recordingParts(stated, () =>
      this.lifecycle.update(id, this.recorded(olds), this.desired(news), this.atUp(caller)),
    );
    return this.outputsOf(state, statedBy(news));
  }

  async delete(id: string, olds: Properties, caller: Caller): Promise<void> {
    await this.lifecycle.delete(id, this.recorded(olds), this.atUp(caller));
  }

  /** At `up` every value is known. */
  private atUp(caller: Caller): Context {
    return { ...caller, run: this.source.run(), isUnknown: () => false };
  }

  /** What only a token makes known is unknown without one, even at `up`. */
  private desired(news: Properties): z.output<Arguments> {
    if (!this.source.run().hasToken) throw new ProviderError(missingTokenMessage);
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
  stated(olds: Properties): string[] {
    return statedIn(olds).filter((name) => name in this.lifecycle.arguments.shape);
  }

  private recordingOf({ id, state }: ResourceSnapshot<object>, stated: string[]): Recording {
    return { id, outputs: this.outputsOf(state, stated) };
  }

  private outputsOf(state: object, stated: string[]): Properties {
    return outputsOf(state, stated, this.outputNames);
  }

  private async recordingParts<Result>(stated: string[], work: () => Promise<Result>): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof PartialFailure)) throw error;
      throw new RecordedFailure(this.recordingOf(error.snapshot, stated), error.reasons);
    }
  }
}

/** What is told where there is no token to compare with. */
export const nothingCompared = `nothing was compared with the live organization. ${missingTokenMessage}`;

function warnWithoutToken(report: Reporter): [] {
  report.warn(nothingCompared, true);
  return [];
}

function statedBy(news: Properties): string[] {
  return Object.keys(withoutInternals(news)).sort();
}

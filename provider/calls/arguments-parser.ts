import type { z } from "zod";
import type { OpenArgument } from "../resources/resource-lifecycle";
import { parseArguments } from "../vocabulary/arguments";
import { type Properties, pick, splitEntries } from "./properties";

/** Arguments as far as they are known, in their canonical form, or what is wrong with them. */
export interface ParsedArguments<Values> {
  values: Values | undefined;
  problems: string[];
  /** The arguments that only `up` will know. */
  unknown: Properties;
  /** The entries of the open argument that only `up` will know. */
  unknownEntries: string[];
}

/** Parses the arguments of one kind of resource, as far as they are known. */
export class ArgumentsParser<Arguments extends z.ZodObject> {
  private readonly partials = new Map<string, z.ZodType<Partial<z.output<Arguments>>>>();

  /** `open`: the argument whose entries may become known one by one. */
  constructor(
    private readonly schema: Arguments,
    private readonly open?: OpenArgument,
  ) {}

  /** Parts arguments into what is known of them and what is not. */
  split(stated: Properties) {
    return splitEntries(stated, this.open?.argument);
  }

  /** What a program states. Entries that are not known are checked by their names. */
  parse(stated: Properties): ParsedArguments<Partial<z.output<Arguments>>> {
    const { known, unknown, entries } = this.split(stated);
    const whole = this.merged(known, this.standIns(entries));
    const { values, problems } = parseArguments(this.withOptional(Object.keys(unknown)), whole);
    const unknownEntries = values ? this.canonicalNames(entries) : [];
    return { values: values && this.without(values, unknownEntries), problems, unknown, unknownEntries };
  }

  /** What is known of arguments that were checked before, or were recorded as outputs. */
  parseKnown(stated: Properties): Partial<z.output<Arguments>> {
    const names = Object.keys(this.schema.shape);
    const { known } = this.split(stated);
    return parseArguments(this.withOptional(names), pick(known, names)).values ?? {};
  }

  private standIns(entries: Properties): Properties {
    return Object.fromEntries(Object.keys(entries).map((name) => [name, this.open?.placeholder]));
  }

  private merged(values: Properties, entries: Properties): Properties {
    if (!this.open || Object.keys(entries).length === 0) return values;
    const { argument } = this.open;
    return { ...values, [argument]: { ...objectAt(values, argument), ...entries } };
  }

  private canonicalNames(entries: Properties): string[] {
    if (!this.open || Object.keys(entries).length === 0) return [];
    const { argument } = this.open;
    return Object.keys(objectAt(this.parseKnown({ [argument]: this.standIns(entries) }), argument));
  }

  private without<Values extends object>(values: Values, names: string[]): Values {
    if (!this.open || names.length === 0) return values;
    const { argument } = this.open;
    const kept = Object.entries(objectAt(values, argument)).filter(([name]) => !names.includes(name));
    return { ...values, [argument]: Object.fromEntries(kept) };
  }

  /** Made once for the same names, as making a schema costs more than parsing. */
  private withOptional(names: string[]): z.ZodType<Partial<z.output<Arguments>>> {
    const optional = names.filter((name) => name in this.schema.shape);
    const known = this.partials.get(optional.join()) ?? this.makePartial(optional);
    this.partials.set(optional.join(), known);
    return known;
  }

  private makePartial(names: string[]): z.ZodType<Partial<z.output<Arguments>>> {
    const mask = Object.fromEntries(names.map((name) => [name, true]));
    return this.schema.partial(mask as never) as unknown as z.ZodType<Partial<z.output<Arguments>>>;
  }
}

function objectAt(values: object, name: string): object {
  const value: unknown = Reflect.get(values, name);
  return typeof value === "object" && value !== null ? value : {};
}

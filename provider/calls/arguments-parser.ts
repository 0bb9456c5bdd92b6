import type { z } from "zod";
import { parseArguments } from "../vocabulary/arguments";
import { type Properties, pick } from "./properties";

/** Parses the arguments of one kind of resource, as far as they are known. */
export class ArgumentsParser<Arguments extends z.ZodObject> {
  private readonly partials = new Map<string, z.ZodType<Partial<z.output<Arguments>>>>();

  constructor(private readonly schema: Arguments) {}

  /** All arguments; those in `unknown` may be missing. */
  parse(known: Properties, unknown: Properties) {
    return parseArguments(this.withOptional(Object.keys(unknown)), known);
  }

  /** What is known of arguments that were checked before, or were recorded as outputs. */
  parseKnown(known: Properties): Partial<z.output<Arguments>> {
    const names = Object.keys(this.schema.shape);
    return parseArguments(this.withOptional(names), pick(known, names)).values ?? {};
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

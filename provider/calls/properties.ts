import { z } from "zod";
import { unknownValue } from "../vocabulary/unknown-values";

/** What the engine hands over and records for one resource. */
export type Properties = Record<string, unknown>;

/**
 * The output that records which arguments the program stated: `read` is given outputs, never inputs, and must
 * report as inputs only what was stated. Names that begin with `__` are not shown to users. State relies on
 * this name: never change it.
 */
const statedName = "__stated";
const StatedNames = z.array(z.string()).default([]);

/** Parts arguments at the top level: one with anything unknown inside counts as unknown. */
export function splitUnknown(properties: Properties): { known: Properties; unknown: Properties } {
  const entries = Object.entries(properties);
  return {
    known: Object.fromEntries(entries.filter(([, value]) => !hasUnknown(value))),
    unknown: Object.fromEntries(entries.filter(([, value]) => hasUnknown(value))),
  };
}

/** As `splitUnknown`, where the entries of one argument, an object, are known or not one by one. */
export function splitEntries(properties: Properties, argument: string | undefined) {
  const value = argument === undefined ? undefined : properties[argument];
  if (argument === undefined || !isObject(value)) return { ...splitUnknown(properties), entries: {} };
  const { known, unknown: entries } = splitUnknown(value);
  return { ...splitUnknown({ ...properties, [argument]: known }), entries };
}

/** Whether a value has entries by name: a list has none. */
export function isObject(value: unknown): value is Properties {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function hasUnknown(value: unknown): boolean {
  if (value === unknownValue) return true;
  return typeof value === "object" && value !== null && Object.values(value).some(hasUnknown);
}

/** Where the dynamic face records which code runs a resource: Pulumi's process for it cannot do without. */
const providerName = "__provider";
const protocolNames = [providerName, statedName];

/** Whether properties were recorded by the dynamic face, or are to be. */
export function areDynamic(properties: Properties): boolean {
  return providerName in properties;
}

/** The properties of the resource itself, without those of the protocol. */
export function withoutInternals(properties: Properties): Properties {
  return Object.fromEntries(
    Object.entries(properties).filter(([name, value]) => !protocolNames.includes(name) && value !== null),
  );
}

/** Which arguments the program had stated when these outputs were recorded. */
export function statedIn(outputs: Properties): string[] {
  return StatedNames.parse(outputs[statedName]);
}

/**
 * Outputs for the engine: plain JSON, with the names of the stated arguments beside them. What is absent is recorded as
 * null: at previews, Pulumi takes an output that the stack does not record for one that only `up` will know.
 */
export function outputsOf(state: object, stated: string[], names: readonly string[]): Properties {
  const shown = names.filter((name) => !name.startsWith("__"));
  const absent = Object.fromEntries(shown.map((name) => [name, null]));
  return { ...absent, ...plain(state), [statedName]: [...stated].sort() };
}

/** Plain JSON: one undefined, Date or Map in an answer fails the engine's call after the fact. */
export function plain(value: object): Properties {
  return JSON.parse(JSON.stringify(value));
}

/** The named properties, as far as they are there. */
export function pick(properties: Properties, names: string[]): Properties {
  return Object.fromEntries(
    names.filter((name) => name in properties).map((name) => [name, properties[name]]),
  );
}

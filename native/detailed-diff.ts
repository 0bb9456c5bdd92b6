import { isDeepStrictEqual } from "node:util";
import { isObject, type Properties } from "../provider/calls/properties";

/** What happens to the value at a path. */
export type Change = "add" | "delete" | "update";

/** What to compare: what the stack recorded, and what the program states now. */
export interface Compared {
  recorded: Properties;
  /** The arguments that the program stated before. */
  statedBefore: readonly string[];
  stated: Properties;
}

/** Every difference by its path, in the engine's syntax: `members["ann@example.com"].role`. */
export function detailedDiff({ recorded, statedBefore, stated }: Compared): Map<string, Change> {
  const differences = new Map<string, Change>();
  for (const [name, value] of Object.entries(stated)) {
    const isNew = !statedBefore.includes(name) && isDeepStrictEqual(value, recorded[name]);
    if (isNew) differences.set(name, "add");
    else compare(name, recorded[name], value, differences);
  }
  for (const name of statedBefore) if (!(name in stated)) differences.set(name, "delete");
  return differences;
}

function compare(path: string, before: unknown, after: unknown, into: Map<string, Change>): void {
  if (isDeepStrictEqual(before, after)) return;
  if (before === undefined || before === null) into.set(path, "add");
  else if (after === undefined) into.set(path, "delete");
  else if (isObject(before) && isObject(after)) compareEntries(path, before, after, into);
  else if (isList(before) && isList(after)) compareItems(path, before, after, into);
  else into.set(path, "update");
}

function compareEntries(path: string, before: object, after: object, into: Map<string, Change>): void {
  const one = new Map<string, unknown>(Object.entries(before));
  const other = new Map<string, unknown>(Object.entries(after));
  for (const key of new Set([...one.keys(), ...other.keys()])) {
    compare(pathTo(path, key), one.get(key), other.get(key), into);
  }
}

function compareItems(path: string, before: unknown[], after: unknown[], into: Map<string, Change>): void {
  for (let index = 0; index < Math.max(before.length, after.length); index += 1) {
    compare(`${path}[${index}]`, before[index], after[index], into);
  }
}

function pathTo(path: string, key: string): string {
  return /^[A-Za-z_]\w*$/.test(key) ? `${path}.${key}` : `${path}[${JSON.stringify(key)}]`;
}

function isList(value: unknown): value is unknown[] {
  return Array.isArray(value);
}

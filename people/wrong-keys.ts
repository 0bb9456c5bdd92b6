import { type Document, isScalar, visit, type YAMLMap } from "yaml";
import { startOf } from "./offsets";

/** A key that cannot be used. */
export interface WrongKey {
  name: string;
  offset: number;
  /** Where it is for the first time; undefined for what is no name. */
  firstOffset?: number | undefined;
}

/** Keys that are there twice in a map, and those that get lost where objects are copied. */
export function wrongKeys(document: Document.Parsed): WrongKey[] {
  const maps: YAMLMap[] = [];
  visit(document, {
    Map: (_, map) => {
      maps.push(map);
    },
  });
  return maps.flatMap(wrongIn);
}

/** The parser's own search for double keys compares each with all. */
function wrongIn(map: YAMLMap): WrongKey[] {
  const seen = new Map<unknown, number>();
  return map.items.flatMap(({ key }) => {
    if (!isScalar(key)) return [];
    const [name, offset, firstOffset] = [String(key.value), startOf(key) ?? 0, seen.get(key.value)];
    if (firstOffset === undefined) seen.set(key.value, offset);
    return [
      ...(firstOffset === undefined ? [] : [{ name, offset, firstOffset }]),
      ...(name === "__proto__" ? [{ name, offset }] : []),
    ];
  });
}

import { type Document, isScalar, visit, type YAMLMap } from "yaml";
import { startOf } from "./offsets";

/** A key that cannot be used. */
export interface WrongKey {
  offset: number;
  message: string;
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
  const seen = new Set<unknown>();
  return map.items.flatMap(({ key }) => {
    if (!isScalar(key)) return [];
    const isThere = seen.has(key.value);
    seen.add(key.value);
    const offset = startOf(key) ?? 0;
    return [
      ...(isThere ? [{ offset, message: "this key is here twice: keep one" }] : []),
      ...(key.value === "__proto__" ? [{ offset, message: "__proto__ cannot be used as a name" }] : []),
    ];
  });
}

import { type Document, isNode, isPair, isScalar, isSeq, type Pair, visit, type YAMLMap } from "yaml";
import type { Path } from "./offsets";

/** A key and its value, which a later key of the same name hides. */
export interface HiddenPair {
  path: Path;
  pair: Pair;
}

/** What a document has under keys that are there again. */
export function hiddenPairs(document: Document.Parsed): HiddenPair[] {
  const hidden: HiddenPair[] = [];
  visit(document, {
    Map: (_, map, ancestors) => {
      const path = ancestors.filter(isPair).map(nameOf);
      const isInList = ancestors.some(isSeq);
      if (isInList || path[0]?.startsWith("x-")) return;
      for (const pair of hiddenIn(map)) hidden.push({ path: [...path, nameOf(pair)], pair });
    },
  });
  return hidden;
}

/** The value of a pair as plain data, within maps that have the names of its path. */
export function contentOf({ path, pair }: HiddenPair, document: Document.Parsed): unknown {
  const value: unknown = isNode(pair.value) ? pair.value.toJS(document) : null;
  return path.reduceRight<unknown>((inner, name) => ({ [name]: inner }), value);
}

function hiddenIn({ items }: YAMLMap): Pair[] {
  const last = new Map(items.map((pair) => [nameOf(pair), pair]));
  return items.filter((pair) => last.get(nameOf(pair)) !== pair);
}

function nameOf({ key }: Pair): string {
  return isScalar(key) ? String(key.value) : "";
}

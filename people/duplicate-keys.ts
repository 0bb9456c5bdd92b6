import { type Document, isNode, isPair, isScalar, isSeq, type Pair, visit, type YAMLMap } from "yaml";

/** A key and its value, which a later key of the same name hides. */
export interface DuplicatePair {
  path: readonly string[];
  pair: Pair;
}

/** What a document has under keys that are there again. */
export function duplicatePairs(document: Document.Parsed): DuplicatePair[] {
  const duplicate: DuplicatePair[] = [];
  visit(document, {
    Map: (_, map, ancestors) => {
      if (ancestors.some(isSeq)) return;
      const path = ancestors.filter(isPair).map(nameOf);
      for (const pair of duplicatesIn(map)) duplicate.push({ path: [...path, nameOf(pair)], pair });
    },
  });
  return duplicate.filter(({ path }) => !path[0]?.startsWith("x-"));
}

/** The value of a pair as plain data, within maps that have the names of its path. */
export function contentOf(
  { path, pair }: DuplicatePair,
  document: Document.Parsed,
  maxAliasCount: number,
): unknown {
  const value: unknown = isNode(pair.value) ? pair.value.toJS(document, { maxAliasCount }) : null;
  return path.reduceRight<unknown>((inner, name) => ({ [name]: inner }), value);
}

function duplicatesIn({ items }: YAMLMap): Pair[] {
  const last = new Map(items.map((pair) => [nameOf(pair), pair]));
  return items.filter((pair) => last.get(nameOf(pair)) !== pair);
}

function nameOf({ key }: Pair): string {
  return isScalar(key) ? String(key.value) : "";
}

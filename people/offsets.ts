import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Pair,
  type YAMLMap,
} from "yaml";

/** A path through a file's structure. */
export type Path = readonly PropertyKey[];

/** Finds where in its text the things of a document stand; each map is searched once, however many are asked for. */
export class Offsets {
  private readonly children = new WeakMap<YAMLMap, Map<string, unknown>>();
  private readonly targets = new WeakMap<Alias, unknown>();

  constructor(private readonly document: Document.Parsed | undefined) {}

  /** Of the value of a path, or of the nearest thing around it; `atKey`: of the path's last key. */
  of(path: Path, atKey: boolean): number {
    const root = this.document?.contents;
    return this.below(root, startOf(root) ?? 0, path, atKey);
  }

  /** As `of`, for a path that begins at the value of a pair. */
  ofPair(pair: Pair, path: Path, atKey: boolean): number {
    const offset = startOf(pair.value) ?? startOf(pair.key) ?? 0;
    return this.below(pair.value, offset, path, atKey);
  }

  private below(start: unknown, startOffset: number, path: Path, atKey: boolean): number {
    let [node, offset] = [start, startOffset];
    for (const [index, segment] of path.entries()) {
      const pair = this.childOf(node, String(segment));
      if (pair === undefined) return offset;
      const isKey = atKey && index === path.length - 1;
      offset = startOf(isKey ? keyIn(pair) : valueIn(pair)) ?? startOf(keyIn(pair)) ?? offset;
      node = valueIn(pair);
    }
    return offset;
  }

  private childOf(node: unknown, segment: string): unknown {
    const target = isAlias(node) ? this.targetOf(node) : node;
    if (isSeq(target)) return target.items[Number(segment)];
    return isMap(target) ? this.childrenOf(target).get(segment) : undefined;
  }

  private childrenOf(map: YAMLMap): Map<string, unknown> {
    const known = this.children.get(map) ?? new Map(map.items.map((pair) => [nameOf(pair.key), pair]));
    this.children.set(map, known);
    return known;
  }

  private targetOf(alias: Alias): unknown {
    const known = this.targets.get(alias) ?? (this.document && alias.resolve(this.document));
    this.targets.set(alias, known);
    return known;
  }
}

function nameOf(key: unknown): string {
  return isScalar(key) ? String(key.value) : "";
}

function keyIn(pair: unknown): unknown {
  return isPair(pair) ? pair.key : pair;
}

function valueIn(pair: unknown): unknown {
  return isPair(pair) ? pair.value : pair;
}

/** Where a node begins; undefined for what is no node of a text. */
export function startOf(node: unknown): number | undefined {
  if (typeof node !== "object" || node === null || !("range" in node)) return undefined;
  const { range } = node;
  return Array.isArray(range) && typeof range[0] === "number" ? range[0] : undefined;
}

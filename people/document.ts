import {
  type Document,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Pair,
  parseAllDocuments,
  visit,
  type YAMLError,
  type YAMLMap,
} from "yaml";
import { isTooDeep } from "./depth";
import type { Problem } from "./problem";

/** A path through a file's structure. */
export type Path = readonly PropertyKey[];

/** How often one anchor may be used: by everybody of a large organization, and not to blow a small file up. */
const maxAliasCount = 100_000;

/** What the parser says in its own terms. */
const errorTexts: Partial<Record<YAMLError["code"], string>> = {
  NON_STRING_KEY: "a key must be text, and not a map, a list or an alias",
};

/** Characters that look like a space, or like nothing, and are none to YAML: in an indentation, or behind a mark of YAML. */
const oddBlank = /(?:^|[:,[{?-])[ \t]*([\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000\ufeff])/dgmu;

/** The text of one file, parsed, with the places of what is in it. */
export class PeopleDocument {
  /** What makes the text no YAML, or not one document; and keys that cannot be used. */
  readonly problems: readonly Problem[];
  /** Plain data, without keys that begin with `x-`, which hold anchors; undefined where there are problems. */
  readonly content: unknown;
  private readonly document: Document.Parsed | undefined;
  private readonly lines = new LineCounter();
  private readonly pairs = new Map<YAMLMap, ReadonlyMap<unknown, Pair>>();

  constructor(
    readonly file: string,
    text: string,
  ) {
    const isDeep = isTooDeep(text);
    const documents = isDeep ? [] : documentsIn(text, this.lines);
    this.document = documents[0];
    const problems = isDeep
      ? [this.problem(0, "is nested too deeply: a file of people needs few levels")]
      : [...this.syntaxProblems(documents, text), ...this.countProblems(documents), ...this.keyProblems()];
    const plain = problems.length === 0 ? this.plainContent() : { problems };
    this.content = plain.content;
    this.problems = plain.problems;
  }

  /** A problem at the value of a path, or at the nearest thing around it; `key`: at the key, or item, of that path. */
  problemAt(path: Path, message: string, key?: Path): Problem {
    const offset = key ? this.offsetOf(key, true) : this.offsetOf(path, false);
    return { ...this.problem(offset, message), path: path.map(String).join(".") };
  }

  /** As the document's own `getIn`, which searches a map from its start for each of many problems. */
  private offsetOf(path: Path, isKey: boolean): number {
    let node: unknown = this.document?.contents;
    let offset = startOf(node) ?? 0;
    for (const [index, segment] of path.entries()) {
      const pair = isMap(node) ? this.pairs.get(node)?.get(segment) : undefined;
      node = isSeq(node) ? node.get(segment, true) : pair?.value;
      const isKeyHere = isKey && index === path.length - 1;
      offset = startOf(isKeyHere ? (pair?.key ?? node) : (node ?? pair?.key)) ?? offset;
    }
    return offset;
  }

  /** What comes of a blank that YAML does not take for one is reported by the parser at another place, and without it. */
  private syntaxProblems(documents: readonly Document.Parsed[], text: string): Problem[] {
    const errors = documents.flatMap((document) => document.errors);
    const blanks = errors.length > 0 ? this.oddBlanks(text) : [];
    if (blanks.length > 0) return blanks;
    return errors.map(({ pos, code, message }) => this.problem(pos[0], errorTexts[code] ?? message));
  }

  private oddBlanks(text: string): Problem[] {
    return [...text.matchAll(oddBlank)].flatMap(({ 1: blank = "", indices }) => {
      const [offset] = indices?.[1] ?? [0];
      const code = blank.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
      const name = blank === "\u00a0" ? "a no-break space" : "no plain space";
      const message = `there is ${name} here (U+${code}): put a plain space in its place`;
      // The mark of UTF-8 at the start.
      return offset === 0 && blank === "\ufeff" ? [] : [this.problem(offset, message)];
    });
  }

  private countProblems([first, second]: readonly Document.Parsed[]): Problem[] {
    if (second)
      return [this.problem(second.range[0], "holds several documents: put each into a file of its own")];
    const isEmpty = first === undefined || first.contents === null;
    return isEmpty ? [this.problem(0, "is empty: it needs teams or people")] : [];
  }

  private keyProblems(): Problem[] {
    const maps: YAMLMap[] = [];
    const add = (_: unknown, map: YAMLMap) => void maps.push(map);
    if (this.document) visit(this.document, { Map: add });
    return maps.flatMap((map) => this.keyProblemsOf(map));
  }

  /** Keys that are there twice, for which the parser would compare each with all, and one that objects drop. */
  private keyProblemsOf(map: YAMLMap): Problem[] {
    const firsts = new Map<unknown, Pair>();
    this.pairs.set(map, firsts);
    return map.items.flatMap((pair) => {
      const { key } = pair;
      if (!isScalar(key)) return [];
      const first = firsts.get(key.value);
      if (first === undefined) firsts.set(key.value, pair);
      const { line } = this.lines.linePos(startOf(first?.key) ?? 0);
      return [
        ...(first === undefined
          ? []
          : [`"${key.value}" is already defined on line ${line}: keep one of the two`]),
        ...(key.value === "__proto__" ? ["__proto__ cannot be used as a name"] : []),
      ].map((message) => this.problem(startOf(key) ?? 0, message));
    });
  }

  /** Aliases may name anchors that are not there, or each other without end. */
  private plainContent(): { content?: unknown; problems: Problem[] } {
    try {
      return { content: withoutExtensions(this.document?.toJS({ maxAliasCount })), problems: [] };
    } catch (error) {
      return { problems: [this.problem(0, error instanceof Error ? error.message : String(error))] };
    }
  }

  private problem(offset: number, message: string): Problem {
    const { line, col } = this.lines.linePos(offset);
    return { file: this.file, line: Math.max(line, 1), column: Math.max(col, 1), path: "", message };
  }
}

/** Names of applications stay as they stand: `1.0` is no number, nor is `null` nothing. */
function documentsIn(text: string, lineCounter: LineCounter): readonly Document.Parsed[] {
  const options = { lineCounter, merge: true, prettyErrors: false, stringKeys: true, uniqueKeys: false };
  const parsed = parseAllDocuments(text, options);
  return "empty" in parsed ? [] : parsed;
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}

function withoutExtensions(content: unknown): unknown {
  if (typeof content !== "object" || content === null || Array.isArray(content)) return content;
  return Object.fromEntries(Object.entries(content).filter(([key]) => !key.startsWith("x-")));
}

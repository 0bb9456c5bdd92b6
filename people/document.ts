import {
  type Document,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Pair,
  parseAllDocuments,
  visit,
  type YAMLError,
} from "yaml";
import type { Problem } from "./problem";

/** A path through a file's structure. */
export type Path = readonly PropertyKey[];

/** The text of one file, parsed, with the places of what is in it. */
export class PeopleDocument {
  private readonly lines = new LineCounter();
  private readonly document: Document.Parsed | undefined;
  /** What makes the text no YAML, or not one document; and keys that are there twice. */
  readonly problems: readonly Problem[];
  /** Plain data, without keys that begin with `x-`, which hold anchors; undefined for what is no YAML. */
  readonly content: unknown;

  constructor(
    readonly file: string,
    text: string,
  ) {
    const parsed = parseAllDocuments(text, { lineCounter: this.lines, merge: true, prettyErrors: false });
    const documents = "empty" in parsed ? [] : parsed;
    this.document = documents[0];
    const errors = documents.flatMap((document) => document.errors);
    const structural = this.countProblems(documents);
    const isReadable = structural.length === 0 && errors.every(({ code }) => code === "DUPLICATE_KEY");
    const { value, problems: unreadable } = isReadable
      ? this.contentOf(documents[0])
      : { value: undefined, problems: structural };
    this.content = value;
    this.problems = [
      ...errors.map((error) => this.syntaxProblem(error)),
      ...unreadable,
      ...documents.flatMap((document) => this.unusableKeys(document)),
    ];
  }

  /** A key of this name gets lost where objects are copied. */
  private unusableKeys(document: Document.Parsed): Problem[] {
    const found: Problem[] = [];
    visit(document, {
      Pair: (_, { key }) => {
        if (!isScalar(key) || key.value !== "__proto__") return;
        const { line, col } = this.lines.linePos(startOf(key) ?? 0);
        found.push({
          file: this.file,
          line,
          column: col,
          path: "",
          message: "__proto__ cannot be used as a name",
        });
      },
    });
    return found;
  }

  /** A problem at the value of a path, or at the nearest thing around it; `key`: at that key of it. */
  problemAt(path: Path, message: string, key?: string): Problem {
    const { line, col } = this.lines.linePos(
      this.offsetOf(key === undefined ? path : [...path, key], key !== undefined),
    );
    return { file: this.file, line, column: col, path: path.map(String).join("."), message };
  }

  private syntaxProblem({ pos, code, message }: YAMLError): Problem {
    const { line, col } = this.lines.linePos(pos[0]);
    const told = code === "DUPLICATE_KEY" ? "this key is here twice: keep one" : message;
    return { file: this.file, line, column: col, path: "", message: told };
  }

  private countProblems(documents: readonly Document.Parsed[]): Problem[] {
    const start = { file: this.file, line: 1, column: 1, path: "" };
    const isEmpty = documents.length === 0 || (documents.length === 1 && documents[0]?.contents === null);
    if (isEmpty) return [{ ...start, message: "is empty: it needs teams or people" }];
    if (documents.length === 1) return [];
    const { line, col } = this.lines.linePos(documents[1]?.range[0] ?? 0);
    return [
      { ...start, line, column: col, message: "holds several documents: put each into a file of its own" },
    ];
  }

  /** Aliases may name anchors that are not there, or each other without end. */
  private contentOf(document: Document.Parsed | undefined): { value: unknown; problems: Problem[] } {
    try {
      return { value: withoutExtensions(document?.toJS({ maxAliasCount: 1000 })), problems: [] };
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      return { value: undefined, problems: [{ file: this.file, line: 1, column: 1, path: "", message }] };
    }
  }

  private offsetOf(path: Path, atKey: boolean): number {
    let node: unknown = this.document?.contents;
    let offset = startOf(node) ?? 0;
    for (const [index, segment] of path.entries()) {
      const pair = this.childOf(node, segment);
      if (pair === undefined) return offset;
      const isLast = index === path.length - 1;
      offset =
        (isLast && atKey ? startOf(keyIn(pair)) : startOf(valueIn(pair))) ?? startOf(keyIn(pair)) ?? offset;
      node = valueIn(pair);
    }
    return offset;
  }

  private childOf(node: unknown, segment: PropertyKey): unknown {
    const target = isAlias(node) && this.document ? node.resolve(this.document) : node;
    if (isSeq(target)) return target.items[Number(segment)];
    if (!isMap(target)) return undefined;
    return target.items.find(({ key }) => isScalar(key) && String(key.value) === String(segment));
  }
}

function withoutExtensions(content: unknown): unknown {
  if (typeof content !== "object" || content === null || Array.isArray(content)) return content;
  return Object.fromEntries(Object.entries(content).filter(([key]) => !key.startsWith("x-")));
}

function keyIn(pair: unknown): unknown {
  return isPair(pair) ? pair.key : pair;
}

function valueIn(pair: unknown): unknown {
  return isPair(pair) ? (pair satisfies Pair).value : pair;
}

function startOf(node: unknown): number | undefined {
  if (typeof node !== "object" || node === null || !("range" in node)) return undefined;
  const { range } = node;
  return Array.isArray(range) && typeof range[0] === "number" ? range[0] : undefined;
}

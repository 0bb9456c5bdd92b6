import { type Document, LineCounter, parseAllDocuments, type YAMLError } from "yaml";
import { isTooDeep } from "./depth";
import { contentOf, type DuplicatePair, duplicatePairs } from "./duplicate-keys";
import { oddBlanks } from "./odd-blanks";
import { Offsets, type Path } from "./offsets";
import type { Problem } from "./problem";
import type { Source } from "./source";
import { type WrongKey, wrongKeys } from "./wrong-keys";

/** What came of reading a text. */
interface Reading {
  document?: Document.Parsed | undefined;
  content?: unknown;
  problems: readonly Problem[];
}

/** How often one anchor may be used: by everybody of a large organization, and not to blow a small file up. */
const maxAliasCount = 100_000;
const tooDeep = "is nested too deeply: a file of people needs few levels";

/** What the parser says in its own terms. */
const errorTexts: Partial<Record<YAMLError["code"], string>> = {
  NON_STRING_KEY: "a key must be text, and not a map, a list or an alias",
};

/** The text of one file, parsed, with the places of what is in it. */
export class PeopleDocument implements Source {
  readonly root: Path = [];
  private readonly lines = new LineCounter();
  private readonly offsets: Offsets;
  /** What makes the text no YAML, or not one document; and keys that cannot be used. */
  readonly problems: readonly Problem[];
  /** Plain data, without keys that begin with `x-`, which hold anchors; undefined for what is no YAML. */
  readonly content: unknown;
  /** Values under keys that are there again: `content` has the last of each. */
  readonly duplicate: readonly Source[];

  constructor(
    readonly file: string,
    text: string,
  ) {
    const { document, content, problems } = this.read(text);
    this.offsets = new Offsets(document);
    this.content = content;
    this.problems = problems;
    const isUsable = content !== undefined && document !== undefined;
    this.duplicate = isUsable ? duplicatePairs(document).map((pair) => this.sourceOf(pair, document)) : [];
  }

  problemAt(path: Path, message: string, key?: string): Problem {
    const isAtKey = key !== undefined;
    const offset = this.offsets.of(isAtKey ? [...path, key] : path, isAtKey);
    return { ...this.problem(offset, message), path: path.map(String).join(".") };
  }

  private sourceOf(duplicate: DuplicatePair, document: Document.Parsed): Source {
    const { path: root, pair } = duplicate;
    const problemAt = (path: Path, message: string, key?: string) => {
      const below = [...path, ...(key === undefined ? [] : [key])].slice(root.length);
      const offset = this.offsets.ofPair(pair, below, key !== undefined);
      return { ...this.problem(offset, message), path: path.map(String).join(".") };
    };
    return { content: contentOf(duplicate, document, maxAliasCount), root, problemAt };
  }

  private read(text: string): Reading {
    if (isTooDeep(text)) return { problems: [this.problem(0, tooDeep)] };
    return this.readDocuments(documentsIn(text, this.lines), text);
  }

  private readDocuments(documents: readonly Document.Parsed[], text: string): Reading {
    const [document] = documents;
    const structural = [
      ...this.syntaxProblems(
        documents.flatMap(({ errors }) => errors),
        text,
      ),
      ...this.countProblems(documents),
    ];
    const ofKeys = documents.flatMap(wrongKeys).map((key) => this.keyProblem(key));
    const { content, problems } =
      structural.length === 0 ? this.plainContent(document) : { problems: structural };
    return { document, content, problems: [...problems, ...ofKeys] };
  }

  /** What comes of a blank that YAML does not take for one is told by the parser at another place, and without it. */
  private syntaxProblems(errors: readonly YAMLError[], text: string): Problem[] {
    const blanks = errors.length > 0 ? oddBlanks(text) : [];
    if (blanks.length > 0) return blanks.map(({ offset, message }) => this.problem(offset, message));
    return errors.map(({ pos, code, message }) => this.problem(pos[0], errorTexts[code] ?? message));
  }

  private keyProblem({ name, offset, firstOffset }: WrongKey): Problem {
    if (firstOffset === undefined) return this.problem(offset, `${name} cannot be used as a name`);
    const { line } = this.lines.linePos(firstOffset);
    return this.problem(offset, `"${name}" is already defined on line ${line}: keep one of the two`);
  }

  private countProblems(documents: readonly Document.Parsed[]): Problem[] {
    const [first, second] = documents;
    if (second) {
      const message = "holds several documents: put each into a file of its own";
      return [this.problem(second.range[0], message)];
    }
    const isEmpty = first === undefined || first.contents === null;
    return isEmpty ? [this.problem(0, "is empty: it needs teams or people")] : [];
  }

  /** Aliases may name anchors that are not there, or each other without end. */
  private plainContent(document: Document.Parsed | undefined): Reading {
    try {
      return { content: withoutExtensions(document?.toJS({ maxAliasCount })), problems: [] };
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      return { problems: [this.problem(0, message)] };
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

function withoutExtensions(content: unknown): unknown {
  if (typeof content !== "object" || content === null || Array.isArray(content)) return content;
  return Object.fromEntries(Object.entries(content).filter(([key]) => !key.startsWith("x-")));
}

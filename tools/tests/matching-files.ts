import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { projectFolder } from "../set-up/project";

/*
 * `npm test -- --grep …` loads only the test files that can have a matching title: loading all takes longer than most
 * scenarios. A title's parts stand in its file or in what that imports of test/, but not side by side: a `describe`
 * begins it, and templates fill in names. So a file counts by the number of pieces of which its texts make up what is
 * looked for, and those with the fewest, or one more, are loaded.
 */

const importedPath = /(?:from|import) "(\.[^"]+)"/g;

/** The texts of files in `test/`, each with those of what it imports from there. */
class TestTexts {
  private readonly own = new Map<string, string>();

  constructor(private readonly project: string) {}

  of(file: string): string {
    const files = new Set([file]);
    // A set goes on through what is added meanwhile.
    for (const one of files) for (const imported of this.importsOf(one)) files.add(imported);
    return [...files].map((one) => this.read(one)).join("\n");
  }

  private read(file: string): string {
    const known = this.own.get(file) ?? readFileSync(join(this.project, file), "utf8");
    this.own.set(file, known);
    return known;
  }

  private importsOf(file: string): string[] {
    const paths = [...this.read(file).matchAll(importedPath)].map(([, path = ""]) =>
      join(dirname(file), path).replaceAll("\\", "/"),
    );
    const candidates = paths.flatMap((path) => [`${path}.ts`, `${path}/index.ts`]);
    return candidates.filter((path) => path.startsWith("test/") && existsSync(join(this.project, path)));
  }
}

/** Of how few pieces of a text the words of another one can be made; infinite where it lacks one. */
function piecesOf(words: readonly string[], text: string): number {
  let pieces = 0;
  for (let begin = 0; begin < words.length; pieces += 1) {
    const length = longestFrom(words.slice(begin), text);
    if (length === 0) return Number.POSITIVE_INFINITY;
    begin += length;
  }
  return pieces;
}

/** How many of the words stand in a text side by side; a word may be made of several. */
function longestFrom(words: readonly string[], text: string): number {
  const missing = words.findIndex((_, index) => !text.includes(words.slice(0, index + 1).join(" ")));
  if (missing !== 0) return missing < 0 ? words.length : missing;
  const parts = words[0]?.match(/[\p{L}\p{N}]+/gu) ?? [];
  return parts.every((part) => text.includes(part)) ? 1 : 0;
}

/** The files in which a title can have a text. */
export function matchingFiles(files: readonly string[], text: string, project = projectFolder): string[] {
  const texts = new TestTexts(project);
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const pieces = files.map((file) => piecesOf(words, texts.of(file).toLowerCase().replaceAll('\\"', '"')));
  const fewest = Math.min(...pieces);
  return files.filter((_, index) => Number.isFinite(fewest) && (pieces[index] ?? 0) <= fewest + 1);
}

import ts from "typescript";

/** What an example of the program side is called in the package's Markdown. */
const imported = { from: 'from "pulumi-losant"', to: 'from "pulumi-losant/native"' };

/** The docstring of a symbol as Markdown, a paragraph a line; empty where there is none. */
export function wordsOf(symbol: ts.Symbol | undefined, checker: ts.TypeChecker): string {
  const text = ts.displayPartsToString(symbol?.getDocumentationComment(checker));
  const linked = text.replace(/\{@link\s+([^}\s]+)\s*\}/g, "`$1`");
  return linked
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s*\n\s*/g, " ").trim())
    .join("\n\n");
}

/** What the docstring of a symbol says under a tag; empty where it has none. */
export function tagOf(symbol: ts.Symbol, tag: string, checker: ts.TypeChecker): string {
  const found = symbol.getJsDocTags(checker).find(({ name }) => name === tag);
  return ts
    .displayPartsToString(found?.text)
    .replace(/\s*\n\s*/g, " ")
    .trim();
}

/** The docstring of a symbol with its examples, marked so that the packages of other languages leave them out. */
export function wordsWithExamples(symbol: ts.Symbol, checker: ts.TypeChecker): string {
  const examples = symbol
    .getJsDocTags(checker)
    .filter(({ name }) => name === "example")
    .map(({ text }) => exampleSection(ts.displayPartsToString(text)));
  return [wordsOf(symbol, checker), ...examples].join("\n\n");
}

function exampleSection(text: string): string {
  const code = text
    .trim()
    .replace(/^```ts$/m, "```typescript")
    .replaceAll(imported.from, imported.to);
  return [
    "{{% examples %}}",
    "{{% example %}}",
    "## Example Usage",
    "",
    code,
    "",
    "{{% /example %}}",
    "{{% /examples %}}",
  ].join("\n");
}

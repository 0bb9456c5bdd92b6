import { printable } from "../../client/printable";

/** HTML that is safe to put into a page as it stands. */
export class Markup {
  constructor(readonly text: string) {}
}

/** What a template takes: text is escaped, markup is not, nothing is left out. */
export type Part = Markup | string | number | false | null | undefined | readonly Part[];

/** Makes HTML. All text that is put in is escaped, in content and in quoted attributes. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Markup {
  const filled = strings.map((string, index) => string + textOf(parts[index]));
  return new Markup(filled.join(""));
}

function textOf(part: Part): string {
  if (part === undefined || part === null || part === false) return "";
  if (part instanceof Markup) return part.text;
  if (typeof part === "object") return part.map(textOf).join("");
  return escapeText(String(part));
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Controls and bidirectional marks become U+FFFD, as in all that is printed. */
export function escapeText(text: string): string {
  return printable(text).replace(/[&<>"']/g, (character) => entities[character] ?? "");
}

/** Text from outside, whose direction is its own. */
export function outside(text: string): Markup {
  return html`<bdi>${text}</bdi>`;
}

/** Parts with something between them. */
export function joined(parts: readonly Part[], between: Part): Part[] {
  return parts.flatMap((part, index) => (index === 0 ? [part] : [between, part]));
}

import assert from "node:assert/strict";

/** An element of an SVG. */
export interface SvgElement {
  name: string;
  attributes: Record<string, string>;
}

const tags = /<(\/?)([a-zA-Z][\w:-]*)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/g;

/** The elements of an SVG. Fails where it is no XML: tags that do not close, attributes without quotes, a bare `<` or `&`. */
export function svgElements(svg: string): SvgElement[] {
  const open: string[] = [];
  const elements: SvgElement[] = [];
  for (const [, closing, name = "", attributes = "", isWhole] of svg.matchAll(tags)) {
    if (closing) {
      assert.equal(open.pop(), name);
      continue;
    }
    elements.push({ name, attributes: attributesIn(attributes) });
    if (!isWhole) open.push(name);
  }
  assert.deepEqual(open, []);
  const text = svg.replace(tags, "");
  assert.ok(!text.includes("<"), text);
  assert.doesNotMatch(svg, /&(?!(amp|lt|gt|quot|apos|#\d+);)/);
  return elements;
}

function attributesIn(text: string): Record<string, string> {
  const all = [...text.matchAll(/([\w:-]+)="([^"]*)"/g)].map(
    ([, name = "", value = ""]) => [name, value] as const,
  );
  assert.equal(new Set(all.map(([name]) => name)).size, all.length, `an attribute is there twice: ${text}`);
  return Object.fromEntries(all);
}

/** The text of all `<text>`. */
export function textsIn(svg: string): string[] {
  return [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text = ""]) => text);
}

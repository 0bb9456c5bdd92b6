import { html, Markup } from "./markup";

const elements = "svg|g|path|line|rect|circle|text|tspan|title|desc";
const attributes =
  "xmlns|width|height|viewBox|role|class|transform|display|opacity|d|x|y|x1|y1|x2|y2|cx|cy|r|rx|ry|dx|dy|" +
  "fill|fill-opacity|stroke|stroke-[a-z]+|font-[a-z]+|text-anchor|dominant-baseline|pointer-events|aria-[a-z]+";
const tag = `</?(?:${elements})(?: (?:${attributes})="[^"<>]*")*\\s*/?>`;
const allowedTag = new RegExp(`^${tag}$`);

/** Whether a picture is shapes and words alone: no script, style, link, or anything from elsewhere. */
export function isPlainPicture(svg: string): boolean {
  const tags = svg.match(/<[^>]*>?/g) ?? [];
  const isOne = /^<svg\b[\s\S]*<\/svg>$/.test(svg.trim());
  return isOne && tags.every((one) => allowedTag.test(one));
}

/**
 * A picture in the page, where it has the page's colours and screen readers read its labels. Any other than a plain one is
 * an image: no script of it runs, and nothing of it is loaded.
 */
export function picture(svg: string, label: string): Markup {
  if (isPlainPicture(svg)) return new Markup(svg.trim());
  const source = `data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}`;
  return html`<img src="${source}" alt="${label}">`;
}

import type { Report, Usage } from "../report";
import { table } from "./cells";
import { html, type Markup, outside, type Part } from "./markup";
import { picture } from "./picture";
import type { View } from "./view";

/** Whether there are pictures of usage to show. */
export function hasUsage({ usage = [] }: Report): boolean {
  return usage.some(({ figures }) => figures.length > 0);
}

/** Pictures of usage, each with its numbers; nothing where none were given. */
export function usagePart({ report }: View): Part {
  const { usage = [], organizations } = report;
  if (!hasUsage(report)) return undefined;
  const nameOf = new Map(organizations.map(({ orgId, name }) => [orgId, name]));
  const parts = usage.map(({ orgId, figures }) => [
    organizations.length > 1 && html`<h3>${outside(nameOf.get(orgId) ?? orgId)}</h3>`,
    figures.map(figurePart),
  ]);
  return html`<section id="usage" aria-labelledby="usage-title">
<h2 id="usage-title">Usage</h2>
${parts}
</section>
`;
}

function figurePart({ title, summary, svg, columns, rows }: Usage["figures"][number]): Markup {
  const cells = rows.map(
    ([first = "", ...others]) =>
      html`<tr><th scope="row">${first}</th>${others.map((cell) => html`<td>${cell}</td>`)}</tr>`,
  );
  return html`<figure><figcaption>${title} <small>${summary}</small></figcaption>${picture(svg, `${title}. ${summary}`)}
<details><summary>The numbers</summary>${table("numbers", title, columns, cells)}</details></figure>
`;
}

import type { Concerned, Finding } from "../attention";
import { attentionWords } from "./attention-words";
import { html, joined, type Markup, outside, type Part } from "./markup";
import { anchorOf, kindKey, type View } from "./view";

/** What needs attention: each a line that opens to the people concerned. */
export function attentionPart(view: View): Markup {
  const lines = view.findings.map((finding) => findingLine(finding, view));
  const content =
    lines.length > 0
      ? html`<ul class="findings">${lines}</ul>`
      : html`<p class="fine">Nothing needs attention.</p>`;
  return html`<section id="attention" aria-labelledby="attention-title">
<h2 id="attention-title">Needs attention</h2>
${content}
</section>
`;
}

function findingLine({ kind, organization, concerned }: Finding, { report }: View): Markup {
  const { title, advice, isUrgent } = attentionWords[kind];
  const isAlone = report.organizations.length === 1;
  const name = organization === undefined ? undefined : report.organizations[organization]?.name;
  const where = !isAlone && name !== undefined && html` <span class="where">${outside(name)}</span>`;
  const isOfPeople = concerned.some(({ at }) => at?.list === "people");
  return html`<li><details class="finding${isUrgent ? " urgent" : ""}"><summary><span class="count">${concerned.length}</span> <span>${title}${where}</span> <span class="some">${someOf(concerned)}</span></summary>
<p>${advice}</p>
<ul class="who">${concerned.map((one) => concernedLine(one, organization))}</ul>
${isOfPeople && html`<button type="button" class="only" data-only="${kindKey(kind)}" hidden>Show them in the table</button>`}
</details></li>
`;
}

const mostNamed = 3;

/** The first names, as much as a line may hold. */
function someOf(concerned: readonly Concerned[]): Part[] {
  const named = concerned
    .slice(0, mostNamed)
    .map(({ at, label, detail }) => outside(at === undefined ? detail : label));
  const more = concerned.length - named.length;
  return [...joined(named, ", "), more > 0 && ` and ${more} more`];
}

function concernedLine({ at, label, detail }: Concerned, organization: number | undefined): Markup {
  const name =
    at === undefined || organization === undefined
      ? outside(label)
      : html`<a href="#${anchorOf(at.list, organization, at.index)}">${outside(label)}</a>`;
  return html`<li>${name}${detail !== "" && html` <small>${outside(detail)}</small>`}</li>`;
}

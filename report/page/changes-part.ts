import { describeMoment } from "../dates";
import type { Change, Changes, OrganizationChanges } from "../report";
import { html, joined, type Markup, outside, type Part } from "./markup";
import type { View } from "./view";

/** What changed since an earlier report; nothing without one. */
export function changesPart({ report }: View): Part {
  const { changes } = report;
  if (changes === undefined) return undefined;
  const isAlone = report.organizations.length === 1;
  const parts = changes.organizations.map((one) => [
    !isAlone && html`<h3>${outside(one.name)}</h3>`,
    changesOf(one),
  ]);
  return html`<section id="changes" aria-labelledby="changes-title">
<h2 id="changes-title">Changed since ${describeMoment(changes.since)}</h2>
${parts}${hasAuthors(changes) && html`<p class="hint">Who did it is what the audit log says.</p>`}${notCompared(changes)}
</section>
`;
}

function changesOf({ came, invited = [], went, promoted, demoted, otherRoles }: OrganizationChanges): Part {
  const groups = [
    group("Came", came, (one) => html`${one.to}${authorPart(one, "invited by")}`),
    group(
      "Invited",
      invited,
      (one) => html`as ${one.to}${one.from !== null && html`, was ${one.from}`}${authorPart(one)}`,
    ),
    group("Went", went, (one) => html`was ${one.from}${authorPart(one)}`),
    group("Promoted", promoted, fromTo),
    group("Demoted", demoted, fromTo),
    group("Other roles on applications and dashboards", otherRoles, ({ added, removed }) => {
      const parts = [
        ...added.map((one) => html`+ ${outside(one)}`),
        ...removed.map((one) => html`− ${outside(one)}`),
      ];
      return html`${joined(parts, ", ")}`;
    }),
  ].filter((part) => part !== undefined);
  return groups.length === 0
    ? html`<p class="fine">Nothing changed.</p>`
    : html`<dl class="changes">${groups}</dl>`;
}

function fromTo(change: Change): Markup {
  return html`${change.from} → ${change.to}${authorPart(change)}`;
}

/** Who did it, where an audit log says so. */
function authorPart({ by }: Change, words = "by"): Part {
  if (by === undefined) return undefined;
  return html`, ${words} ${outside(by.name)} (${outside(by.kind)})${by.at !== null && html`, ${describeMoment(by.at)}`}`;
}

function hasAuthors({ organizations }: Changes): boolean {
  return organizations.some(({ came, invited = [], went, promoted, demoted }) =>
    [came, invited, went, promoted, demoted].flat().some(({ by }) => by !== undefined),
  );
}

function group<One extends { email: string }>(
  title: string,
  all: readonly One[],
  describe: (one: One) => Markup,
): Markup | undefined {
  if (all.length === 0) return undefined;
  const items = all.map((one) => html`<li>${outside(one.email)} <small>${describe(one)}</small></li>`);
  return html`<div><dt>${title} <span class="number">${all.length}</span></dt><dd><ul class="who">${items}</ul></dd></div>`;
}

function notCompared({ notCompared: all }: Changes): Part {
  return all.map(({ name, why }) => html`<p class="hint">${outside(name)} ${why}.</p>`);
}

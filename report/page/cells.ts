import type { AttentionKind } from "../attention";
import { rankOf } from "../changes";
import { describeDays } from "../dates";
import type { Person, ResourceRole } from "../report";
import { attentionWords } from "./attention-words";
import { html, joined, type Markup, outside, type Part } from "./markup";

/** A role, in a cell that sorts by how much it allows. */
export function roleCell(role: string): Markup {
  return html`<td data-v="${rankOf(role)}"><span class="role${role === "admin" ? " admin" : ""}">${outside(role)}</span></td>`;
}

/** Roles on single applications and dashboards. */
export function resourceRolesCell({
  applicationRoles,
  dashboardRoles,
}: Pick<Person, "applicationRoles" | "dashboardRoles">): Markup {
  const all = (applicationRoles?.length ?? 0) + (dashboardRoles?.length ?? 0);
  const isUnknown = applicationRoles === null || dashboardRoles === null;
  return html`<td data-v="${all}">${roleList("", applicationRoles ?? [])}${roleList("dashboard ", dashboardRoles ?? [])}${isUnknown && html`<span class="muted">not told</span>`}</td>`;
}

function roleList(what: string, roles: readonly ResourceRole[]): Part {
  if (roles.length === 0) return undefined;
  const items = roles.map(
    ({ id, name, role }) => html`<li>${what}${outside(name ?? id)} <span class="muted">${role}</span></li>`,
  );
  return html`<ul>${items}</ul>`;
}

/** Until when, why, and who answers for it. */
export function termsCell(
  { until, endsAt, reason, owner }: Pick<Person, "until" | "endsAt" | "reason" | "owner">,
  now: string,
): Markup {
  const parts = [
    until !== null &&
      html`<span class="until">until <time datetime="${until}">${until}</time>${endsAt !== null && html` <span class="muted">${describeDays(endsAt, now)}</span>`}</span>`,
    reason !== null && outside(reason),
    owner !== null && html`<span class="muted">owner ${outside(owner)}</span>`,
  ].filter((part) => part !== false);
  return html`<td data-v="${endsAt ?? ""}">${joined(parts, html`<br>`)}</td>`;
}

/** The tags of a person for what the other cells do not say. */
export function tagsOf(kinds: readonly AttentionKind[]): Part[] {
  return kinds.flatMap((kind) => {
    const { tag, isUrgent } = attentionWords[kind];
    return tag === "" ? [] : [html` <span class="tag${isUrgent ? " urgent" : ""}">${tag}</span>`];
  });
}

/** A table with a head; the titles of its columns label the cells on narrow screens. */
export function table(
  name: string,
  label: string,
  columns: readonly string[],
  rows: readonly Markup[],
): Markup {
  const head = columns.map((column) => html`<th scope="col">${column}</th>`);
  return html`<table class="${name}" aria-label="${label}"><thead><tr>${head}</tr></thead>
<tbody>
${joined(rows, "\n")}
</tbody></table>
`;
}

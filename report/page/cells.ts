import { organizationRoles } from "../../client/roles";
import type { AttentionKind } from "../attention";
import { rankOf } from "../changes";
import { daysUntil, describeDays } from "../dates";
import type { Person, ResourceRole } from "../report";
import { attentionWords } from "./attention-words";
import { html, joined, type Markup, outside, type Part } from "./markup";

const knownRoles: readonly string[] = organizationRoles;

/** A role as a word; one that is newer than this release is text from outside. */
export function roleWord(role: string): Part {
  return knownRoles.includes(role) ? role : outside(role);
}

/** A role, in a cell that sorts by how much it allows. */
export function roleCell(role: string, awaitsTwoFactor = false): Markup {
  const word = role === "admin" ? html`<b>${role}</b>` : roleWord(role);
  const wait = awaitsTwoFactor && html` <small>admin once they have a second factor</small>`;
  return html`<td data-v="${rankOf(role)}">${word}${wait}</td>`;
}

/** Roles on single applications and dashboards. */
export function resourceRolesCell({
  applicationRoles,
  dashboardRoles,
}: Pick<Person, "applicationRoles" | "dashboardRoles">): Markup {
  const all = (applicationRoles?.length ?? 0) + (dashboardRoles?.length ?? 0);
  const isUnknown = applicationRoles === null || dashboardRoles === null;
  if (all === 0 && !isUnknown) return html`<td></td>`;
  return html`<td data-v="${all}">${roleList("", applicationRoles ?? [])}${roleList("dashboard ", dashboardRoles ?? [])}${isUnknown && html`<small>not told</small>`}</td>`;
}

function roleList(what: string, roles: readonly ResourceRole[]): Part {
  if (roles.length === 0) return undefined;
  const items = roles.map(
    ({ id, name, role }) => html`<li>${what}${outside(name ?? id)} <small>${role}</small></li>`,
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
      html`until ${until}${isNear(endsAt, now) && html` <small>${describeDays(endsAt, now)}</small>`}`,
    reason !== null && outside(reason),
    owner !== null && html`<small>owner ${outside(owner)}</small>`,
  ].filter((part) => part !== false);
  return html`<td${endsAt !== null && html` data-v="${endsAt}"`}>${joined(parts, html`<br>`)}</td>`;
}

const nearDays = 90;

/** Nobody counts the days to an end that is years away. */
function isNear(end: string | null, now: string): end is string {
  return end !== null && daysUntil(end, now) <= nearDays;
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

import { accessByResource, type ResourceAccess } from "../access-by-resource";
import type { ReportedOrganization } from "../report";
import { table } from "./cells";
import { html, joined, type Markup, outside, type Part } from "./markup";
import { anchorOf, numberIn, organizationHeading, type View } from "./view";

const words = {
  applications: { title: "By application", column: "Application", none: "There are no applications." },
  dashboards: { title: "By dashboard", column: "Dashboard", none: "There are no dashboards." },
};
type Kind = keyof typeof words;

/** The same people by what they may reach. */
export function resourcesPart(view: View, kind: Kind): Markup {
  const { title } = words[kind];
  const all = view.report.organizations.map((organization) => accessByResource(organization, kind));
  const shown = all.reduce((sum, { length }) => sum + length, 0);
  const number = numberIn(view.report.organizations, [kind], shown);
  const parts = view.report.organizations.map((organization, index) => [
    organizationHeading(view, organization),
    resourcesOf(all[index] ?? [], organization, index, kind),
  ]);
  return html`<section id="${kind}" aria-labelledby="${kind}-title">
<h2 id="${kind}-title">${title} <span class="number">${number}</span></h2>
<p class="hint">A role of one's own counts in place of the role in the organization.</p>
${parts}
</section>
`;
}

function resourcesOf(
  all: ResourceAccess[],
  organization: ReportedOrganization,
  index: number,
  kind: Kind,
): Part {
  const { column, none } = words[kind];
  const isRead = organization.listings.some(({ what, isComplete }) => what === kind && isComplete);
  const unread =
    !isRead &&
    html`<p class="bad">The list of ${kind} could not be read: only those are here on which somebody has a role of their own.</p>`;
  if (all.length === 0) return unread || html`<p class="fine">${none}</p>`;
  const rows = all.map((one) => resourceRow(one, index));
  const label = `${column}s of ${organization.name}`;
  return [
    unread,
    table("resources", label, [column, "Roles of their own", "By role in the organization"], rows),
  ];
}

function resourceRow({ resource, own, byOrganizationRole }: ResourceAccess, organization: number): Markup {
  const { id, name } = resource;
  const people = own.map(
    ({ person, email, role }) =>
      html`<li><a href="#${anchorOf("people", organization, person)}">${outside(email)}</a> <small>${role}</small></li>`,
  );
  const others = byOrganizationRole.map((one) => `${one.people}\u00A0${one.role}`);
  const total = byOrganizationRole.reduce((sum, one) => sum + one.people, 0);
  return html`<tr><th scope="row">${outside(name ?? id)}</th><td data-v="${own.length}">${own.length > 0 && html`<ul>${people}</ul>`}</td><td data-v="${total}">${joined(others, ", ")}</td></tr>`;
}

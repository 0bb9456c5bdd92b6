import { asciiLowerCase } from "../../client/text";
import type { Person, ReportedOrganization } from "../report";
import { resourceRolesCell, roleCell, table, tagsOf, termsCell } from "./cells";
import { madeParts } from "./credentials-part";
import { filters } from "./filters";
import { html, joined, type Markup, outside, type Part } from "./markup";
import { anchorOf, count, kindKey, organizationHeading, type View } from "./view";

const columns = ["Person", "Role", "On applications and dashboards", "Sign-in", "Access"];

/** All members, with what can be searched, sorted and filtered where scripts run. */
export function peoplePart(view: View): Markup {
  const { organizations } = view.report;
  const all = organizations.reduce((sum, { people }) => sum + people.length, 0);
  return html`<section id="people" aria-labelledby="people-title">
<div class="heading"><h2 id="people-title">People <span class="number">${all}</span></h2>
<p class="shown"><output id="shown" aria-live="polite"></output> <button type="button" id="all" hidden>Show all</button></p></div>
${filters(view)}
${organizations.map((organization, index) => peopleOf(view, organization, index))}
</section>
`;
}

function peopleOf(view: View, organization: ReportedOrganization, index: number): Part {
  const { people, absent } = organization;
  const made = madeParts(organization, index);
  const rows = people.map((person, at) =>
    personRow(view, person, anchorOf("people", index, at), made.get(asciiLowerCase(person.userId))),
  );
  const label = `People of ${organization.name}`;
  return [
    organizationHeading(view, organization),
    people.length === 0
      ? html`<p class="fine">Nobody is a member.</p>`
      : table("people", label, columns, rows),
    absent.length > 0 && absentLine(absent),
  ];
}

function personRow(
  { report, kindsAt, applicationKeys }: View,
  person: Person,
  anchor: string,
  made: Markup | undefined,
): Markup {
  const kinds = kindsAt.get(anchor) ?? [];
  const { role, owner, applicationRoles } = person;
  const onApplications = (applicationRoles ?? []).map(({ id }) => applicationKeys.get(id)).join(" ");
  return html`<tr id="${anchor}" data-r="${role}" data-f="${factorKey(person)}"${owner !== null && html` data-o="${owner}"`}${onApplications !== "" && html` data-a="${onApplications}"`}${kinds.length > 0 && html` data-k="${kinds.map(kindKey).join(" ")}"`}>${whoCell(person, tagsOf(kinds))}${roleCell(role, person.awaitsTwoFactor)}${resourceRolesCell(person)}${signInCell(person, made)}${termsCell(person, report.madeAt)}</tr>`;
}

function whoCell({ name, email, teams }: Person, tags: Part[]): Markup {
  const address = html`<bdi class="address">${email}</bdi>`;
  const ofTeams =
    teams.length > 0 &&
    html` <small>${count(teams.length, "team", "teams").replace(/^\d+ /, "")} ${joined(teams.map(outside), ", ")}</small>`;
  return html`<th scope="row">${name !== null && html`<bdi class="name">${name}</bdi> `}${address}${tags}${ofTeams}</th>`;
}

function factorKey({ twoFactor }: Person): string {
  if (twoFactor === null) return "unknown";
  return twoFactor ? "yes" : "no";
}

const factorWords = { yes: "second factor", no: "no second factor", unknown: "second factor not told" };

function signInCell(person: Person, made: Markup | undefined): Markup {
  const key = factorKey(person);
  const isMissing = person.role === "admin" && key !== "yes";
  const words = factorWords[key === "yes" || key === "no" ? key : "unknown"];
  return html`<td>${isMissing ? html`<span class="bad">${words}</span>` : words}${person.singleSignOn && html`<br>single sign-on`}${made && html`<br><small>made ${made}</small>`}</td>`;
}

function absentLine(absent: ReportedOrganization["absent"]): Markup {
  const names = absent.map(
    ({ email, until, isEnded }) =>
      html`${outside(email)}${until !== null && html` <small>(${isEnded ? "ended" : "until"} ${until})</small>`}`,
  );
  return html`<details class="absent"><summary>${count(absent.length, "person", "people")} in the files, but not at Losant</summary><p>${joined(names, ", ")}</p></details>
`;
}

import { dateOf, describeDays } from "../dates";
import type { ReportedInvite, ReportedOrganization } from "../report";
import { resourceRolesCell, roleCell, table, tagsOf, termsCell } from "./cells";
import { html, type Markup, type Part } from "./markup";
import { anchorOf, numberIn, organizationHeading, type View } from "./view";

const columns = ["Invited", "Role", "On applications and dashboards", "Invite", "Access"];

/** All invites, the expired too. */
export function invitesPart(view: View): Markup {
  const { organizations } = view.report;
  const all = organizations.reduce((sum, { invites }) => sum + invites.length, 0);
  return html`<section id="invites" aria-labelledby="invites-title">
<h2 id="invites-title">Invites <span class="number">${numberIn(organizations, ["invites"], all)}</span></h2>
${organizations.map((organization, index) => [organizationHeading(view, organization), invitesOf(view, organization, index)])}
</section>
`;
}

function invitesOf(view: View, { name, invites, listings }: ReportedOrganization, index: number): Part {
  const isRead = listings.some(({ what, isComplete }) => what === "invites" && isComplete);
  if (!isRead) return html`<p class="bad">The invites could not be read.</p>`;
  if (invites.length === 0) return html`<p class="fine">Nobody is invited.</p>`;
  const rows = invites.map((invite, at) => inviteRow(view, invite, anchorOf("invites", index, at)));
  return table("invites", `Invites of ${name}`, columns, rows);
}

function inviteRow({ report, kindsAt }: View, invite: ReportedInvite, anchor: string): Markup {
  const tags = tagsOf(kindsAt.get(anchor) ?? []);
  return html`<tr id="${anchor}"><th scope="row"><bdi class="address">${invite.email}</bdi>${tags}</th>${roleCell(invite.role)}${resourceRolesCell(invite)}${endCell(invite, report.madeAt)}${termsCell(invite, report.madeAt)}</tr>`;
}

function endCell({ sentAt, expiresAt, isExpired }: ReportedInvite, now: string): Markup {
  const end =
    expiresAt === null
      ? html`<small>end not told</small>`
      : html`${isExpired ? "expired" : "expires"} ${describeDays(expiresAt, now)}`;
  return html`<td data-v="${expiresAt ?? ""}"><span${isExpired && html` class="bad"`}>${isExpired && expiresAt === null ? "expired" : end}</span>${sentAt !== null && html`<br><small>sent ${dateOf(sentAt)}</small>`}</td>`;
}

import { describeMoment } from "../dates";
import type { Report, ReportedOrganization, Unread } from "../report";
import { table } from "./cells";
import { html, joined, type Markup, outside, type Part } from "./markup";
import { count, numberIn, unknown, type View } from "./view";

/** Of what the page is, how complete it is, and its main numbers. */
export function headerPart({ report }: View): Markup {
  const { organizations, token, toolVersion, madeAt, files } = report;
  const [only] = organizations;
  const title =
    only !== undefined && organizations.length === 1
      ? outside(only.name)
      : html`${count(organizations.length, "organization", "organizations")}`;
  const facts = [
    html`<time datetime="${madeAt}">${describeMoment(madeAt)}</time>`,
    token === null
      ? html`read with a token whose user cannot be identified`
      : html`read with the token of ${outside(token.email)}`,
    files !== null && html`compared with ${joined(files.map(outside), ", ")}`,
    html`pulumi-losant ${toolVersion}`,
  ].filter((fact) => fact !== false);
  return html`<header>
<p class="eyebrow">Access report</p>
<h1>${title}</h1>
<p class="facts">${joined(facts, html` <span aria-hidden="true">·</span> `)}</p>
${unreadPart(report)}
${numbers(organizations)}
</header>
`;
}

function unreadPart({ unread }: Report): Part {
  if (unread.length === 0) return undefined;
  return html`<div class="unread" role="note">
<p><strong>This report is not complete.</strong> What could not be read is missing in it:</p>
<ul>${unread.map(unreadLine)}</ul>
</div>`;
}

function unreadLine({ orgId, name, what, problem }: Unread): Markup {
  const where = html`${outside(name ?? orgId)}`;
  return html`<li>${what === "organization" ? where : html`${what} of ${where}`}: ${outside(problem)}</li>`;
}

function numbers(organizations: readonly ReportedOrganization[]): Markup {
  const people = organizations.flatMap((one) => one.people);
  const admins = people.filter(({ role }) => role === "admin").length;
  const withoutFactor = people.filter(({ twoFactor }) => !twoFactor).length;
  const open = organizations.flatMap(({ invites }) => invites.filter(({ isExpired }) => !isExpired)).length;
  const applications = organizations.reduce((sum, one) => sum + one.applications.length, 0);
  const all: [string, Part][] = [
    ["people", people.length],
    [admins === 1 ? "admin" : "admins", admins],
    ["without a second factor", withoutFactor],
    [open === 1 ? "open invite" : "open invites", numberIn(organizations, ["invites"], open)],
    ["applications", numberIn(organizations, ["applications"], applications)],
  ];
  return html`<dl class="figures">${all.map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>`;
}

const mfaWords: Readonly<Record<string, string>> = {
  required: "required of all",
  adminRequired: "required of admins",
  notRequired: "not required",
};

/** The settings that decide who gets in, by organization. */
export function settingsPart({ report }: View): Markup {
  const columns = ["Organization", "Second factor", "Invites may go to", "Seats", "Billing"];
  const rows = report.organizations.map(({ name, orgId, settings, seats }) => {
    const { mfaMode, allowedDomains, billingEmail } = settings;
    const domains = allowedDomains.length === 0 ? "every domain" : joined(allowedDomains.map(outside), ", ");
    const limit = seats.limit === null ? "no limit told" : `of ${seats.limit}`;
    return html`<tr><th scope="row">${outside(name)} <small>${orgId}</small></th><td>${mfaWords[mfaMode ?? ""] ?? "not told"}</td><td>${domains}</td><td>${seats.taken ?? unknown} ${limit}</td><td>${billingEmail === null ? html`<small>not told</small>` : outside(billingEmail)}</td></tr>`;
  });
  return html`<section id="settings" aria-labelledby="settings-title">
<h2 id="settings-title">Settings</h2>
${table("settings", "Settings of organizations", columns, rows)}
</section>
`;
}

/** What was read, and what Losant does not tell. */
export function aboutPart({ report }: View): Markup {
  const isAlone = report.organizations.length === 1;
  const rows = report.organizations.flatMap(({ name, listings }) =>
    listings.map(
      ({ what, items, isComplete }) =>
        html`<tr><th scope="row">${what}${!isAlone && html` of ${outside(name)}`}</th><td>${items === 0 && !isComplete ? unknown : items}</td><td>${isComplete ? "yes" : html`<span class="bad">no</span>`}</td></tr>`,
    ),
  );
  return html`<section id="about" aria-labelledby="about-title">
<h2 id="about-title">About this report</h2>
<p>Who has access is what Losant answered${report.token === null ? "" : html` to the token of ${outside(report.token.email)}`}; until when, why and owner are what files of people state. Losant does not tell when somebody signed in last. Of single sign-on it tells only that an account is linked to one.</p>
${table("listings", "Lists that were read", ["List", "Items", "Complete"], rows)}
<p class="hint">Made by <code>pulumi-losant report</code> ${report.toolVersion}. The page loads nothing and sends nothing.</p>
</section>
`;
}

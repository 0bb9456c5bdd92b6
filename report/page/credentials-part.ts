import { asciiLowerCase } from "../../client/text";
import { hasCredentials, madeByUser } from "../credentials";
import { dateOf } from "../dates";
import type { ReportedCredential, ReportedOrganization } from "../report";
import { table } from "./cells";
import { html, joined, type Markup, outside, type Part } from "./markup";
import { anchorOf, count, numberIn, organizationHeading, type View } from "./view";

const columns = ["Credential", "Application", "Made by", "Expires", "Status"];

/** API tokens and access keys of applications, by who made them; nothing where they were not asked for. */
export function credentialsPart(view: View): Part {
  const { organizations } = view.report;
  if (!hasCredentials(view.report)) return undefined;
  const shown = organizations.reduce((sum, { credentials = [] }) => sum + credentials.length, 0);
  const number = numberIn(organizations, ["API tokens", "access keys"], shown);
  return html`<section id="credentials" aria-labelledby="credentials-title">
<h2 id="credentials-title">API tokens and access keys <span class="number">${number}</span></h2>
<p class="hint">Of applications, by who made them. Losant does not document whether they work on after the membership of who made them. pulumi-losant deletes none.</p>
${organizations.map((organization, index) => [organizationHeading(view, organization), credentialsOf(organization, index)])}
</section>
`;
}

function credentialsOf(organization: ReportedOrganization, index: number): Part {
  const { name, credentials = [], listings, people } = organization;
  const unread = listings.filter(
    ({ what, isComplete }) => !isComplete && (what === "API tokens" || what === "access keys"),
  );
  const missing = unread.map(
    ({ what }) => html`<p class="bad">Not all ${what} could be read: more may be there.</p>`,
  );
  if (credentials.length === 0)
    return unread.length > 0 ? missing : html`<p class="fine">No application has any.</p>`;
  const anchors = new Map(
    people.map(({ userId, email }, at) => [
      asciiLowerCase(userId),
      { email, anchor: anchorOf("people", index, at) },
    ]),
  );
  const rows = credentials.map((one, at) => {
    const person = one.makerUserId === null ? undefined : anchors.get(asciiLowerCase(one.makerUserId));
    return credentialRow(one, anchorOf("credentials", index, at), makerPart(one, person));
  });
  return [
    missing,
    summaryLine(credentials),
    table("credentials", `API tokens and access keys of ${name}`, columns, rows),
  ];
}

function summaryLine(credentials: readonly ReportedCredential[]): Part {
  const gone = credentials.filter(({ isMakerGone }) => isMakerGone).length;
  const endless = credentials.filter(({ isEndless }) => isEndless).length;
  const parts = [
    gone > 0 && `${gone} of people who are no members any more`,
    endless > 0 && `${count(endless, "active API token never expires", "active API tokens never expire")}`,
  ].filter((part) => part !== false);
  return parts.length > 0 && html`<p class="hint">${joined(parts, "; ")}.</p>`;
}

function credentialRow(
  { kind, name, application, expiresAt, isEndless, status }: ReportedCredential,
  anchor: string,
  maker: Part,
): Markup {
  const end =
    expiresAt !== null ? dateOf(expiresAt) : isEndless ? html`<span class="bad">never</span>` : "never";
  return html`<tr id="${anchor}"><th scope="row">${outside(name)} <small>${kind}</small></th><td>${outside(application)}</td><td>${maker}</td><td data-v="${expiresAt ?? "9999"}">${end}</td><td>${status === null ? html`<small>not told</small>` : outside(status)}</td></tr>`;
}

function makerPart(
  { maker, makerEmail, isMakerGone }: ReportedCredential,
  person: { email: string; anchor: string } | undefined,
): Part {
  if (person !== undefined) return html`<a href="#${person.anchor}">${outside(person.email)}</a>`;
  const known = makerEmail ?? maker;
  const name = known === null ? html`<small>not told</small>` : outside(known);
  return isMakerGone ? html`${name} <span class="bad">no member any more</span>` : name;
}

/** By user id: how many each has made, with a link to the first of them. */
export function madeParts(organization: ReportedOrganization, index: number): Map<string, Markup> {
  const parts = [...madeByUser(organization)].map(([userId, { tokens, keys, first }]) => {
    const words = [
      tokens > 0 && count(tokens, "API token", "API tokens"),
      keys > 0 && count(keys, "access key", "access keys"),
    ].filter((part) => part !== false);
    const link = html`<a href="#${anchorOf("credentials", index, first)}">${joined(words, ", ")}</a>`;
    return [userId, link] as const;
  });
  return new Map(parts);
}

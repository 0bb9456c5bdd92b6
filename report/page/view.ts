import { type AttentionKind, attentionKinds, attentionOf, type Finding, type ListName } from "../attention";
import type { Listing, Report, ReportedOrganization } from "../report";
import { html, type Markup, outside } from "./markup";

/** What all parts of the page are made from. */
export interface View {
  report: Report;
  findings: Finding[];
  /** By the anchor of a row: what of its person needs attention. */
  kindsAt: ReadonlyMap<string, AttentionKind[]>;
  /** By id: a short name of each application on which somebody has a role, for the filter. */
  applicationKeys: ReadonlyMap<string, string>;
}

export function viewOf(report: Report): View {
  const findings = attentionOf(report);
  const kindsAt = new Map<string, AttentionKind[]>();
  for (const { kind, organization, concerned } of findings)
    for (const { at } of concerned) {
      if (at === undefined || organization === undefined) continue;
      const anchor = anchorOf(at.list, organization, at.index);
      kindsAt.set(anchor, [...(kindsAt.get(anchor) ?? []), kind]);
    }
  return { report, findings, kindsAt, applicationKeys: applicationKeys(report) };
}

function applicationKeys({ organizations }: Report): Map<string, string> {
  const people = organizations.flatMap((one) => one.people);
  const ids = new Set(people.flatMap(({ applicationRoles }) => (applicationRoles ?? []).map(({ id }) => id)));
  return new Map([...ids].map((id, index) => [id, index.toString(36)]));
}

const anchorLetters: Readonly<Record<ListName, string>> = { people: "p", invites: "i", credentials: "c" };

/** The id of a row: `p0-12`. */
export function anchorOf(list: ListName, organization: number, index: number): string {
  return `${anchorLetters[list]}${organization}-${index}`;
}

/** A kind as one character or two, for the filter. */
export function kindKey(kind: AttentionKind): string {
  return `k${attentionKinds.indexOf(kind)}`;
}

/** The heading of an organization; none where there is only one. */
export function organizationHeading({ report }: View, { name }: ReportedOrganization): Markup | undefined {
  return report.organizations.length === 1 ? undefined : html`<h3>${outside(name)}</h3>`;
}

/** `–` where nothing is known of what some lists have, `3+` where one of them is not whole. */
export function numberIn(
  organizations: readonly ReportedOrganization[],
  lists: readonly Listing["what"][],
  number: number,
): string {
  const listings = organizations.flatMap((one) => one.listings).filter(({ what }) => lists.includes(what));
  if (listings.every(({ isComplete }) => isComplete)) return String(number);
  return number === 0 ? unknown : `${number}+`;
}

/** In place of a number. */
export const unknown = "–";

/** `1 person`, `3 people`. */
export function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}

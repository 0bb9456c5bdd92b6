import { describeRoles, describeTerms, describeWho, plainWord, type Quote } from "./describe";
import { isRefused, settingsIn } from "./findings";
import { becomesAdmin, type Groups, groupsOf, isComplete, isQuiet, isUnmanagedAdmin, loses } from "./groups";
import type { OrganizationPlan, PersonInPlan, Plan } from "./plan";
import { describeAuthor, minuteOf } from "./record";

/** A part of a plan as people read it: what it is about, and a line for each. */
export interface Section {
  title: string;
  lines: string[];
  /** The people of the lines alone, for where there is no room for more. */
  people?: string[];
  /** Whether lines of it may be left out where the whole is too long. */
  isCuttable: boolean;
}

/** A plan as people read it. */
export interface PlanDocument {
  /** In numbers: `2 lose access · 3 get access`. */
  verdict: string;
  sections: Section[];
  /** What happens on merge, where it was read, and how to make it again. */
  footer: string[];
}

/** Makes the document of a plan; `quote` puts in what comes from outside, `now` decides whose access ends soon. */
export function documentOf(plan: Plan, now: Date, quote: Quote): PlanDocument {
  const failed = [...plan.errors.map(quote), ...plan.unknown.map((what) => `not known: ${quote(what)}`)];
  const isAlone = plan.organizations.length === 1;
  const grouped = plan.organizations.map((one) => [one, groupsOf(one.people, timeOf(one, now))] as const);
  const all = grouped.map(([, groups]) => groups);
  return {
    verdict: verdictOf(plan, all),
    sections: [
      section("The preview failed", failed, false),
      ...grouped.flatMap(([one, groups]) =>
        sectionsOf(one, groups, quote).map((part) =>
          isAlone ? part : { ...part, title: titled(part, one, quote) },
        ),
      ),
    ].filter(({ lines }) => lines.length > 0),
    footer: footerOf(plan, now, quote),
  };
}

/** Losant's clock, by which access ends. */
function timeOf({ readAt }: OrganizationPlan, now: Date): Date {
  return readAt === undefined ? now : new Date(readAt);
}

function section(title: string, lines: string[], isCuttable = true): Section {
  return { title, lines, isCuttable };
}

function titled({ title }: Section, { id, name }: OrganizationPlan, quote: Quote): string {
  return `${title} (${quote(name ?? id)})`;
}

function sectionsOf(organization: OrganizationPlan, groups: Groups, quote: Quote): Section[] {
  const line = (person: PersonInPlan) => lineOf(person, quote);
  const { refusals, unmanaged, settings } = organization;
  const strangers = unmanaged.map((one) => unmanagedLine(one, quote));
  return [
    section(
      "Refused",
      refusals.map(({ message }) => quote(message)),
      false,
    ),
    {
      ...section("Lose access", groups.losing.map(line), false),
      people: groups.losing.map((person) => describeWho(person, quote)),
    },
    section("Admins", [...groups.becomingAdmin, ...groups.losingAdmin].map(line), false),
    section("Get access", groups.invited.map(line)),
    section("Changes", [...groups.changed.map(line), ...settings.map((one) => settingLine(one, quote))]),
    section("Changed at Losant since the last up", groups.drifted.map(line)),
    section("Unmanaged", strangers),
    section(
      "Without a second factor, which the program asks for",
      (organization.withoutTwoFactor ?? []).map(quote),
    ),
    section("Waiting", groups.waiting.map(line)),
    section("End within 14 days", groups.ending.map(line)),
  ];
}

/** Somebody whom a roster does not name. */
export function unmanagedLine(person: OrganizationPlan["unmanaged"][number], quote: Quote): string {
  const stranger = person.isInvited ? "is invited and not in the roster" : "is not in the roster";
  const what = person.isNamed ? "has roles that the roster does not state" : stranger;
  const roles = describeRoles({ to: person.roles }, quote);
  return `${describeWho(person, quote)}: ${what} (${roles})${authorOf(person, quote)}`;
}

/** What happens to somebody, and why. */
export function lineOf(person: PersonInPlan, quote: Quote): string {
  const waits = person.awaitsTwoFactor ? "admin once they have a second factor" : "";
  const what = [whatHappens(person, quote), waits, ...describeTerms(person, quote)].filter(
    (part) => part !== "",
  );
  return `${describeWho(person, quote)}: ${what.join(" · ")}${authorOf(person, quote)}`;
}

function authorOf({ changedBy }: Pick<PersonInPlan, "changedBy">, quote: Quote): string {
  return changedBy === undefined ? "" : ` · ${describeAuthor(changedBy, quote)}`;
}

function whatHappens(person: PersonInPlan, quote: Quote): string {
  const { does, cause, because, isAdopted, isAgain, waitsUntil } = person;
  const why = because === undefined ? "" : `: ${quote(because)}`;
  const roles = describeRoles(person, quote);
  const ended = cause === "ended" ? ", as their access has ended" : "";
  const drift = cause === "drift" && loses(person) ? ", whom the program does not name" : "";
  if (does === "remove") return `removed (${roles})${ended}${drift}`;
  if (does === "revoke") return `invite revoked (${roles})${ended}${drift}`;
  if (does === "invite") return isAgain ? `invited again as ${roles}${why}` : `invited as ${roles}`;
  if (does === "change roles")
    return isAdopted ? `adopted, ${roles}` : cause === "drift" ? `changed back: ${roles}` : `${roles}${why}`;
  if (does === "wait" && cause === "drift") return `stays out${why}`;
  if (does === "wait")
    return waitsUntil === undefined
      ? `waits${why}`
      : `waits until ${plainWord(waitsUntil.slice(0, 10), quote)}${why}`;
  return person.termsBefore === undefined && !person.awaitsTwoFactor ? "access ends" : "";
}

function settingLine({ name, from, to }: OrganizationPlan["settings"][number], quote: Quote): string {
  const shown = (value: unknown) => quote(typeof value === "string" ? value : JSON.stringify(value ?? null));
  return `${name}: ${shown(from)} → ${shown(to)}`;
}

/** In numbers, what matters first. */
function verdictOf(plan: Plan, all: readonly Groups[]): string {
  const people = plan.organizations.flatMap((one) => one.people);
  const refusals = plan.organizations.reduce((sum, one) => sum + one.refusals.length, 0);
  const unchanged = plan.organizations.reduce((sum, one) => sum + one.unchanged, 0);
  const counts: [number, string, string][] = [
    [refusals, "refused", "refused"],
    [people.filter(loses).length, "loses access", "lose access"],
    [people.filter(({ does }) => does === "invite").length, "gets access", "get access"],
    [people.filter(becomesAdmin).length, "becomes admin", "become admins"],
    [sum(all, "losingAdmin"), "is no admin any more", "are no admins any more"],
    [sum(all, "changed"), "changes", "change"],
    [settingsIn(plan), "setting changes", "settings change"],
    [sum(all, "drifted"), "changed at Losant", "changed at Losant"],
    [unmanagedAdmins(plan), "unmanaged admin", "unmanaged admins"],
    [unmanagedCount(plan) - unmanagedAdmins(plan), "unmanaged", "unmanaged"],
    [withoutTwoFactor(plan), "without a second factor", "without a second factor"],
    [sum(all, "waiting"), "waits", "wait"],
    [unchanged, "unchanged", "unchanged"],
  ];
  const parts = counts
    .filter(([count]) => count > 0)
    .map(([count, one, many]) => `${count} ${count === 1 ? one : many}`);
  if (!isComplete(plan)) return ["the preview failed: not everything is known", ...parts].join(" · ");
  if (isQuiet(plan)) return ["no changes", ...parts].join(" · ");
  return parts.join(" · ");
}

function sum(all: readonly Groups[], name: keyof Groups): number {
  return all.reduce((total, groups) => total + groups[name].length, 0);
}

function withoutTwoFactor({ organizations }: Plan): number {
  return organizations.flatMap((one) => one.withoutTwoFactor ?? []).length;
}

function unmanagedCount(plan: Plan): number {
  return plan.organizations.reduce((total, { unmanaged }) => total + unmanaged.length, 0);
}

function unmanagedAdmins({ organizations }: Plan): number {
  return organizations.flatMap(({ unmanaged }) => unmanaged.filter(isUnmanagedAdmin)).length;
}

const credentialsAdvice =
  "API tokens and access keys that they made are not touched: pulumi-losant status --credentials lists them afterwards";

const stopped =
  "the preview may have stopped at what is refused: other resources of the program may be missing here";

function footerOf(plan: Plan, now: Date, quote: Quote): string[] {
  const losing = plan.organizations.flatMap(({ people }) => people.filter(loses)).length;
  const applied = `${losing} ${losing === 1 ? "person loses" : "people lose"} access as soon as this is merged and applied`;
  const told = losing > 0 && !isRefused(plan) ? [applied, credentialsAdvice] : [];
  return [...told, ...(isRefused(plan) ? [stopped] : []), ...originOf(plan, now, quote)];
}

/** Where a plan was read, and how to make it again. */
export function originOf(plan: Plan, now: Date, quote: Quote): string[] {
  const lines = plan.organizations.map(({ id, name, readAt, seats }) => {
    const own = plainWord(id, quote);
    const limit = seats?.limit === undefined ? "" : ` of ${seats.limit}`;
    const told = seats === undefined ? "" : `, seats ${seats.before} → ${seats.after}${limit}`;
    const read = readAt === undefined ? "" : `, read at ${minuteOf(readAt)}`;
    return `organization ${name === undefined ? own : `${quote(name)} (${own})`}${told}${read}`;
  });
  const commit = plan.commit === undefined ? "" : `, commit ${quote(plan.commit)}`;
  const base = plan.base === undefined ? "" : ` compared with ${quote(plan.base)}`;
  return [
    ...lines,
    `stack ${quote(plan.stack)}${commit}${base}, planned at ${minuteOf(now.toISOString())} by ${quote(plan.command)}`,
  ];
}

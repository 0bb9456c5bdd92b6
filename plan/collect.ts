import { loses } from "./groups";
import type { OrganizationPlan, PersonInPlan, Plan } from "./plan";
import { isSamePerson, type PlannedRoles, type PlanRecord } from "./record";

/** A person whose resource the engine deletes, which it asks no provider about: what the stack recorded of them. */
export interface DeletedPerson {
  organization: string;
  kind: PlanRecord["kind"];
  name: string;
  email?: string | undefined;
  userId?: string | undefined;
  does: "remove" | "revoke";
  from: PlannedRoles;
  until?: string | undefined;
  reason?: string | undefined;
  owner?: string | undefined;
}

/** What the engine tells of a preview. */
export interface Previewed
  extends Pick<Plan, "stack" | "commit" | "base" | "command" | "errors" | "unknown"> {
  records: readonly PlanRecord[];
  deleted: readonly DeletedPerson[];
  settings: readonly ({ organization: string } & OrganizationPlan["settings"][number])[];
}

/** Makes the plan of all that provider processes and the engine say. */
export function collectPlan({ records, deleted, settings, ...preview }: Previewed): Plan {
  const latest = latestOf(records);
  const ids = [...latest, ...deleted, ...settings].map(({ organization }) => organization);
  const of = <One extends { organization: string }>(all: readonly One[], id: string) =>
    all.filter(({ organization }) => organization === id);
  const organizations = [...new Set(ids)].sort().map((id) => {
    const changes = of(settings, id).map(({ name, from, to }) => ({ name, from, to }));
    return { ...organizationPlan(id, of(latest, id), of(deleted, id)), settings: changes };
  });
  return { version: 1, ...preview, organizations };
}

/** The last record of each resource: a face without names tells a person's resources by the person. */
function latestOf(records: readonly PlanRecord[]): PlanRecord[] {
  const latest: PlanRecord[] = [];
  for (const record of records) {
    const before = latest.findIndex((other) => isOfSame(record, other));
    if (before >= 0) latest.splice(before, 1);
    latest.push(record);
  }
  return latest;
}

/** An address may be another one by the time of the second record. */
function isOfSame(one: PlanRecord, other: PlanRecord): boolean {
  if (one.kind !== other.kind || one.organization !== other.organization) return false;
  if (one.name !== undefined || other.name !== undefined) return one.name === other.name;
  return one.kind === "OrgRoster" || isSamePerson(one.people[0] ?? {}, other.people[0] ?? {});
}

function organizationPlan(
  id: string,
  records: readonly PlanRecord[],
  deleted: readonly DeletedPerson[],
): Omit<OrganizationPlan, "settings"> {
  const planned = leavingOnce(
    records.flatMap(({ people, kind, name }) =>
      people.map(
        (person): PersonInPlan => ({ ...person, resource: { kind, ...(name !== undefined && { name }) } }),
      ),
    ),
  );
  const last = records.at(-1);
  // An OrgMember sees no invites, which hold seats too.
  const { seats } = records.filter(({ kind }) => kind !== "OrgMember").at(-1) ?? {};
  const declared = [
    ...planned.filter(({ does }) => !["remove", "revoke", "release"].includes(does)),
    ...records.flatMap(({ names = [] }) => names),
  ];
  const leavingLike = finder(planned.filter(loses));
  const gone = leaving(deleted, declared).filter((one) => leavingLike(one).length === 0);
  return {
    id,
    ...(last?.organizationName !== undefined && { name: last.organizationName }),
    ...(last && { readAt: last.readAt, seats: seatsAfter(seats, planned, gone) }),
    people: byAddress([...planned.filter(isShown), ...gone]),
    unchanged:
      records.reduce((sum, { unchanged }) => sum + unchanged, 0) -
      planned.filter((one) => one.does === "keep" && (one.termsBefore !== undefined || one.awaitsTwoFactor))
        .length,
    unmanaged: unmanagedIn(records, planned),
    refusals: distinct(records.flatMap(({ refusals }) => refusals)),
    ...withoutTwoFactor(records),
  };
}

/** Who is taken out by several resources leaves once; what guard rails have counted, a roster's, is kept. */
function leavingOnce(planned: readonly PersonInPlan[]): PersonInPlan[] {
  const leavingLike = finder(planned.filter(loses));
  const isFirst = (one: PersonInPlan) => {
    const same = leavingLike(one);
    return one === (same.find(({ resource }) => resource.kind === "OrgRoster") ?? same[0]);
  };
  return planned.filter((one) => !loses(one) || isFirst(one));
}

/** Finds who is the same person. */
function finder(people: readonly PersonInPlan[]): (one: PersonInPlan) => PersonInPlan[] {
  const found = new Map<string, PersonInPlan[]>();
  for (const one of people) for (const key of keysOf(one)) found.set(key, [...(found.get(key) ?? []), one]);
  return (one) =>
    keysOf(one).flatMap((key) => (found.get(key) ?? []).filter((other) => isSamePerson(one, other)));
}

function keysOf({ email, userId }: PersonInPlan): string[] {
  return [email === undefined ? [] : `address ${email}`, userId === undefined ? [] : `user ${userId}`].flat();
}

/** Guard rails count on no seat that a single person leaves, as Pulumi creates before it deletes; in the end it is free. */
function seatsAfter(
  seats: PlanRecord["seats"],
  planned: readonly PersonInPlan[],
  gone: readonly PersonInPlan[],
): PlanRecord["seats"] {
  const ended = planned.filter(
    (one) => one.cause === "ended" && one.resource.kind !== "OrgRoster" && loses(one),
  );
  return seats && { ...seats, after: seats.after - gone.length - ended.length };
}

/** Whoever stays as they are is shown for an end of their access alone, or for the second factor that they wait for. */
function isShown({ does, until, termsBefore, awaitsTwoFactor }: PersonInPlan): boolean {
  if (does === "release") return false;
  return does !== "keep" || until !== undefined || termsBefore !== undefined || awaitsTwoFactor === true;
}

/** Whom the engine's deletes take out: nobody whom another resource of the program declares. */
function leaving(
  deleted: readonly DeletedPerson[],
  declared: readonly Pick<PersonInPlan, "email" | "userId">[],
): PersonInPlan[] {
  const emails = new Set(declared.map(({ email }) => email));
  const userIds = new Set(declared.map(({ userId }) => userId));
  const isDeclared = ({ email, userId }: DeletedPerson) =>
    (userId !== undefined && userIds.has(userId)) || (email !== undefined && emails.has(email));
  return deleted
    .filter((one) => !isDeclared(one))
    .map(({ organization: _organization, kind, name, ...person }) => ({
      ...person,
      cause: "program" as const,
      resource: { kind, name },
    }));
}

/** Whom a roster does not name may be declared by another resource of the run. */
function unmanagedIn(records: readonly PlanRecord[], planned: readonly PersonInPlan[]) {
  const declared = new Set(planned.filter(({ does }) => does !== "release").map(({ email }) => email));
  return records
    .flatMap(({ unmanaged }) => unmanaged)
    .filter((one) => one.isNamed || !declared.has(one.email));
}

function withoutTwoFactor(records: readonly PlanRecord[]): Pick<OrganizationPlan, "withoutTwoFactor"> {
  const emails = [...new Set(records.flatMap((one) => one.withoutTwoFactor ?? []))].sort();
  return emails.length === 0 ? {} : { withoutTwoFactor: emails };
}

function distinct<One extends { message: string }>(all: readonly One[]): One[] {
  return [...new Map(all.map((one) => [one.message, one])).values()];
}

function byAddress(people: readonly PersonInPlan[]): PersonInPlan[] {
  const addressOf = ({ email, userId }: PersonInPlan) => email ?? userId ?? "";
  return [...people].sort((one, other) => (addressOf(one) < addressOf(other) ? -1 : 1));
}

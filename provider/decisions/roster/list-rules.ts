import { describeRoles, type NameOf } from "../../vocabulary/describe-roles";
import type { DesiredRoster } from "../../vocabulary/roster-arguments";
import { describeWayOut } from "./describe";
import type { Plan } from "./plan";

type Unmanaged = NonNullable<DesiredRoster["unmanaged"]>;
/** What a run may demand of every roster: it removes nobody whom a roster does not remove by itself. */
export type StricterUnmanaged = Extract<Unmanaged, "warn" | "fail">;

const fromLenientToStrict: readonly Unmanaged[] = ["ignore", "warn", "fail", "remove"];

/** What applies to people whom a roster does not name: what the roster says, or what the run demands if stricter. */
export function strictestUnmanaged(
  own: Unmanaged | undefined,
  demanded: StricterUnmanaged | undefined,
): Unmanaged {
  const roster = own ?? "warn";
  if (demanded === undefined) return roster;
  return fromLenientToStrict.indexOf(demanded) > fromLenientToStrict.indexOf(roster) ? demanded : roster;
}

/** Why a roster's plan may not be carried out, apart from what guard rails say: whom it names, and whom it does not. */
export function problemsOfList(
  { unmanaged, namedTwice }: Plan,
  desired: DesiredRoster,
  nameOf: NameOf,
  isUnmanagedDemanded = false,
): string[] {
  if (desired.unmanaged !== "fail") return [...namedTwice];
  const demanded = isUnmanagedDemanded ? " for this run (LOSANT_UNMANAGED or losant:unmanaged)" : "";
  const refused = unmanaged.map((person) => {
    const what = person.isNamed ? "has roles that its entry does not state" : "is not in the roster";
    const user = person.otherUser === undefined ? "" : `user ${person.otherUser}, `;
    const found = `${person.email} (${user}${describeRoles(person, nameOf)}) ${what}`;
    return `${found}, and unmanaged is "fail"${demanded}: ${describeWayOut(person, desired)}`;
  });
  return [...refused, ...namedTwice];
}

/** A warning of admins whom a roster neither names nor leaves to others. */
export function unmanagedAdmins({ unmanaged }: Pick<Plan, "unmanaged">, orgId: string): string[] {
  const admins = unmanaged.filter(({ isNamed, role }) => !isNamed && role === "admin");
  const line = (people: Plan["unmanaged"], one: string, many: string) => {
    const emails = people.map(({ email }) => email).sort();
    const what = emails.length === 1 ? one : many;
    return emails.length === 0
      ? []
      : [`${emails.join(", ")} ${what} of organization ${orgId}, and not in its roster.`];
  };
  return [
    ...line(
      admins.filter((one) => !one.isInvited),
      "is an admin",
      "are admins",
    ),
    ...line(
      admins.filter((one) => one.isInvited),
      "is invited as an admin",
      "are invited as admins",
    ),
  ];
}

/** What to say where the program reads fewer files of people than at the last `up`; nothing where either is not known. */
export function missingFiles(files?: readonly string[], before?: readonly string[]): string | undefined {
  if (files === undefined || before === undefined || files.length >= before.length) return undefined;
  const missing = before.filter((file) => !files.includes(file));
  return (
    `The program reads ${files.length} of the ${before.length} files of people that the last up read. Not read: ` +
    `${missing.join(", ")}. People whom only those name are taken out. If that is not meant, see that the files are there.`
  );
}

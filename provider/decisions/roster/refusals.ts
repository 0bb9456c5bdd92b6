import { describeRoles, type NameOf } from "../../vocabulary/describe-roles";
import type { DesiredRoster } from "../../vocabulary/roster-arguments";
import type { Plan } from "./plan";

/** Why a roster's plan may not be carried out, apart from what guard rails say: whom it names, and whom it does not. */
export function problemsOfList(
  { unmanaged, namedTwice }: Plan,
  desired: DesiredRoster,
  nameOf: NameOf,
  isUnmanagedDemanded = false,
): string[] {
  const twice = namedTwice.map(
    ({ email, other }) => `members: ${email} and ${other} are the same person: name them once`,
  );
  if (desired.unmanaged !== "fail") return twice;
  const demanded = isUnmanagedDemanded ? " for this run (LOSANT_UNMANAGED or losant:unmanaged)" : "";
  const refused = unmanaged.map((person) => {
    const { isNamed } = person;
    const what = isNamed ? "has roles that its entry does not state" : "is not in the roster";
    const user = person.otherUser === undefined ? "" : `user ${person.otherUser}, `;
    return (
      `${person.email} (${user}${describeRoles(person, nameOf)}) ${what}, and unmanaged is "fail"${demanded}: ` +
      `${isNamed ? "state them in" : "name them in"} the roster of organization ${desired.orgId}, or ` +
      `${isNamed ? "take them away" : "remove them"} in Losant.`
    );
  });
  return [...refused, ...twice];
}

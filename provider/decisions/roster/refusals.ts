import { describeRoles, type NameOf } from "../../vocabulary/describe-roles";
import type { DesiredRoster } from "../../vocabulary/roster-arguments";
import { describeWayOut } from "./describe";
import type { Plan } from "./plan";

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

import { accessOf, everybodyIn, type PersonAccess } from "./access";
import { type Directory, type Places, problemAt } from "./directory";
import { namedRoles } from "./named-role";
import type { Problem } from "./problem";
import type { RosterOptions } from "./schema";
import { rolesProblem } from "./statable";

/** What the options of the roster, and the provider, demand of the people, and is not so at a moment. */
export function problemsOfRoster(directory: Directory, places: Places, now: Date): Problem[] {
  const { requireAdmins = [], requireReason = false } = directory.options;
  const access = everybodyIn(directory).map((email) => accessOf(directory, email, now));
  const admins = new Set(access.filter(isAdmin).map(({ email }) => email));
  const missing = requireAdmins.filter((email) => !admins.has(email));
  const unexplained = requireReason ? access.filter(({ reason }) => reason === undefined) : [];
  return [
    ...missing.flatMap((email) =>
      problemOfOption(
        places,
        "requireAdmins",
        `${email} must be among the people as admin, and not have ended`,
      ),
    ),
    ...unexplained.flatMap(({ email }) =>
      problemOfOption(places, "requireReason", `${email} has no reason, neither of their own nor of a team`),
    ),
    ...access.flatMap((one) => unionProblems(one, places)),
  ];
}

function isAdmin({ role, isEnded }: PersonAccess): boolean {
  return role === "admin" && !isEnded;
}

function problemOfOption(places: Places, name: keyof RosterOptions, message: string): Problem[] {
  const place = places.ofOption(name);
  return place === undefined ? [] : [place.document.problemAt(place.path, message)];
}

/** Each list by itself was judged where it stands. */
function unionProblems({ email, grants, ...access }: PersonAccess, places: Places): Problem[] {
  const place = places.ofPerson(email);
  if (grants.length < 2 || place === undefined) return [];
  return (["applications", "dashboards"] as const).flatMap((list) => {
    const roles = namedRoles(access[list] ?? {});
    const problem = rolesProblem(roles);
    if (problem === undefined) return [];
    const givers = grants.filter((grant) => grant[list] !== undefined).map(({ by }) => by);
    const told = `${email} has ${roles.length} ${list} by ${givers.join(" and ")} together: the list ${problem}`;
    return [problemAt(place, told)];
  });
}

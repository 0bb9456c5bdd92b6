import { accessOf, everybodyIn, type PersonAccess } from "./access";
import { namedRoles, rolesProblem } from "./allowed-values";
import { type Directory, lineOf, type Place, type Places, problemAt } from "./directory";
import type { Problem } from "./problem";

/** What the options of the roster, and the provider, demand of the people, and is not so at a moment. */
export function unmetRequirements(directory: Directory, places: Places, now: Date): Problem[] {
  const access = everybodyIn(directory).map((email) => accessOf(directory, email, now));
  return [
    ...missingAdmins(access, directory, places),
    ...missingReasons(access, directory, places),
    ...access.flatMap((one) => unionProblems(one, placeOf(one.email, directory, places))),
  ];
}

/** The problem of files that name nobody, which the provider refuses. */
export function emptiness(directory: Directory, places: Places, first: Place | undefined): Problem[] {
  const isAllowed = directory.options.allowEmpty === true;
  if (isAllowed || everybodyIn(directory).length > 0) return [];
  const message = "the files name nobody; a roster that names nobody needs allowEmpty: true";
  return problemOf(places.of("roster", "allowEmpty") ?? first, message);
}

function missingAdmins(access: readonly PersonAccess[], { options }: Directory, places: Places): Problem[] {
  const admins = access.filter(({ role, isEnded }) => role === "admin" && !isEnded);
  const missing = (options.requireAdmins ?? []).filter((email) => !admins.some((one) => one.email === email));
  const place = places.of("roster", "requireAdmins");
  return missing.flatMap((email) =>
    problemOf(place, `${email} must be among the people as admin, and not have ended`),
  );
}

function missingReasons(access: readonly PersonAccess[], directory: Directory, places: Places): Problem[] {
  const people = access.filter(({ reason }) => reason === undefined);
  if (people.length === 0 || !directory.options.requireReason) return [];
  const listed = people.map(({ email }) => {
    const place = placeOf(email, directory, places);
    return place ? `${email} (${lineOf(place)})` : email;
  });
  const message = `these people have no reason, neither of their own nor of a team: ${listed.join(", ")}`;
  return problemOf(places.of("roster", "requireReason"), message);
}

/** The person's own entry, or else that in the first of their teams. */
function placeOf(email: string, { teamsOf }: Directory, places: Places): Place | undefined {
  const [team = ""] = teamsOf.get(email) ?? [];
  return places.of("people", email) ?? places.of("teams", team, "members", email);
}

/** At the value of a place. */
function problemOf(place: Place | undefined, message: string): Problem[] {
  return place === undefined ? [] : [place.document.problemAt(place.path, message)];
}

/** Each list by itself was judged where it stands. */
function unionProblems({ email, grants, ...access }: PersonAccess, place: Place | undefined): Problem[] {
  if (grants.length < 2 || place === undefined) return [];
  return (["applications", "dashboards"] as const).flatMap((list) => {
    const roles = namedRoles(access[list] ?? {});
    const problem = rolesProblem(roles);
    if (problem === undefined) return [];
    const givers = grants.filter((grant) => grant[list] !== undefined).map(({ by }) => by);
    const message = `${email} has ${roles.length} ${list} by ${givers.join(" and ")} together: the list ${problem}`;
    return [problemAt(place, message)];
  });
}

import { accessOf, everybodyIn, type PersonAccess } from "./access";
import { namedRoles, rolesProblem } from "./allowed-values";
import { type Directory, type Place, type Places, problemAt } from "./directory";
import type { Problem } from "./problem";
import type { RosterOptions } from "./schema";

/** What the options of the roster, and the provider, demand of the people, and is not so at a moment. */
export function unmetRequirements(directory: Directory, places: Places, now: Date): Problem[] {
  const access = everybodyIn(directory).map((email) => accessOf(directory, email, now));
  const { requireAdmins = [], requireReason = false } = directory.options;
  const admins = access.filter(({ role, isEnded }) => role === "admin" && !isEnded);
  const missing = requireAdmins.filter((email) => !admins.some((admin) => admin.email === email));
  const unexplained = requireReason ? access.filter(({ reason }) => reason === undefined) : [];
  const listed = unexplained.map(({ email }) => `${email}${lineOf(placeOf(email, directory, places))}`);
  return [
    ...missing.flatMap((email) =>
      problemOfOption(
        "requireAdmins",
        `${email} must be among the people as admin, and not have ended`,
        places,
      ),
    ),
    ...(listed.length === 0
      ? []
      : problemOfOption(
          "requireReason",
          `these people have no reason, neither of their own nor of a team: ${listed.join(", ")}`,
          places,
        )),
    ...access.flatMap((one) => unionProblems(one, placeOf(one.email, directory, places))),
  ];
}

/** The problem of files that name nobody, which the provider refuses. */
export function emptiness(directory: Directory, places: Places, first: Place | undefined): Problem[] {
  const place = places.of("roster", "allowEmpty") ?? first;
  const isAllowed = directory.options.allowEmpty === true;
  if (isAllowed || place === undefined || everybodyIn(directory).length > 0) return [];
  const message = "the files name nobody; a roster that names nobody needs allowEmpty: true";
  return [place.document.problemAt(place.path, message)];
}

/** The person's own entry, or else that in the first of their teams. */
function placeOf(email: string, { teamsOf }: Directory, places: Places): Place | undefined {
  const [team = ""] = teamsOf.get(email) ?? [];
  return places.of("people", email) ?? places.of("teams", team, "members", email);
}

function lineOf(place: Place | undefined): string {
  if (place === undefined) return "";
  const { file, line } = problemAt(place, "");
  return ` (${file}:${line})`;
}

function problemOfOption(name: keyof RosterOptions, message: string, places: Places): Problem[] {
  const place = places.of("roster", name);
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

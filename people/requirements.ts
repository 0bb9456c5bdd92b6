import { accessOf, everybodyIn, type PersonAccess } from "./access";
import { rolesProblem } from "./allowed-values";
import type { Directory, Places } from "./directory";
import { namedRoles } from "./named-role";
import type { Problem } from "./problem";
import type { RosterOptions } from "./schema";
import { problemAt } from "./source";
import type { Uncertain } from "./uncertain";

/** All that files say together, where, and what of it is uncertain. */
export interface JudgedFiles {
  directory: Directory;
  places: Places;
  uncertain: Uncertain;
}

/** What the options of the roster, and the provider, demand of the people, and is not so at a moment. */
export function problemsOfRoster({ directory, places, uncertain }: JudgedFiles, now: Date): Problem[] {
  const everybody = everybodyIn(directory);
  const access = everybody
    .filter((email) => !uncertain.isUncertain(email))
    .map((email) => accessOf(directory, email, now));
  const unions = access.flatMap((one) => unionProblems(one, places));
  if (uncertain.isPartial) return unions;
  const { requireAdmins = [], requireReason = false } = directory.options;
  const missing = requireAdmins.filter(
    (email) =>
      !uncertain.isOpen(email, everybody.includes(email)) && !access.some((one) => isAdmin(one, email)),
  );
  const unexplained = requireReason ? access.filter(({ reason }) => reason === undefined) : [];
  return [
    ...missing.flatMap((email) => absenceOf(email, places)),
    ...unexplainedPeople(unexplained, places),
    ...unions,
  ];
}

/** The problem of files that name nobody, which the provider refuses; none where something wrong may be why. */
export function emptiness({ directory, places, uncertain }: JudgedFiles): Problem[] {
  const { isPartial, hasNameless, hasWrongOptions } = uncertain;
  const isOpen = isPartial || hasNameless || hasWrongOptions;
  const isAllowed = directory.options.allowEmpty === true;
  const place = places.ofOption("allowEmpty") ?? places.ofFiles();
  if (isOpen || isAllowed || place === undefined || everybodyIn(directory).length > 0) return [];
  const message = "the files name nobody; a roster that names nobody needs allowEmpty: true";
  return [place.source.problemAt(place.path, message)];
}

function isAdmin({ email, role, isEnded }: PersonAccess, wanted: string): boolean {
  return email === wanted && role === "admin" && !isEnded;
}

function absenceOf(email: string, places: Places): Problem[] {
  const message = `${email} must be among the people as admin, and not have ended`;
  return problemOfOption(places, "requireAdmins", message);
}

function unexplainedPeople(people: readonly PersonAccess[], places: Places): Problem[] {
  if (people.length === 0) return [];
  const told = people.map(({ email }) => `${email}${lineOf(email, places)}`);
  const message = `these people have no reason, neither of their own nor of a team: ${told.join(", ")}`;
  return problemOfOption(places, "requireReason", message);
}

function lineOf(email: string, places: Places): string {
  const place = places.ofPerson(email);
  if (place === undefined) return "";
  const { file, line } = problemAt(place, "");
  return line === undefined ? "" : ` (${file}:${line})`;
}

function problemOfOption(places: Places, name: keyof RosterOptions, message: string): Problem[] {
  const place = places.ofOption(name);
  return place === undefined ? [] : [place.source.problemAt(place.path, message)];
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

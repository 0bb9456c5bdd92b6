import { accessOf, everybodyIn } from "./access";
import type { Directory } from "./directory";
import type { PeopleDocument } from "./document";
import type { Problem } from "./problem";

/** What the options of the roster demand of the people, and is not so. */
export function problemsOfRoster(directory: Directory, document: PeopleDocument, now: Date): Problem[] {
  const { requireAdmins = [], requireReason = false } = directory.options;
  const access = everybodyIn(directory).map((email) => accessOf(directory, email, now));
  const admins = access.filter(({ role, isEnded }) => role === "admin" && !isEnded).map(({ email }) => email);
  const missing = requireAdmins.filter((email) => !admins.includes(email));
  const unexplained = requireReason ? access.filter(({ reason }) => reason === undefined) : [];
  return [
    ...missing.map((email) =>
      document.problemAt(
        ["roster", "requireAdmins"],
        `${email} must be among the people as admin, and not have ended`,
      ),
    ),
    ...unexplained.map(({ email }) =>
      document.problemAt(
        ["roster", "requireReason"],
        `${email} has no reason, neither of their own nor of a team`,
      ),
    ),
  ];
}

import type { Plan } from "./plan";

/** A warning of admins whom a roster neither names nor leaves to others. */
export function unmanagedAdmins({ unmanaged }: Plan, orgId: string): string[] {
  const admins = unmanaged.filter(({ isNamed, role }) => !isNamed && role === "admin");
  const emails = admins.map(({ email }) => email);
  if (emails.length === 0) return [];
  const what = emails.length === 1 ? "is an admin" : "are admins";
  return [`${emails.sort().join(", ")} ${what} of organization ${orgId}, and not in its roster.`];
}

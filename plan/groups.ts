import type { OrganizationPlan, PersonInPlan, Plan } from "./plan";

const day = 24 * 60 * 60 * 1000;
/** Ends within so many days are shown. */
const shownDays = 14;

/** The people of a plan by what happens to them, each in one group. */
export interface Groups {
  /** Removed, or their invite revoked, whatever the cause. */
  losing: PersonInPlan[];
  /** Made or invited as admins. */
  becomingAdmin: PersonInPlan[];
  /** Admins who stay with another role. */
  losingAdmin: PersonInPlan[];
  invited: PersonInPlan[];
  changed: PersonInPlan[];
  /** Changed at Losant since the last `up`, which an `up` changes back without taking access away. */
  drifted: PersonInPlan[];
  waiting: PersonInPlan[];
  /** Whose access ends soon. */
  ending: PersonInPlan[];
}

/** Parts people; `now` decides whose access ends soon. */
export function groupsOf(people: readonly PersonInPlan[], now: Date): Groups {
  const groups: Groups = {
    losing: [],
    becomingAdmin: [],
    losingAdmin: [],
    invited: [],
    changed: [],
    drifted: [],
    waiting: [],
    ending: [],
  };
  for (const person of people) {
    const group = groupOf(person, now);
    if (group !== undefined) groups[group].push(person);
  }
  return groups;
}

function groupOf(person: PersonInPlan, now: Date): keyof Groups | undefined {
  const { does, cause } = person;
  if (does === "wait") return "waiting";
  // Whoever loses access stands in one list, whatever the cause: that list is what people approve.
  if (loses(person)) return "losing";
  if (cause === "drift") return "drifted";
  if (becomesAdmin(person)) return "becomingAdmin";
  if (does === "invite") return "invited";
  if (does === "change roles") return ceasesAdmin(person) ? "losingAdmin" : "changed";
  if (person.termsBefore !== undefined) return "changed";
  if (person.awaitsTwoFactor) return "waiting";
  return does === "keep" && endsSoon(person, now) ? "ending" : undefined;
}

/** Whether somebody loses access or a seat; an expired invite gives neither. */
export function loses({ does, isExpired }: PersonInPlan): boolean {
  return does === "remove" || (does === "revoke" && !isExpired);
}

/** Whether somebody gets the admin role whom it was not given before. */
export function becomesAdmin({ does, from, to }: PersonInPlan): boolean {
  return (does === "invite" || does === "change roles") && to?.role === "admin" && from?.role !== "admin";
}

/** Whether a roster does not name an admin: the widest access that nobody has approved. */
export function isUnmanagedAdmin({ roles }: OrganizationPlan["unmanaged"][number]): boolean {
  return roles.role === "admin";
}

/** Whether somebody has become an admin at Losant, which an `up` takes back. */
export function wasMadeAdmin({ does, cause, from }: PersonInPlan): boolean {
  return does === "change roles" && cause === "drift" && from?.role === "admin";
}

function ceasesAdmin({ from, to }: PersonInPlan): boolean {
  return from?.role === "admin" && to?.role !== undefined && to.role !== "admin";
}

function endsSoon({ until }: PersonInPlan, now: Date): boolean {
  if (until === undefined) return false;
  const left = Date.parse(until) - now.getTime();
  return left > -day && left <= shownDays * day;
}

/** Whether all is known: the preview did not fail or stop, and nothing is known at `up` only. */
export function isComplete({ errors, unknown }: Pick<Plan, "errors" | "unknown">): boolean {
  return errors.length + unknown.length === 0;
}

/** Whether an `up` would change something at Losant, or somebody waits or is unmanaged. */
export function isQuiet(plan: Plan): boolean {
  return isComplete(plan) && plan.organizations.every(isQuietIn);
}

function isQuietIn({ people, unmanaged, refusals, settings }: OrganizationPlan): boolean {
  const others = unmanaged.length + refusals.length + settings.length;
  return (
    others === 0 && people.every(({ does, termsBefore }) => does === "keep" && termsBefore === undefined)
  );
}

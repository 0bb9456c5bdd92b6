import type { PlannedPerson, UnmanagedPerson } from "../../../plan/record";
import type { NameOf } from "../../vocabulary/describe-roles";
import type { Roles } from "../../vocabulary/roles";
import { type DesiredRoster, rolesIn, termsIn } from "../../vocabulary/roster-arguments";
import type { PersonKey } from "../people-index";
import { type PlanContext, plannedPerson, plannedRoles } from "../planned-people";
import { personOf } from "../steps";
import { addressesByUserId, statedAs } from "./addresses";
import type { RosterPeople } from "./people";
import type { Plan, Unmanaged } from "./plan";

/** The people of a roster's plan, as it shows them to people and programs; whoever stays, only with an end, or waiting. */
export function plannedPeople(
  plan: Plan,
  stated: DesiredRoster,
  before: RosterPeople,
  nameOf: NameOf,
  appliedTo: (person: PersonKey) => Partial<Roles> | undefined,
): PlannedPerson[] {
  const addresses = addressesByUserId(before);
  const people = [...plan.steps, ...plan.waiting].map((step) => {
    const who = step.does === "wait" ? { email: step.email } : personOf(step);
    return plannedPerson(step, who, contextOf(who, statedAs(stated.members, addresses, who)));
  });
  const shown = new Set(people.flatMap(({ email, userId }) => [email, addresses.get(userId)]));
  const waiting = new Set(plan.awaitingTwoFactor.map(({ email }) => email));
  return [...people, ...stayingIn(stated, shown, waiting, contextOf)];

  function contextOf(who: PersonKey, email: string): PlanContext {
    const entry = before[email]?.entry;
    const applied = appliedTo(who) ?? (entry && rolesIn(entry));
    const terms = termsIn(stated.members[email] ?? entry);
    const termsBefore = entry && termsIn(entry);
    return { nameOf, applied, isNew: false, terms, termsBefore, teams: teamsOf(stated, email) };
  }
}

function teamsOf({ teams = {} }: DesiredRoster, email: string): string[] {
  return Object.keys(teams).filter((name) => teams[name]?.includes(email));
}

/** People who stay, and whose access has an end, or had other terms, or who wait for their second factor. */
function stayingIn(
  { members }: DesiredRoster,
  shown: ReadonlySet<string | undefined>,
  waiting: ReadonlySet<string>,
  contextOf: (who: PersonKey, email: string) => PlanContext,
): PlannedPerson[] {
  return Object.keys(members)
    .filter((email) => !shown.has(email))
    .map((email) => {
      const step = { does: "keep" as const, awaitsTwoFactor: waiting.has(email) };
      return plannedPerson(step, { email }, contextOf({ email }, email));
    })
    .filter(
      ({ until, termsBefore, awaitsTwoFactor }) =>
        until !== undefined || termsBefore !== undefined || awaitsTwoFactor,
    );
}

export function unmanagedPerson(person: Unmanaged, nameOf: NameOf): UnmanagedPerson {
  const { email, otherUser, isNamed, isInvited } = person;
  const roles = plannedRoles(person, nameOf);
  const who = { email, ...(otherUser !== undefined && { userId: otherUser }) };
  return { ...who, roles, isNamed, ...(isInvited && { isInvited }) };
}

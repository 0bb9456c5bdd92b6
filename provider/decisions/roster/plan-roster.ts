import type { DesiredRoster } from "../../vocabulary/roster-arguments";
import { anotherUser } from "../addresses";
import { personOf } from "../steps";
import type { Plan, RosterSituation } from "./plan";
import { planOthers } from "./plan-others";
import { namedTwice, type PlannedPerson, planPerson } from "./plan-people";

/** Compares an organization with a roster. */
export function planRoster(desired: DesiredRoster, situation: RosterSituation): Plan {
  const people = Object.keys(desired.members).map((email) => planPerson(desired, situation, email));
  const others = planOthers(desired, situation);
  const named = people.flatMap(({ step }) => (isWork(step) ? [step] : []));
  return {
    steps: byAddress([...named, ...others.steps], (step) => personOf(step).email),
    waiting: people.flatMap(({ step }) => (step.does === "wait" ? [step] : [])),
    unchanged: people.filter(({ step }) => step.does === "keep").length,
    unmanaged: byAddress(
      [...people.flatMap(({ unstated }) => unstated ?? []), ...others.unmanaged],
      ({ email }) => email,
    ),
    namedTwice: namedTwice(people, situation.snapshot.organization.members),
    addresses: [...people.flatMap(({ moved }) => moved ?? []), ...heirsIn(desired, situation)],
    awaitingTwoFactor: people.flatMap((person) => awaiting(person, situation) ?? []),
    forgotten: [],
    termChanges: [],
  };
}

/** Somebody of whom nothing changes until their second factor is there. */
function awaiting({ email, step }: PlannedPerson, { twoFactor }: RosterSituation) {
  const role = step.does === "keep" && step.awaitsTwoFactor ? twoFactor?.roleUntil : undefined;
  return role && { email, role };
}

type WorkOfPerson = Exclude<PlannedPerson["step"], { does: "wait" | "keep" }>;

function isWork(step: PlannedPerson["step"]): step is WorkOfPerson {
  return step.does !== "wait" && step.does !== "keep";
}

function heirsIn({ members }: DesiredRoster, { heirs = [] }: RosterSituation): string[] {
  const named = heirs.filter(({ email }) => email in members);
  return named.map(({ email, userId, former }) => anotherUser(email, userId, former));
}

/** Members and invites come in the order of the organization; people are told in that of their addresses. */
function byAddress<One>(list: readonly One[], addressOf: (one: One) => string | undefined): One[] {
  return [...list].sort((one, other) => {
    const [first, second] = [addressOf(one) ?? "", addressOf(other) ?? ""];
    return first < second ? -1 : Number(first > second);
  });
}

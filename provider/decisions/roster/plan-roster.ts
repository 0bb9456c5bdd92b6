import type { DesiredRoster } from "../../vocabulary/roster-arguments";
import { anotherUser } from "../addresses";
import { personOf, stepsThat, type WorkStep } from "../steps";
import { addressesByUserId } from "./addresses";
import type { Plan, RosterSituation } from "./plan";
import { onePerPerson, planOthers } from "./plan-others";
import { namedTwice, type PlannedPerson, planPerson } from "./plan-people";

/** Compares an organization with a roster. */
export function planRoster(desired: DesiredRoster, situation: RosterSituation): Plan {
  const entries = Object.keys(desired.members).map((email) => planPerson(desired, situation, email));
  const people = entries.filter(({ hasEnded }) => !hasEnded);
  const named = [...people, ...endedBeside(people, entries)].flatMap(({ step }) =>
    isWork(step) ? [step] : [],
  );
  const others = planOthers(desired, situation, stepsThat({ steps: named }, "remove"));
  const addresses = addressesByUserId(situation.known);
  const steps = [...named, ...others.steps].map((step) => withFormerAddress(step, addresses));
  return {
    steps: byAddress(steps, (step) => personOf(step).email),
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

/** The entries that have ended: nobody leaves whom one that runs names by another address, nor twice. */
function endedBeside(running: readonly PlannedPerson[], entries: readonly PlannedPerson[]): PlannedPerson[] {
  const ended = entries.filter(({ hasEnded }) => hasEnded);
  const stay = running.map(({ member }) => member?.userId ?? "");
  return onePerPerson(ended, ({ member }) => member?.userId, stay);
}

function isWork(step: PlannedPerson["step"]): step is WorkStep {
  return step.does !== "wait" && step.does !== "keep";
}

/** By which address the program names somebody who is removed, where they have another one now. */
function withFormerAddress(step: WorkStep, addresses: ReturnType<typeof addressesByUserId>): WorkStep {
  if (step.does !== "remove") return step;
  const { email, userId } = step.member;
  const namedAs = addresses.get(userId) ?? email;
  return namedAs === email ? step : { ...step, namedAs };
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

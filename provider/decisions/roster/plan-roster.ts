import type { DesiredRoster } from "../../vocabulary/roster-arguments";
import { anotherUser } from "../addresses";
import type { Plan, RosterSituation } from "./plan";
import { planOthers } from "./plan-others";
import { planPerson } from "./plan-people";

/** Compares an organization with a roster. */
export function planRoster(desired: DesiredRoster, situation: RosterSituation): Plan {
  const plan = emptyPlan();
  const named = new Map<string, string>();
  for (const email of Object.keys(desired.members)) planPerson(plan, desired, situation, email, named);
  planOthers(plan, desired, situation);
  for (const { email, userId, former } of situation.heirs ?? []) {
    if (email in desired.members) plan.addresses.push(anotherUser(email, userId, former));
  }
  return inOrder(plan);
}

/** Members and invites come in the order of the organization; people are told in that of their addresses. */
function inOrder(plan: Plan): Plan {
  const byEmail = <One extends { email?: string | undefined }>(list: One[]) =>
    [...list].sort(({ email: one = "" }, { email: other = "" }) => (one < other ? -1 : Number(one > other)));
  return {
    ...plan,
    removals: byEmail(plan.removals),
    revocations: byEmail(plan.revocations),
    lapsed: byEmail(plan.lapsed),
    kept: byEmail(plan.kept),
    unmanaged: byEmail(plan.unmanaged),
  };
}

function emptyPlan(): Plan {
  return {
    promotions: [],
    revocations: [],
    lapsed: [],
    removals: [],
    demotions: [],
    invitations: [],
    waiting: [],
    kept: [],
    gone: [],
    forgotten: [],
    termChanges: [],
    namedTwice: [],
    addresses: [],
    namedAs: new Map(),
    unmanaged: [],
    unchanged: 0,
    terms: new Map(),
    formerTerms: new Map(),
  };
}

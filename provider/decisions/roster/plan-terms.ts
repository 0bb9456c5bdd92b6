import type { Member } from "../../../client";
import { type RosterMembers, termsIn } from "../../vocabulary/roster-arguments";
import { describeTermChange, type Terms, termDifference } from "../../vocabulary/terms";
import { describeEnded } from "../access-end";
import { personOf, type WaitStep, type WorkStep } from "../steps";
import { addressesByUserId, statedAs } from "./addresses";
import type { RosterPeople } from "./people";
import type { Plan } from "./plan";

/** What a roster states of people, and has recorded, whether their access has ended or not. */
export interface StatedTerms {
  members: RosterMembers;
  before: RosterPeople;
  /** The people of `before` of whom something is left. */
  known: RosterPeople;
  /** The entries whose access has ended. */
  ended: RosterMembers;
  unknownEntries?: readonly string[] | undefined;
  memberOf: (email: string) => Member | undefined;
}

/**
 * A plan with the terms of people: under which ones somebody leaves, which are stated anew, with what else a line says
 * of the person or alone; and who is forgotten.
 */
export function withTerms(plan: Plan, stated: StatedTerms): Plan {
  const { members, before, known, unknownEntries = [] } = stated;
  const terms = new PeopleTerms(stated);
  const told = new Set([
    ...plan.steps.flatMap(mentionedAs(terms)),
    ...plan.waiting.map(({ email }) => email),
  ]);
  const termChanges = Object.keys(members).flatMap((email) => {
    const change = told.has(email)
      ? undefined
      : (terms.changeOf(email, describeTermChange) ?? terms.endOf(email));
    return change === undefined ? [] : { email, change };
  });
  const named = new Set([...Object.keys(members), ...unknownEntries]);
  return {
    ...plan,
    steps: plan.steps.map((step) => terms.added(step)),
    waiting: plan.waiting.map(
      (step): WaitStep => withChange(step, terms.changeOf(step.email, termDifference)),
    ),
    termChanges,
    forgotten: Object.keys(before).filter((email) => !(email in known) && !named.has(email)),
  };
}

/** By which addresses a line of the plan tells of a person; whoever is let go of is told without terms. */
function mentionedAs(terms: PeopleTerms) {
  return (step: WorkStep): string[] => {
    if (step.does === "release" || (step.does === "revoke" && step.isExpired)) return [];
    const { email } = personOf(step);
    return step.does === "change roles" ? [terms.statedAs(step.member)] : email === undefined ? [] : [email];
  };
}

function withChange<Step extends WaitStep | Extract<WorkStep, { does: "change roles" }>>(
  step: Step,
  termChange: string | undefined,
): Step {
  return termChange === undefined ? step : { ...step, termChange };
}

/** The terms of a roster's people: by user id of members, else by the address that is stated. */
class PeopleTerms {
  private readonly former: ReadonlyMap<string, Terms>;
  private readonly addresses: ReadonlyMap<string | undefined, string>;

  constructor(private readonly stated: StatedTerms) {
    const { before, memberOf } = stated;
    const entries = Object.entries(before).map(([email, { entry }]) => [email, entry] as const);
    this.former = termsOfPeople(Object.fromEntries(entries), memberOf);
    this.addresses = addressesByUserId(before);
  }

  /** By which address the program states a member. */
  statedAs(member: Member): string {
    return statedAs(this.stated.members, this.addresses, member);
  }

  changeOf(email: string, describe: typeof termDifference): string | undefined {
    const entry = this.stated.members[email];
    const old = this.stated.before[email];
    return entry && old ? describe(termsIn(old.entry), termsIn(entry)) : undefined;
  }

  /** Of somebody who is new to the roster, and nobody at Losant: that their access has ended already. */
  endOf(email: string): string | undefined {
    const { members, before, ended, memberOf } = this.stated;
    const isNew = email in ended && before[email] === undefined && memberOf(email) === undefined;
    return isNew ? `${describeEnded(termsIn(members[email]))}; nobody is invited` : undefined;
  }

  added(step: WorkStep): WorkStep {
    if (step.does === "change roles")
      return withChange(step, this.changeOf(this.statedAs(step.member), termDifference));
    if ((step.does !== "remove" && step.does !== "revoke") || step.ended) return step;
    const key = step.does === "remove" ? step.member.userId : step.invite.email;
    return { ...step, former: this.former.get(key) };
  }
}

function termsOfPeople(
  members: RosterMembers,
  memberOf: (email: string) => Member | undefined,
): ReadonlyMap<string, Terms> {
  const terms = Object.entries(members).map(([email, entry]) => [email, termsIn(entry)] as const);
  const stated = terms.filter(([, one]) => Object.keys(one).length > 0);
  return new Map(stated.map(([email, one]) => [memberOf(email)?.userId ?? email, one]));
}

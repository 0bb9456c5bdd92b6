import type { z } from "zod";
import { describeEnded } from "../decisions/access-end";
import type { Reach } from "../decisions/decide-person";
import { wasMember } from "../decisions/next-step";
import type { PersonKey } from "../decisions/people-index";
import { refuse } from "../vocabulary/errors";
import { silent } from "../vocabulary/reporter";
import { listsIn } from "../vocabulary/roles";
import { type Terms, termDifference, termNames } from "../vocabulary/terms";
import { hasEnded } from "../vocabulary/until";
import { declarePerson, keyOf } from "./declared-person";
import { EndingPerson, kindOf } from "./ending-person";
import {
  type Context,
  type ResourceLifecycle,
  type ResourceSnapshot,
  statedInputs,
  type UpdateReason,
} from "./resource-lifecycle";

/** A person as a program states them, or a stack records them, with the end of their access. */
interface PersonTerms extends Terms, PersonKey {
  orgId: string;
}

/** What differs between the classes of single people. */
interface Ending<Desired, State> {
  /** What the end takes away. */
  reach: Reach;
  /** What to record of somebody whose access is over. @throws ProviderError where nothing can be known of them. */
  ended: (
    desired: Desired,
    recorded: State | undefined,
    who: Pick<EndingPerson, "member" | "userId">,
  ) => ResourceSnapshot<State>;
}

/**
 * The resource of a single person whose access may end. Until then it is the resource itself; after it the person counts
 * as taken out: who is there is removed behind the guard rails, and from then on nothing differs. A later end is a
 * new declaration.
 */
export function endingAccess<
  Arguments extends z.ZodObject,
  StateSchema extends z.ZodObject,
  Desired extends PersonTerms,
  State extends PersonTerms & { status?: string | undefined; deletionPolicy?: string | undefined },
>(
  lifecycle: ResourceLifecycle<Arguments, StateSchema, Desired, State>,
  { reach, ended }: Ending<Desired, State>,
): ResourceLifecycle<Arguments, StateSchema, Desired, State> {
  const find = ({ orgId }: { orgId: string }, { email, userId }: PersonKey, { run }: Context) =>
    EndingPerson.find(run.organization(orgId), { email, userId }, reach);

  /** Somebody whose access is over by these terms; undefined while it lasts. */
  const overBy = async (terms: Terms & { orgId: string }, person: PersonKey, context: Context) => {
    if (terms.until === undefined) return undefined;
    const who = await find(terms, person, context);
    return hasEnded(terms.until, who.now) && !who.hasAccepted ? who : undefined;
  };

  /** Whether the access that is recorded is over, so that stating more is a new declaration. */
  const isGone = async (state: State, context: Context) => {
    const who = await overBy(state, state, context);
    if (who === undefined || statusAfterEnd(state) !== "ended") return false;
    return state.status === "ended" || !who.hasAnything;
  };

  const endNow = async (
    who: EndingPerson,
    desired: Desired,
    recorded: State | undefined,
    context: Context,
  ) => {
    // The end may have come since the check declared them.
    refuse(...(await declare(desired, context, true)));
    const { id, state } = ended(desired, recorded, who);
    if (who.isThere) await who.remove(desired, context.report);
    const status = who.hasAnything ? "ended" : statusAfterEnd(recorded);
    return { id, state: withTerms({ ...state, status }, desired) };
  };

  return {
    ...lifecycle,

    declare({ orgId, until, ...person }, { run, name, check }) {
      if (orgId === undefined || !(person.userId ?? person.email)) return;
      const isOver = hasEnded(until, run.client.now());
      const { declared } = run.organization(orgId);
      declared.declare(kindOf[reach], keyOf(person), name, isOver);
      declared.noteCheck(kindOf[reach], keyOf(person), check);
    },

    async check(desired, previous, context) {
      const { orgId, email, userId } = desired;
      const isWithoutEnd = desired.until === undefined && previous?.until === undefined;
      const check = lifecycle.check?.bind(lifecycle) ?? (async () => []);
      if (orgId === undefined || !(userId ?? email)) return check(desired, previous, context);
      if (context.isUnknown("until")) return checkUnknown(desired, previous, context);
      if (isWithoutEnd) return check(desired, previous, context);
      const who = await find({ orgId }, { email, userId }, context);
      if (who.hasAccepted) who.warnOfAccepted(desired, context);
      else if (hasEnded(desired.until, who.now))
        return checkEnded(who, desired, previous === undefined, context);
      else who.warnOfEnd(desired, context);
      // Whether a member is gone is told by the user id, which only the stack knows.
      const hasLeft = wasMember(context.run.organization(orgId).recordedInvite(email ?? ""));
      const isBack =
        hasEnded(previous?.until, who.now) &&
        reach !== "member" &&
        !who.hasAnything &&
        !who.hasAccepted &&
        !hasLeft;
      return check(desired, isBack ? undefined : previous, context);
    },

    async updateReasons(recorded, desired, context) {
      const { state } = recorded;
      rememberAddress(state, context);
      if (context.run.isPastRefresh) {
        const { declared } = context.run.organization(state.orgId);
        declared.noteKept(kindOf[reach], keyOf({ email: state.email, ...desired }));
      }
      if (context.isUnknown("until")) return [];
      const who = await overBy({ orgId: state.orgId, until: desired.until }, state, context);
      if (who === undefined) {
        if (await isGone(state, context)) return refuseGone(desired, context);
        const reasons = (await lifecycle.updateReasons?.(recorded, desired, context)) ?? [];
        return withTermChange(reasons, state, desired, context);
      }
      who.recordPlan(desired, context);
      if (!who.isThere) return [];
      if (context.run.isPastRefresh) refuse(...(await who.planEnd(desired, context)));
      return [{ text: who.describePlan(desired), isWarning: false }];
    },

    async previewReplacement({ state }, context) {
      if (state.deletionPolicy === "retain") return;
      const person = reach === "member" ? { userId: state.userId } : state;
      (await find(state, person, context)).previewReplacement(context.report);
    },

    async create(desired, context) {
      const who = await overBy(desired, desired, context);
      if (who) return endNow(who, desired, undefined, context);
      const { createsUnderWay } = context.run.organization(desired.orgId);
      const { id, state } = await createsUnderWay.during(() => lifecycle.create(desired, context));
      return { id, state: withTerms(state, desired) };
    },

    async read(id, recorded, context) {
      const known = recorded?.state;
      const who = known && (await overBy(known, known, context));
      who?.remember();
      if (known && who && !who.hasAnything) {
        const state: State = { ...known, status: statusAfterEnd(known) };
        rememberLeft(state, recorded.stated, context);
        return { id, state, inputs: statedInputs(known, recorded) };
      }
      const found = await lifecycle.read(id, recorded, context);
      if (!found || !recorded) return found;
      const state = withTerms(found.state, recorded.state);
      return { id: found.id, state, inputs: { ...found.inputs, ...termInputs(recorded) } };
    },

    async update(id, recorded, desired, context) {
      const who = await overBy(desired, recorded.state, context);
      if (who) return (await endNow(who, desired, recorded.state, context)).state;
      const state = (await isGone(recorded.state, context))
        ? (await lifecycle.create(desired, context)).state
        : await lifecycle.update(id, recorded, desired, context);
      return withTerms(state, desired);
    },

    async delete(id, recorded, context) {
      const { state, stated } = recorded;
      const email = stated.includes("email") ? state.email : undefined;
      const who = await overBy(state, { ...state, email }, context);
      // Somebody may have given the access again since, or no run has ended it.
      const isThere = who?.isThere === true;
      const isKept = state.deletionPolicy === "retain" || who?.isInvitedAgain === true;
      if (isThere && !isKept) return who.remove(state, context.report);
      if (isThere || state.status !== "ended") await lifecycle.delete(id, recorded, context);
    },
  };

  /** Somebody who is gone is declared anew: a member has to be one. */
  async function refuseGone(desired: Partial<Desired>, context: Context): Promise<[]> {
    const isNew = reach === "member" && context.run.isPastRefresh;
    if (isNew)
      refuse(...((await lifecycle.check?.(desired, undefined, { ...context, report: silent })) ?? []));
    return [];
  }

  /** An end that only `up` will know is taken to come later: whatever else stands against the resource is told. */
  async function checkUnknown(
    desired: Partial<Desired>,
    previous: Partial<Desired> | undefined,
    context: Context,
  ) {
    const name = desired.email ?? `user ${desired.userId}`;
    context.report.info(`${name}: until is known at up only, which may end the access then.`);
    return (await lifecycle.check?.(desired, previous, { ...context, report: silent })) ?? [];
  }

  /** Declares the person, in the form in which the resource itself does. */
  async function declare(
    { orgId, ...person }: Partial<PersonTerms>,
    { run, name }: Context,
    isOver: boolean,
  ) {
    if (orgId === undefined || !(person.userId ?? person.email)) return [];
    const organization = run.organization(orgId);
    const snapshot = await organization.live.snapshot();
    return declarePerson(organization, kindOf[reach], keyOf(person), snapshot, name, isOver);
  }

  /** What a preview says of access that is over, and why it cannot end. */
  async function checkEnded(
    who: EndingPerson,
    desired: Partial<PersonTerms>,
    isNew: boolean,
    context: Context,
  ) {
    const rivals = await declare(desired, context, true);
    if (rivals.length > 0) return rivals;
    const isKnown = who.userId !== undefined && desired.email !== undefined;
    if (isNew && reach === "member" && !who.member && !isKnown) return [notThere(who.name, desired)];
    if (isNew) context.report.info(who.describePlan(desired));
    return who.planEnd(desired, context);
  }
}

/** Who was gone before a run has ended their access may have been removed for another reason: that is not forgotten. */
function statusAfterEnd(known: { status?: string | undefined } | undefined): "ended" | "left" | "accepted" {
  if (known?.status === "accepted") return "accepted";
  return known?.status === "active" || known?.status === "left" ? "left" : "ended";
}

/** Whoever takes them over, or states another end, must not invite them. */
function rememberLeft(
  { orgId, email, userId, status }: PersonTerms & { status?: string | undefined },
  stated: readonly string[],
  { run }: Context,
): void {
  if (email === undefined || status === "ended") return;
  run.organization(orgId).remember(email, { status, userId, statedLists: listsIn(stated) });
}

/** The stack knows by their user id who has had an address: once it passes to somebody else, it still means them. */
function rememberAddress({ orgId, email, userId }: PersonTerms, { run }: Context): void {
  if (email !== undefined && userId !== undefined) run.organization(orgId).declared.knowLast(email, userId);
}

/**
 * Reasons with the terms that are stated anew, which are told alone where nothing else changes; what is not known yet, changes
 * nothing yet.
 */
function withTermChange(
  reasons: UpdateReason[],
  state: PersonTerms,
  desired: Terms,
  { report, isUnknown }: Context,
): UpdateReason[] {
  const stated = termNames.map((name) => [name, isUnknown(name) ? state[name] : desired[name]]);
  const change = termDifference(state, Object.fromEntries(stated));
  const [first, ...others] = reasons;
  if (change === undefined) return reasons;
  if (first) return [{ ...first, text: `${first.text} Recorded as well: ${change}.` }, ...others];
  report.info(`${state.email ?? `user ${state.userId}`}: ${change}; recorded, nothing is sent.`);
  return [];
}

/** The terms are what the program states last, whatever the resource itself records. */
function withTerms<State extends Terms>(state: State, { until, reason, owner }: Terms): State {
  return { ...state, until, reason, owner };
}

function termInputs({ state, stated }: { state: Terms; stated: readonly string[] }): object {
  const names = termNames.filter((name) => stated.includes(name));
  return Object.fromEntries(names.map((name) => [name, state[name]]));
}

/** A member is recorded by their user id, which is not known of somebody who is not there. */
function notThere(name: string, terms: Terms & { orgId?: string | undefined }): string {
  return (
    `${name} is not a member of organization ${terms.orgId}, and ${describeEnded(terms)}: nothing is left for this ` +
    `OrgMember to do, take it out of the program.`
  );
}

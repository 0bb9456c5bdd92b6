import type { z } from "zod";
import { wasMember } from "../decisions/next-step";
import type { PersonKey } from "../decisions/people-index";
import type { EndStep } from "../decisions/steps";
import { runRules } from "../live/remove-person";
import type { DesiredInvite } from "../vocabulary/desired-invite";
import { refuse } from "../vocabulary/errors";
import { silent } from "../vocabulary/reporter";
import { listsIn, type Roles } from "../vocabulary/roles";
import { type Terms, termDifference, termNames, withTerms } from "../vocabulary/terms";
import { idleTwoFactor, type StatedTwoFactor } from "../vocabulary/two-factor";
import { hasEnded } from "../vocabulary/until";
import {
  endAccess,
  isInvitedAgain,
  notThere,
  previewReplacement,
  rememberAddresses,
  warnOfEnd,
} from "./access-ends";
import { declarePerson, keyOf } from "./declared-person";
import { checkStep, reasonsOf, twoFactorProblems } from "./person-steps";
import {
  endingView,
  endStepOf,
  type PersonView,
  reachOf,
  recordedView,
  type SingleKind,
  statedView,
} from "./person-view";
import { removeDeclared } from "./remove-declared";
import {
  type Context,
  importedWith,
  type Recorded,
  type ResourceLifecycle,
  type ResourceSnapshot,
  statedInputs,
  type UpdateReason,
} from "./resource-lifecycle";

/** A person as a program states them, or a stack records them. */
interface Person extends Terms, PersonKey, Partial<Roles> {
  orgId: string;
}

interface RecordedPerson extends Person {
  email: string;
  status?: string | undefined;
  deletionPolicy?: string | undefined;
}

/** What a class of single people has of its own. All of it is about access that lasts, apart from `ended`. */
export interface PersonClass<
  Arguments extends z.ZodObject,
  StateSchema extends z.ZodObject,
  Desired extends object = z.output<Arguments>,
  State extends object = z.output<StateSchema>,
> extends Pick<
    ResourceLifecycle<Arguments, StateSchema, Desired, State>,
    "arguments" | "state" | "validate" | "replacedBy" | "read"
  > {
  readonly kind: SingleKind;
  /** At preview: what becomes of the person, and why it may not. */
  check(view: PersonView, previous: Partial<Desired> | undefined, context: Context): Promise<string[]>;
  updateReasons(
    view: PersonView,
    recorded: Recorded<State>,
    desired: Partial<Desired>,
  ): Promise<UpdateReason[]>;
  /** Of somebody whom the stack does not record; `view` has what is desired with role lists that were taken out as empty. */
  create(view: PersonView & { desired: Desired }, desired: Desired): Promise<ResourceSnapshot<State>>;
  update(view: PersonView & { desired: Desired }, state: State, desired: Desired): Promise<State>;
  /** What to record of somebody whose access is over. @throws ProviderError where nothing can be known of them. */
  ended(desired: Desired, recorded: State | undefined, view: PersonView): ResourceSnapshot<State>;
}

/**
 * The life of a resource that declares one person. Once the access is over, whoever is there is removed behind the guard
 * rails, and from then on nothing differs; a later end is a new declaration.
 */
export function singlePerson<
  Arguments extends z.ZodObject,
  StateSchema extends z.ZodObject,
  Desired extends Person & Partial<DesiredInvite> & StatedTwoFactor,
  State extends RecordedPerson,
>(
  one: PersonClass<Arguments, StateSchema, Desired, State>,
): ResourceLifecycle<Arguments, StateSchema, Desired, State> {
  const { kind } = one;
  const reach = reachOf[kind];

  return {
    ...one,

    declare(desired, { run, name, check, now }) {
      if (!isNamed(desired)) return;
      const { declared } = run.organization(desired.orgId);
      declared.declare(kind, keyOf(desired), name, hasEnded(desired.until, now));
      declared.noteCheck(kind, keyOf(desired), check);
    },

    async check(desired, previous, context) {
      if (!isNamed(desired)) return [];
      if (context.isUnknown("until")) {
        const name = desired.email ?? `user ${desired.userId}`;
        context.report.info(`${name}: until is known at up only, which may end the access then.`);
        return checkLasting(desired, previous, { ...context, report: silent });
      }
      if (desired.until === undefined && previous?.until === undefined)
        return checkLasting(desired, previous, context);
      const view = await endingView(kind, desired, desired, undefined, context, previous === undefined);
      if (endStepOf(view)) return checkEnded(view, desired);
      warnOfEnd(view);
      return checkLasting(desired, isBack(view, previous) ? undefined : previous, context);
    },

    async updateReasons(recorded, desired, context) {
      const { state } = recorded;
      const { run } = context;
      const { declared } = run.organization(state.orgId);
      // The stack knows by their user id who has had an address: once it passes to somebody else, it still means them.
      if (state.userId !== undefined) declared.knowLast(state.email, state.userId);
      if (run.isPastRefresh) declared.noteKept(kind, keyOf({ email: state.email, ...desired }));
      if (context.isUnknown("until")) return [];
      const ending = await endingOf(state, desired, state, context);
      if (ending) return reasonsOf(ending.view);
      if (await isGone(state, context)) return refuseGone(desired, context);
      const named = reach === "member" ? desired : { ...desired, email: state.email };
      const view = await recordedView(kind, recorded, named, context);
      return withTermChange(await one.updateReasons(view, recorded, desired), state, desired, context);
    },

    async previewReplacement({ state }, context) {
      if (state.deletionPolicy === "retain") return;
      const person = reach === "member" ? { ...state, email: undefined } : state;
      previewReplacement(await endingView(kind, person, state, state, context));
    },

    async create(desired, context) {
      const ending = await endingOf(desired, desired, undefined, context);
      if (ending) return end(ending.view, desired, undefined);
      const { createsUnderWay } = context.run.organization(desired.orgId);
      return createsUnderWay.during(() => create(desired, context));
    },

    async read(id, recorded, context) {
      const known = recorded?.state;
      const ending = known && (await endingOf(known, known, known, context));
      if (ending) rememberAddresses(ending.view);
      if (!ending || !isNothing(ending.step)) return one.read(id, recorded, context);
      const { status } = ending.step;
      const { orgId, email, userId } = known;
      const memory = { status, userId, statedLists: listsIn(recorded.stated) };
      // Whoever takes them over, or states another end, must not invite them.
      if (status !== "ended") context.run.organization(orgId).remember(email, memory);
      return { id, state: { ...known, status }, inputs: statedInputs(known, recorded) };
    },

    imported: (state) =>
      importedWith(state, ["orgId", "email", "role", "applicationRoles", "dashboardRoles"]),

    async update(_id, recorded, desired, context) {
      const { state } = recorded;
      const ending = await endingOf(state, desired, state, context);
      if (ending) return (await end(ending.view, desired, state)).state;
      if (await isGone(state, context)) return (await create(desired, context)).state;
      const view = await recordedView(kind, recorded, desired, context);
      return one.update(view, state, desired);
    },

    async delete(_id, { state, stated }, context) {
      const email = stated.includes("email") ? state.email : undefined;
      const ending = await endingOf({ ...state, email }, state, state, context);
      // Somebody may have given the access again since, or no run has ended it.
      const isThere = ending !== undefined && ending.step.does !== "keep";
      const isKept = state.deletionPolicy === "retain" || (isThere && isInvitedAgain(ending.view));
      if (isThere && !isKept) return endAccess(ending.view);
      if (isThere || state.status !== "ended") await takeOut(state, context);
    },
  };

  /** Somebody whose access is over by these terms; undefined while it lasts. */
  async function endingOf(
    person: Person,
    terms: Terms,
    recorded: State | undefined,
    context: Context,
  ): Promise<{ view: PersonView; step: EndStep } | undefined> {
    if (terms.until === undefined) return undefined;
    const view = await endingView(kind, person, terms, recorded, context);
    const step = endStepOf(view);
    return step && { view, step };
  }

  /** Whether the access that is recorded is over, so that stating more is a new declaration. */
  async function isGone(state: State, context: Context): Promise<boolean> {
    const ending = await endingOf(state, state, state, context);
    return ending?.step.status === "ended" && (state.status === "ended" || isNothing(ending.step));
  }

  async function checkLasting(
    desired: Partial<Desired> & { orgId: string },
    previous: Partial<Desired> | undefined,
    context: Context,
  ): Promise<string[]> {
    const { problem, ...view } = await statedView(kind, desired, previous, context);
    const rivals = declare(desired, view, hasEnded(desired.until, view.snapshot.now));
    const problems = problem === undefined ? rivals : [problem];
    const idle = idleTwoFactor(desired, context.run.settings.requireTwoFactor, context.isUnknown);
    if (idle !== undefined) context.report.warn(`${kind}: ${idle}`, true);
    return [...problems, ...twoFactorProblems(view), ...(await one.check(view, previous, context))];
  }

  async function checkEnded(view: PersonView, desired: PersonKey): Promise<string[]> {
    const rivals = declare(desired, view, true);
    if (rivals.length > 0) return rivals;
    const { resource, status, userId } = view;
    const isKnown = status.stage === "member" || (userId !== undefined && desired.email !== undefined);
    return resource.isNew && reach === "member" && !isKnown ? [notThere(view)] : checkStep(view);
  }

  function declare(person: PersonKey, { organization, snapshot, resource }: PersonView, isOver: boolean) {
    return declarePerson(organization, kind, keyOf(person), snapshot, resource.name, isOver);
  }

  /** Somebody who is gone is declared anew: a member has to be one. */
  async function refuseGone(desired: Partial<Desired>, context: Context): Promise<[]> {
    if (reach === "member" && isNamed(desired) && context.run.isPastRefresh)
      refuse(...(await checkLasting(desired, undefined, { ...context, report: silent })));
    return [];
  }

  async function create(desired: Desired, context: Context): Promise<ResourceSnapshot<State>> {
    const { problem, ...view } = await statedView(kind, desired, undefined, context);
    if (problem !== undefined) refuse(problem);
    const created = await one.create(view, desired);
    if (created.state.status !== "accepted") view.organization.declared.markRecorded(kind, keyOf(desired));
    return created;
  }

  async function end(
    view: PersonView,
    desired: Desired,
    recorded: State | undefined,
  ): Promise<ResourceSnapshot<State>> {
    // The end may have come since the check declared them.
    refuse(...declare(desired, view, true));
    const { id, state } = one.ended(desired, recorded, view);
    const step = endStepOf(view);
    if (step && step.does !== "keep") await endAccess(view);
    return { id, state: withTerms({ ...state, status: step?.status }, desired) };
  }

  /** Whoever is taken out of the program leaves, unless the policy or another resource keeps them. */
  async function takeOut({ deletionPolicy, ...state }: State, { run, report }: Context): Promise<void> {
    const { orgId, email, userId } = state;
    if (deletionPolicy === "retain") {
      const stays = reach === "member" ? "stays a member of" : "stays as they are in";
      report.info(`${email} ${stays} organization ${orgId}: deletionPolicy is retain.`);
      return;
    }
    const organization = run.organization(orgId);
    const person = { ...(reach !== "member" && { email }), ...(reach !== "invite" && { userId }) };
    const rules = await runRules(organization, reach);
    await removeDeclared(organization, { person, email, terms: state }, rules, report);
  }
}

/** Whether a program names somebody, as far as it is known at preview. */
function isNamed<Desired extends Partial<Person>>(desired: Desired): desired is Desired & { orgId: string } {
  return desired.orgId !== undefined && Boolean(desired.userId ?? desired.email);
}

/** Whether there is nothing of the person that anybody would have to take away. */
function isNothing({ does, manager }: EndStep): boolean {
  return does === "keep" && manager === undefined;
}

/** Whether somebody whose access had ended, and who is gone, is declared anew. The user id of a member tells it better. */
function isBack(
  { organization, snapshot, reach, status, desired }: PersonView,
  previous: Terms | undefined,
): boolean {
  const hasLeft = wasMember(organization.recordedInvite(desired.email ?? ""));
  const isAbsent = reach !== "member" && status.stage === "absent";
  return hasEnded(previous?.until, snapshot.now) && isAbsent && !hasLeft;
}

/**
 * Reasons with the terms that are stated anew, which are told alone where nothing else changes; what is not known yet, changes
 * nothing yet.
 */
function withTermChange(
  reasons: UpdateReason[],
  state: RecordedPerson,
  desired: Terms,
  { report, isUnknown }: Context,
): UpdateReason[] {
  const stated = termNames.map((name) => [name, isUnknown(name) ? state[name] : desired[name]]);
  const change = termDifference(state, Object.fromEntries(stated));
  const [first, ...others] = reasons;
  if (change === undefined) return reasons;
  if (first) return [{ ...first, text: `${first.text} Recorded as well: ${change}.` }, ...others];
  report.info(`${state.email}: ${change}; recorded, nothing is sent.`);
  return [];
}

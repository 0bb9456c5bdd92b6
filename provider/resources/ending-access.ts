import type { z } from "zod";
import type { Member } from "../../client";
import type { PersonKey } from "../decisions/people-index";
import type { RemovalRules } from "../live/remove-person";
import type { Terms } from "../vocabulary/terms";
import { hasEnded } from "../vocabulary/until";
import { EndedPerson, ending } from "./ended-person";
import {
  type Context,
  type ResourceLifecycle,
  type ResourceSnapshot,
  statedInputs,
} from "./resource-lifecycle";

/** A person as a program states them, with the end of their access. */
interface EndingPerson extends Terms, PersonKey {
  orgId: string;
}

/** What differs between the classes of single people. */
interface Ending<Wish, State> {
  /** What the end takes away. */
  reach: RemovalRules["reach"];
  /** What to record of somebody whose access is over. @throws ProviderError where nothing can be known of them. */
  ended: (wish: Wish, recorded: State | undefined, member: Member | undefined) => ResourceSnapshot<State>;
}

/**
 * The resource of a single person whose access may end. Until then it is the resource itself; after it the person counts
 * as taken out: who is there is removed behind the guard rails, and from then on nothing differs. A later end is a
 * new wish.
 */
export function endingAccess<
  Arguments extends z.ZodObject,
  StateSchema extends z.ZodObject,
  Wish extends EndingPerson,
  State extends EndingPerson & { status?: string | undefined },
>(
  lifecycle: ResourceLifecycle<Arguments, StateSchema, Wish, State>,
  { reach, ended }: Ending<Wish, State>,
): ResourceLifecycle<Arguments, StateSchema, Wish, State> {
  const endNow = async (wish: Wish, recorded: State | undefined, { run, report }: Context) => {
    const organization = run.organization(wish.orgId);
    const who = new EndedPerson(organization, recorded ?? wish, reach, await organization.live.snapshot());
    const { id, state } = ended(wish, recorded, who.member);
    if (who.isThere) await who.remove(wish, report);
    return { id, state: withTerms(state, wish) };
  };

  return {
    ...lifecycle,

    async check(wish, previous, context) {
      const { orgId, email, userId, until } = wish;
      const inner = (before: typeof previous) => lifecycle.check?.(wish, before, context) ?? [];
      if (context.isUnknown("until")) return [];
      if (orgId === undefined || until === undefined || !(userId ?? email)) return inner(previous);
      const organization = context.run.organization(orgId);
      const snapshot = await organization.live.snapshot();
      const who = new EndedPerson(organization, { email, userId }, reach, snapshot);
      if (hasEnded(until, snapshot.now)) return who.previewEnd(wish, previous === undefined, context);
      who.warnOfEnd(wish, context);
      return inner(hasEnded(previous?.until, snapshot.now) ? undefined : previous);
    },

    async updateReasons(recorded, wish, context) {
      if (context.isUnknown("until")) return [];
      const { orgId } = recorded.state;
      const organization = context.run.organization(orgId);
      const isOver =
        wish.until !== undefined && hasEnded(wish.until, (await organization.live.snapshot()).now);
      if (!isOver) return lifecycle.updateReasons?.(recorded, wish, context) ?? [];
      const who = new EndedPerson(organization, recorded.state, reach, await organization.live.snapshot());
      return who.isThere
        ? [{ text: `${who.name}: ${ending(wish)}; will be removed.`, isWarning: false }]
        : [];
    },

    async create(wish, context) {
      if (await isOver(wish, context)) return endNow(wish, undefined, context);
      const { id, state } = await lifecycle.create(wish, context);
      return { id, state: withTerms(state, wish) };
    },

    async read(id, recorded, context) {
      const known = recorded?.state;
      if (recorded && known && (await isOver(known, context))) {
        const organization = context.run.organization(known.orgId);
        const who = new EndedPerson(organization, known, reach, await organization.live.snapshot());
        const state: State = { ...known, status: "ended" };
        if (!who.isThere) return { id, state, inputs: statedInputs(known, recorded) };
      }
      const found = await lifecycle.read(id, recorded, context);
      if (!found || !recorded) return found;
      const state = withTerms(found.state, recorded.state);
      return { id: found.id, state, inputs: { ...found.inputs, ...termInputs(recorded) } };
    },

    async update(id, recorded, wish, context) {
      if (await isOver(wish, context)) return (await endNow(wish, recorded.state, context)).state;
      const isBack = recorded.state.status === "ended";
      const state = isBack
        ? (await lifecycle.create(wish, context)).state
        : await lifecycle.update(id, recorded, wish, context);
      return withTerms(state, wish);
    },

    async delete(id, recorded, context) {
      if (recorded.state.status === "ended") return;
      await lifecycle.delete(id, recorded, context);
    },
  };
}

async function isOver({ orgId, until }: Terms & { orgId: string }, { run }: Context): Promise<boolean> {
  if (until === undefined) return false;
  return hasEnded(until, (await run.organization(orgId).live.snapshot()).now);
}

/** The terms are what the program states last, whatever the resource itself records. */
function withTerms<State extends Terms>(state: State, { until, reason, owner }: Terms): State {
  return { ...state, until, reason, owner };
}

function termInputs({ state, stated }: { state: Terms; stated: readonly string[] }): object {
  const { until, reason, owner } = state;
  return Object.fromEntries(
    Object.entries({ until, reason, owner }).filter(([name]) => stated.includes(name)),
  );
}

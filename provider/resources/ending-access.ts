import type { z } from "zod";
import type { Member } from "../../client";
import { adminEndWarning, endWarning } from "../decisions/access-end";
import { belowAdminFloor } from "../decisions/guard-rails/admin-floor";
import { removalLimitReached } from "../decisions/guard-rails/removal-limit";
import { findMember, type PersonKey } from "../decisions/people-index";
import { statusOf } from "../decisions/person-status";
import type { Snapshot } from "../decisions/snapshot";
import { type RemovalRules, runRules } from "../live/remove-person";
import type { RunOrganization } from "../live/run-organization";
import { describeTerms, type Terms } from "../vocabulary/terms";
import { hasEnded } from "../vocabulary/until";
import { removeDeclared } from "./remove-declared";
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

function ending(terms: Terms): string {
  return `access has ended (${describeTerms(terms)})`;
}

/** Somebody whose access is over, or will be. */
class EndedPerson {
  readonly member: Member | undefined;
  readonly isThere: boolean;
  readonly name: string;

  constructor(
    private readonly organization: RunOrganization,
    private readonly person: PersonKey,
    private readonly reach: RemovalRules["reach"],
    private readonly snapshot: Snapshot,
  ) {
    const { email, userId } = person;
    const { members } = snapshot.organization;
    this.member = reach === "invite" ? undefined : findMember(members, { email, userId });
    const isInvited = reach !== "member" && statusOf(snapshot, { email, userId }).stage === "pending";
    const isElsewhere = organization.declared.managerOf({ email, userId }, members) !== undefined;
    this.isThere = (this.member !== undefined || isInvited) && !isElsewhere;
    this.name = this.member?.email ?? email ?? `user ${userId}`;
  }

  /** Why the access cannot end, with all that this run plans. */
  async previewEnd(terms: Terms, isNew: boolean, context: Context): Promise<string[]> {
    const { orgId } = this.organization;
    const what = this.isThere ? `will be removed from organization ${orgId}` : "nobody is there to remove";
    if (isNew && this.reach === "member" && !this.member) return [notThere(this.name, terms, orgId)];
    if (isNew) context.report.info(`${this.name}: ${ending(terms)}; ${what}.`);
    if (!this.isThere) return [];
    const problem = (await this.refusal(terms, context)) ?? (await this.beyondLimit());
    if (problem !== undefined) this.organization.planned.forgetRemoval(this.key);
    return problem === undefined ? [] : [problem];
  }

  private get key(): PersonKey {
    return { userId: this.member?.userId, email: this.member ? undefined : this.person.email };
  }

  /** Notes the removal, and why it may not be: the token's user, or too few other admins. */
  private async refusal(terms: Terms, { run, report }: Context): Promise<string | undefined> {
    const { member, organization } = this;
    const { planned, orgId } = organization;
    if (!member) planned.revoked.add(this.person.email ?? "");
    if (!member) return undefined;
    if ((await run.ownUserId(report)) === member.userId) return ownAccess(member, orgId);
    planned.removed.add(member.userId);
    if (member.role !== "admin") return undefined;
    const { members } = this.snapshot.organization;
    const problem = belowAdminFloor(members, organization.allPlanned(), run.settings.minAdmins);
    return problem && `${this.name}: ${ending(terms)}, and stays an admin: ${problem}`;
  }

  /** With all that this run plans to remove. */
  private async beyondLimit(): Promise<string | undefined> {
    const { count } = (await runRules(this.organization, this.reach)).budget;
    const wanted = this.organization.plannedRemovals;
    if (wanted <= count.allowed - count.sent) return undefined;
    return removalLimitReached(count, { email: this.name, orgId: this.organization.orgId }, wanted);
  }

  warnOfEnd(terms: Terms, { run, report }: Context): void {
    const { now, organization } = this.snapshot;
    const soon = endWarning(this.name, terms, now);
    if (soon === undefined) return;
    report.warn(soon);
    const { minAdmins } = run.settings;
    const alone = adminEndWarning(this.name, this.member?.userId, organization.members, minAdmins);
    if (alone !== undefined) report.warn(alone);
  }

  async remove(terms: Terms, report: Context["report"]): Promise<void> {
    report.info(`${this.name}: ${ending(terms)}.`);
    const rules = await runRules(this.organization, this.reach);
    await removeDeclared(this.organization, { person: this.person, email: this.name }, rules, report);
    this.organization.planned.forgetRemoval(this.key);
  }
}

/** A member is recorded by their user id, which is not known of somebody who is not there. */
function notThere(name: string, terms: Terms, orgId: string): string {
  return (
    `${name} is not a member of organization ${orgId}, and ${ending(terms)}: nothing is left for this OrgMember to do, ` +
    `take it out of the program.`
  );
}

function ownAccess({ email }: Member, orgId: string): string {
  return (
    `${email} is the user whom the API token belongs to, and their access to organization ${orgId} has ended: state ` +
    `a later until, or use the token of another admin.`
  );
}

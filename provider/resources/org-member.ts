import { z } from "zod";
import type { Member } from "../../client";
import { changedAddress } from "../decisions/addresses";
import { findMember, type PersonKey } from "../decisions/people-index";
import { runRules } from "../live/remove-person";
import type { RunOrganization } from "../live/run-organization";
import { Email, Id, oneOf, RecordedRoleLists, RoleArguments } from "../vocabulary/arguments";
import { ProviderError, refuse } from "../vocabulary/errors";
import {
  completedRoles,
  emptyingWithdrawnLists,
  listsIn,
  type Roles,
  withEmptyLists,
} from "../vocabulary/roles";
import { TermArguments } from "../vocabulary/terms";
import { hasEnded } from "../vocabulary/until";
import { declarePerson, keyOf, whomItMeans } from "./declared-person";
import { endingAccess } from "./ending-access";
import { ensureRoles, planRoles, previewAdoption, roleReasons } from "./member-roles";
import { removeDeclared } from "./remove-declared";
import { memberIn } from "./resource-id";
import { importedWith, type ResourceLifecycle, statedInputs } from "./resource-lifecycle";

export const OrgMemberArguments = z.strictObject({
  orgId: Id,
  userId: Id.optional(),
  email: Email.optional(),
  ...RoleArguments,
  role: RoleArguments.role.optional(),
  ...TermArguments,
  deletionPolicy: oneOf(["remove", "retain"]).optional(),
});
type Wish = z.output<typeof OrgMemberArguments>;

const OrgMemberState = z.object({
  ...OrgMemberArguments.shape,
  ...RecordedRoleLists,
  userId: z.string(),
  email: z.string(),
  firstName: z.string().optional(),
  lastName: z.string().optional(),
  twoFactorEnabled: z.boolean().optional(),
  ssoLinked: z.boolean().optional(),
  /** Only of somebody whose access has ended. */
  status: z.literal("ended").optional(),
});
type State = z.output<typeof OrgMemberState>;

const whileItLasts: ResourceLifecycle<typeof OrgMemberArguments, typeof OrgMemberState> = {
  kind: "OrgMember",
  arguments: OrgMemberArguments,
  state: OrgMemberState,

  validate(wish, { isUnknown }) {
    const names = (["userId", "email"] as const).filter(
      (name) => wish[name] !== undefined || isUnknown(name),
    );
    return names.length === 0 ? ["userId or email: one of the two is required"] : [];
  },

  async check(wish, previous, context) {
    const { orgId } = wish;
    if (orgId === undefined || !(wish.userId ?? wish.email)) return [];
    const organization = context.run.organization(orgId);
    const live = await organization.live.organization();
    const { key, problem } = whomItMeans(organization, wish, previous, live.members);
    const rivals = declarePerson(
      organization,
      "OrgMember",
      keyOf(wish),
      { organization: live },
      context.name,
    );
    const problems = problem === undefined ? rivals : [problem];
    const member = findMember(live.members, key);
    if (!member) return [...problems, ...(isSamePerson(wish, previous) ? [] : [notAMember(orgId, wish)])];
    if (!previous) previewAdoption(organization, member, wish, context.report);
    const statedBefore = previous ? Object.keys(previous) : statedOf(organization, wish, member);
    const stated = emptyingWithdrawnLists(wish, statedBefore, context.isUnknown);
    return [...problems, ...(await planRoles(organization, member, stated, context.report))];
  },

  async replacedBy({ state }, wish, changed, { run }) {
    const replaces = changed.filter((name) => name === "orgId" || name === "userId");
    const isMoved = changed.includes("email");
    const isBack = state.status === "ended" && !hasEnded(wish.until, run.client.now());
    if (replaces.length > 0 || !(isMoved || isBack)) return replaces;
    if (!run.hasToken) return isMoved ? ["email"] : [];
    const member = findMember(await run.organization(state.orgId).live.members(), { email: wish.email });
    // Another user may have the address now.
    if (member ? member.userId === state.userId : !isMoved) return [];
    return [isMoved ? "email" : "until"];
  },

  async updateReasons({ state, stated }, wish, { run, report, isUnknown }) {
    const key = { userId: stated.includes("userId") ? state.userId : undefined };
    const email = stated.includes("email") ? state.email : undefined;
    const organization = run.organization(state.orgId);
    organization.declared.markRecorded("OrgMember", keyOf({ ...key, email }));
    const members = await organization.live.members();
    const member = findMember(members, { userId: state.userId });
    const moved = member && email !== undefined ? changedAddress(email, member, members) : undefined;
    if (moved !== undefined) report.warn(moved);
    const whole = emptyingWithdrawnLists(wish, stated, isUnknown);
    return member ? roleReasons(organization, member, state, whole) : [];
  },

  async create(wish, context) {
    const organization = context.run.organization(wish.orgId);
    const members = await organization.live.members();
    const { key, problem } = whomItMeans(organization, wish, undefined, members);
    if (problem !== undefined) refuse(problem);
    const member = findMember(members, key);
    if (!member) throw new ProviderError(notAMember(wish.orgId, wish));
    const whole = emptyingWithdrawnLists(wish, statedOf(organization, wish, member));
    const changed = await ensureRoles(organization, member, withEmptyLists(member), whole, context.report);
    organization.declared.markRecorded("OrgMember", keyOf(wish));
    return { id: `${wish.orgId}/${member.userId}`, state: stateOf(changed, wish, wish) };
  },

  async read(id, recorded, { run }) {
    const [orgId, userId] = memberIn(id);
    const organization = run.organization(orgId);
    const member = findMember(await organization.live.members(), { userId });
    if (!member && recorded) {
      // Whoever takes them over in this run must not invite a person who was removed.
      organization.remember(recorded.state.email, {
        ...recorded.state,
        status: "left",
        statedLists: listsIn(recorded.stated),
      });
      return undefined;
    }
    if (!member) throw new ProviderError(notAMember(orgId, { userId }));
    const stated = recorded?.stated.includes("email") ? { email: recorded.state.email } : {};
    const known = { orgId, deletionPolicy: recorded?.state.deletionPolicy, ...stated };
    const state = stateOf(member, known, recorded?.state);
    const memory = { ...state, status: "active", statedLists: listsIn(recorded?.stated) };
    organization.remember(state.email, memory);
    // Whoever takes them over may state the address that they had when the stack last saw them.
    const former = recorded?.state.email ?? state.email;
    if (former !== state.email && !organization.recordedInvite(former)) organization.remember(former, memory);
    if (state.deletionPolicy !== "retain") organization.expectRemoval({ userId, email: member.email });
    return { id: `${orgId}/${userId}`, state, inputs: statedInputs(state, recorded) };
  },

  imported: (state) => importedWith(state, ["orgId", "email", "role", "applicationRoles", "dashboardRoles"]),

  async update(_id, { state, stated }, wish, context) {
    const organization = context.run.organization(state.orgId);
    const member = findMember(await organization.live.members(), { userId: state.userId });
    if (!member) throw new ProviderError(notAMember(state.orgId, state));
    const whole = emptyingWithdrawnLists(wish, stated);
    const changed = await ensureRoles(organization, member, state, whole, context.report);
    return stateOf(changed, wish, { ...state, ...whole });
  },

  async delete(_id, { state }, { run, report }) {
    const { orgId, userId, email } = state;
    if (state.deletionPolicy === "retain") {
      report.info(`${email} stays a member of organization ${orgId}: deletionPolicy is retain.`);
      return;
    }
    const organization = run.organization(orgId);
    const rules = await runRules(organization, "member");
    await removeDeclared(organization, { person: { userId }, email, terms: state }, rules, report);
  },
};

/** A person who is a member already: adopted, kept at the stated roles, removed at the end. */
export const orgMember = endingAccess(whileItLasts, {
  reach: "member",
  ended: (wish, recorded, { member, userId }) => {
    const { email } = wish;
    const gone = userId !== undefined && email !== undefined ? { ...wish, userId, email } : undefined;
    const state = recorded ?? (member ? stateOf(member, wish, undefined) : gone);
    if (!state) throw new ProviderError(notAMember(wish.orgId, wish));
    const stated = { ...wish, userId: state.userId, email: wish.email ?? state.email };
    return { id: `${wish.orgId}/${state.userId}`, state: { ...state, ...stated, status: "ended" as const } };
  },
});

/** `email` is followed, unless the program states it: what it states stays an input. */
function stateOf(
  member: Member,
  wish: Pick<Wish, "orgId" | "email" | "deletionPolicy">,
  recorded: Partial<Roles> | undefined,
): State {
  return {
    orgId: wish.orgId,
    userId: member.userId,
    email: wish.email ?? member.email,
    ...completedRoles(member, recorded),
    deletionPolicy: wish.deletionPolicy,
    firstName: member.firstName,
    lastName: member.lastName,
    twoFactorEnabled: member.twoFactorAuthEnabled,
    ssoLinked: member.ssoLinked,
  };
}

/** Which lists another resource stated of the same member. */
function statedOf(organization: RunOrganization, { email }: PersonKey, member: Member): readonly string[] {
  const found = [member.email, email ?? member.email].map((one) => organization.recordedInvite(one));
  return found.find((one) => one && (one.userId ?? member.userId) === member.userId)?.statedLists ?? [];
}

/** A recorded member whose address has changed is not to be refused: `read` knows them by their user id. */
function isSamePerson(wish: PersonKey, previous: PersonKey | undefined): boolean {
  return previous !== undefined && wish.userId === previous.userId && wish.email === previous.email;
}

function notAMember(orgId: string, person: PersonKey): string {
  const name = person.email ?? `user ${person.userId}`;
  return (
    `${name} is not a member of organization ${orgId}. OrgMember manages people who are members already: ` +
    `use OrgMembership for one person whatever the stage, or OrgInvite to invite them.`
  );
}

import { z } from "zod";
import type { Member, Organization } from "../../client";
import { changedAddress } from "../decisions/addresses";
import { findMember, type PersonKey } from "../decisions/people-index";
import { runRules } from "../live/remove-person";
import type { RunOrganization } from "../live/run-organization";
import { Email, Id, oneOf, RecordedRoleLists, RoleArguments } from "../vocabulary/arguments";
import { ProviderError, refuse } from "../vocabulary/errors";
import { completedRoles, emptyingWithdrawnLists, listsIn, type Roles, rolesOf } from "../vocabulary/roles";
import { TermArguments } from "../vocabulary/terms";
import { hasEnded } from "../vocabulary/until";
import { declarePerson, keyOf, whomItMeans } from "./declared-person";
import { endingAccess } from "./ending-access";
import { ensureRoles, type PersonView, problemsOf, reasonsOf, reportCreate, stepOf } from "./person-steps";
import { removeDeclared } from "./remove-declared";
import { memberIn } from "./resource-id";
import { type Context, importedWith, type ResourceLifecycle, statedInputs } from "./resource-lifecycle";

export const OrgMemberArguments = z.strictObject({
  orgId: Id,
  userId: Id.optional(),
  email: Email.optional(),
  ...RoleArguments,
  role: RoleArguments.role.optional(),
  ...TermArguments,
  deletionPolicy: oneOf(["remove", "retain"]).optional(),
});
type Desired = z.output<typeof OrgMemberArguments>;

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

const reach = "member" as const;
const kind = "OrgMember" as const;

const whileItLasts: ResourceLifecycle<typeof OrgMemberArguments, typeof OrgMemberState> = {
  kind,
  arguments: OrgMemberArguments,
  state: OrgMemberState,

  validate(desired, { isUnknown }) {
    const names = (["userId", "email"] as const).filter(
      (name) => desired[name] !== undefined || isUnknown(name),
    );
    return names.length === 0 ? ["userId or email: one of the two is required"] : [];
  },

  async check(desired, previous, context) {
    const { orgId } = desired;
    if (orgId === undefined || !(desired.userId ?? desired.email)) return [];
    const organization = context.run.organization(orgId);
    const live = await organization.live.organization();
    const { key, problem } = whomItMeans(organization, desired, previous, live.members);
    const rivals = declarePerson(organization, kind, keyOf(desired), { organization: live }, context.name);
    const problems = problem === undefined ? rivals : [problem];
    const member = findMember(live.members, key);
    if (!member)
      return [...problems, ...(isSamePerson(desired, previous) ? [] : [notAMember(orgId, desired)])];
    const statedBefore = previous ? Object.keys(previous) : statedOf(organization, desired, member);
    const whole = emptyingWithdrawnLists(desired, statedBefore, context.isUnknown);
    const view = viewOf(organization, live, member, whole, undefined, context);
    const step = stepOf(view);
    if (!previous) reportCreate(view, step);
    return [...problems, ...(await problemsOf(view, step))];
  },

  async replacedBy({ state }, desired, changed, { run }) {
    const replaces = changed.filter((name) => name === "orgId" || name === "userId");
    const isMoved = changed.includes("email");
    const isBack = state.status === "ended" && !hasEnded(desired.until, run.client.now());
    if (replaces.length > 0 || !(isMoved || isBack)) return replaces;
    if (!run.hasToken) return isMoved ? ["email"] : [];
    const member = findMember(await run.organization(state.orgId).live.members(), { email: desired.email });
    // Another user may have the address now.
    if (member ? member.userId === state.userId : !isMoved) return [];
    return [isMoved ? "email" : "until"];
  },

  async updateReasons({ state, stated }, desired, context) {
    const { run, report, isUnknown } = context;
    const key = { userId: stated.includes("userId") ? state.userId : undefined };
    const email = stated.includes("email") ? state.email : undefined;
    const organization = run.organization(state.orgId);
    organization.declared.markRecorded(kind, keyOf({ ...key, email }));
    const live = await organization.live.organization();
    const { members } = live;
    const member = findMember(members, { userId: state.userId });
    const moved = member && email !== undefined ? changedAddress(email, member, members) : undefined;
    if (moved !== undefined) report.warn(moved);
    const whole = emptyingWithdrawnLists(desired, stated, isUnknown);
    return member ? reasonsOf(viewOf(organization, live, member, whole, state, context)) : [];
  },

  async create(desired, context) {
    const organization = context.run.organization(desired.orgId);
    const live = await organization.live.organization();
    const { key, problem } = whomItMeans(organization, desired, undefined, live.members);
    if (problem !== undefined) refuse(problem);
    const member = findMember(live.members, key);
    if (!member) throw new ProviderError(notAMember(desired.orgId, desired));
    const whole = emptyingWithdrawnLists(desired, statedOf(organization, desired, member));
    const changed = await ensureRoles(viewOf(organization, live, member, whole, undefined, context), member);
    organization.declared.markRecorded(kind, keyOf(desired));
    return { id: `${desired.orgId}/${member.userId}`, state: stateOf(changed, desired, desired) };
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
    if (recorded) organization.noteApplied({ userId, email: recorded.state.email }, rolesOf(recorded.state));
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

  async update(_id, { state, stated }, desired, context) {
    const organization = context.run.organization(state.orgId);
    const live = await organization.live.organization();
    const member = findMember(live.members, { userId: state.userId });
    if (!member) throw new ProviderError(notAMember(state.orgId, state));
    const whole = emptyingWithdrawnLists(desired, stated);
    const changed = await ensureRoles(viewOf(organization, live, member, whole, state, context), member);
    return stateOf(changed, desired, { ...state, ...whole });
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
  reach,
  ended: (desired, recorded, { member, userId }) => {
    const { email } = desired;
    const gone = userId !== undefined && email !== undefined ? { ...desired, userId, email } : undefined;
    const state = recorded ?? (member ? stateOf(member, desired, undefined) : gone);
    if (!state) throw new ProviderError(notAMember(desired.orgId, desired));
    const stated = { ...desired, userId: state.userId, email: desired.email ?? state.email };
    return {
      id: `${desired.orgId}/${state.userId}`,
      state: { ...state, ...stated, status: "ended" as const },
    };
  },
});

/** A member is seen without invites, which cost a request and a scope of their own. */
function viewOf(
  organization: RunOrganization,
  live: Organization,
  member: Member,
  desired: Partial<Desired>,
  seen: State | undefined,
  { run, report, name }: Context,
): PersonView {
  const resource = { kind, name, isNew: seen === undefined };
  const snapshot = { organization: live, invites: [], now: run.client.now() };
  const status = { stage: "member" as const, member };
  return { organization, snapshot, reach, status, recorded: undefined, desired, seen, report, resource };
}

/** `email` is followed, unless the program states it: what it states stays an input. */
function stateOf(
  member: Member,
  desired: Pick<Desired, "orgId" | "email" | "deletionPolicy">,
  recorded: Partial<Roles> | undefined,
): State {
  return {
    orgId: desired.orgId,
    userId: member.userId,
    email: desired.email ?? member.email,
    ...completedRoles(member, recorded),
    deletionPolicy: desired.deletionPolicy,
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
function isSamePerson(desired: PersonKey, previous: PersonKey | undefined): boolean {
  return previous !== undefined && desired.userId === previous.userId && desired.email === previous.email;
}

function notAMember(orgId: string, person: PersonKey): string {
  const name = person.email ?? `user ${person.userId}`;
  return (
    `${name} is not a member of organization ${orgId}. OrgMember manages people who are members already: ` +
    `use OrgMembership for one person whatever the stage, or OrgInvite to invite them. If they were removed on purpose, ` +
    `take them out of the program.`
  );
}

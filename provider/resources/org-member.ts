import { z } from "zod";
import type { Member } from "../../client";
import { findMember, type PersonKey } from "../decisions/people-index";
import { Email, Id, oneOf, RecordedRoleLists, RoleArguments } from "../vocabulary/arguments";
import { ProviderError } from "../vocabulary/errors";
import { completedRoles, listsIn, type Roles, rolesOf } from "../vocabulary/roles";
import { TermArguments } from "../vocabulary/terms";
import { hasEnded } from "../vocabulary/until";
import { checkStep, ensureRoles, reasonsOf, reportAddress } from "./person-steps";
import { markRecorded, type PersonView } from "./person-view";
import { memberIn } from "./resource-id";
import { statedInputs } from "./resource-lifecycle";
import { singlePerson } from "./single-person";

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

/** A person who is a member already: adopted, kept at the stated roles, removed at the end. */
export const orgMember = singlePerson<typeof OrgMemberArguments, typeof OrgMemberState, Desired, State>({
  kind: "OrgMember",
  arguments: OrgMemberArguments,
  state: OrgMemberState,

  validate(desired, { isUnknown }) {
    const names = (["userId", "email"] as const).filter(
      (name) => desired[name] !== undefined || isUnknown(name),
    );
    return names.length === 0 ? ["userId or email: one of the two is required"] : [];
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

  async check(view, previous) {
    const { organization, status, desired } = view;
    if (status.stage === "member") return checkStep(view);
    return isSamePerson(desired, previous) ? [] : [notAMember(organization.orgId, desired)];
  },

  async updateReasons(view, recorded) {
    markRecorded(view, recorded);
    if (view.status.stage !== "member") return [];
    if (recorded.stated.includes("email")) reportAddress(view, recorded.state.email);
    return reasonsOf(view);
  },

  async create(view, desired) {
    const member = await ensureMember(view, desired);
    return { id: `${desired.orgId}/${member.userId}`, state: stateOf(member, desired, desired) };
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
    if (recorded) organization.noteApplied({ userId, email: recorded.state.email }, rolesOf(recorded.state));
    const email = recorded?.stated.includes("email") ? recorded.state.email : undefined;
    const state = stateOf(member, { ...recorded?.state, orgId, email }, recorded?.state);
    const memory = { ...state, status: "active", statedLists: listsIn(recorded?.stated) };
    organization.remember(state.email, memory);
    // Whoever takes them over may state the address that they had when the stack last saw them.
    const former = recorded?.state.email ?? state.email;
    if (former !== state.email && !organization.recordedInvite(former)) organization.remember(former, memory);
    if (state.deletionPolicy !== "retain") organization.expectRemoval({ userId, email: member.email });
    return { id: `${orgId}/${userId}`, state, inputs: statedInputs(state, recorded) };
  },

  async update(view, state, desired) {
    const member = await ensureMember(view, state);
    return stateOf(member, desired, { ...state, ...view.desired });
  },

  ended(desired, recorded, { status, userId }) {
    const { orgId, email } = desired;
    const gone = userId !== undefined && email !== undefined ? { ...desired, userId, email } : undefined;
    const state = recorded ?? (status.stage === "member" ? stateOf(status.member, desired, undefined) : gone);
    if (!state) throw new ProviderError(notAMember(orgId, desired));
    const stated = { ...desired, userId: state.userId, email: email ?? state.email };
    return { id: `${orgId}/${state.userId}`, state: { ...state, ...stated, status: "ended" } };
  },
});

async function ensureMember(view: PersonView, person: PersonKey): Promise<Member> {
  const { status, organization } = view;
  if (status.stage !== "member") throw new ProviderError(notAMember(organization.orgId, person));
  return ensureRoles(view, status.member);
}

/** `email` is followed, unless the program states it: what it states stays an input. */
function stateOf(
  member: Member,
  desired: Omit<Desired, keyof Roles>,
  recorded: Partial<Roles> | undefined,
): State {
  const { until, reason, owner } = desired;
  return {
    until,
    reason,
    owner,
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

import { z } from "zod";
import type { Member } from "../../client";
import { anotherUser } from "../decisions/addresses";
import type { PersonStep } from "../decisions/decide-person";
import { inviteRecord } from "../decisions/invite-record";
import { findMember } from "../decisions/people-index";
import { declaredStatusOf, type PersonStatus } from "../decisions/person-status";
import { describeRoleStep } from "../decisions/steps";
import { type RecordedRole, recordedRole } from "../decisions/two-factor";
import { oneOf, RecordedRoleLists } from "../vocabulary/arguments";
import type { NameOf } from "../vocabulary/describe-roles";
import { InviteArguments } from "../vocabulary/desired-invite";
import { completedRoles, listsIn, rolesOf } from "../vocabulary/roles";
import {
  TwoFactorArguments,
  type TwoFactorGroup,
  type TwoFactorRule,
  twoFactorRule,
} from "../vocabulary/two-factor";
import { checkStep, ensureInvite, ensureRoles, reasonsOf, recordPlan, reportAddress } from "./person-steps";
import { markRecorded, type PersonView, readInvited, stepOf } from "./person-view";
import { statedInputs } from "./resource-lifecycle";
import { singlePerson } from "./single-person";

export const OrgMembershipArguments = z.strictObject({
  ...InviteArguments,
  ...TwoFactorArguments,
  deletionPolicy: oneOf(["remove", "retain"]).optional(),
});
type Desired = z.output<typeof OrgMembershipArguments>;

const OrgMembershipState = z.object({
  ...OrgMembershipArguments.shape,
  ...RecordedRoleLists,
  role: OrgMembershipArguments.shape.role.optional(),
  status: z.enum(["pending", "expired", "withdrawn", "active", "left", "ended"]),
  inviteId: z.string().optional(),
  inviteDate: z.string().optional(),
  expiresAt: z.string().optional(),
  userId: z.string().optional(),
  twoFactorEnabled: z.boolean().optional(),
  awaitsTwoFactor: z.boolean().optional(),
});
type State = z.output<typeof OrgMembershipState>;

/** One person, whatever the stage: invited, kept at the stated roles, removed at the end. */
export const orgMembership = singlePerson<
  typeof OrgMembershipArguments,
  typeof OrgMembershipState,
  Desired,
  State
>({
  kind: "OrgMembership",
  arguments: OrgMembershipArguments,
  state: OrgMembershipState,

  async replacedBy({ state }, desired, changed, { run }) {
    const replaces = changed.filter((name) => name === "orgId" || name === "email");
    const isFollowed = state.userId !== undefined && replaces.length > 0 && !replaces.includes("orgId");
    if (!isFollowed || !run.hasToken) return replaces;
    const member = findMember(await run.organization(state.orgId).live.members(), { email: desired.email });
    return member?.userId === state.userId ? [] : replaces;
  },

  async check(view, previous) {
    const isKnown = !previous || view.status.stage === "member" || view.recorded !== undefined;
    return isKnown ? checkStep(view) : [];
  },

  async updateReasons(view, recorded) {
    const { organization, snapshot, resource } = view;
    const { email, userId } = recorded.state;
    markRecorded(view, recorded);
    reportAddress(view);
    const heir =
      view.status.stage === "member" ? undefined : findMember(snapshot.organization.members, { email });
    if (!heir || !userId) return reasonsOf(view);
    const status = { stage: "member" as const, member: heir };
    // What is recorded is of the one who is gone.
    const adopting = {
      ...view,
      status,
      seen: heir,
      recorded: undefined,
      resource: { ...resource, isNew: true },
    };
    const step = stepOf(adopting);
    recordPlan(adopting, step);
    return [{ text: adoption(heir, email, userId, step, organization.nameOf), isWarning: true }];
  },

  async create(view, desired) {
    return { id: idOf(desired), state: await ensure(view, desired) };
  },

  async read(id, recorded, { run }) {
    const { organization, status, key } = await readInvited("OrgMembership", id, recorded, run);
    const state = observed(status, recorded?.state, key, run.settings.requireTwoFactor);
    if (recorded) organization.noteApplied(recorded.state, rolesOf(recorded.state));
    organization.remember(key.email, { ...state, statedLists: listsIn(recorded?.stated) });
    if (state.deletionPolicy !== "retain") organization.expectRemoval(state);
    return { id: idOf(state), state, inputs: statedInputs(state, recorded) };
  },

  async update(view, state, desired) {
    const { email } = desired;
    const status = declaredStatusOf(view.snapshot, { email, userId: state.userId });
    const holder = status.stage === "member" ? status.member.userId : undefined;
    if (holder === undefined || holder === (state.userId ?? holder))
      return ensure({ ...view, status }, desired);
    view.report.warn(`${anotherUser(email, holder, state.userId ?? "")}: adopted.`);
    return ensure({ ...view, status, recorded: undefined, desired }, desired);
  },

  ended: (desired, recorded, { userId }) => ({
    id: idOf(desired),
    state: { ...recorded, ...desired, userId: recorded?.userId ?? userId, status: "ended" },
  }),
});

function idOf({ orgId, email }: { orgId: string; email: string }): string {
  return `${orgId}/${email}`;
}

/** Brings somebody to what the program states; `view` has the lists that were taken out of it as empty. */
async function ensure(view: PersonView, desired: Desired): Promise<State> {
  const { status, recorded, resource } = view;
  if (status.stage !== "member")
    return ensureInvite(view, (record) => ({
      id: idOf(desired),
      state: withRole(
        view.twoFactor,
        status,
        { ...desired, ...record, twoFactorEnabled: undefined },
        {
          role: desired.role,
          ...(desired.role === "admin" && { awaitsTwoFactor: recorded?.awaitsTwoFactor }),
        },
      ),
    }));
  const seen = recorded?.status === "active" && !resource.isNew ? recorded : undefined;
  const member = await ensureRoles({ ...view, seen }, status.member);
  const known = { inviteDate: recorded?.inviteDate, ...desired };
  const state = activeState(member, known, { ...recorded, ...view.desired });
  return withRole(view.twoFactor, { stage: "member", member }, state, desired);
}

/** What is recorded of somebody, with the role that they wait for if they have no second factor yet. */
function withRole(
  rule: TwoFactorRule | undefined,
  status: PersonStatus,
  state: State,
  stated: RecordedRole,
): State {
  return { ...state, ...recordedRole(rule, status, state.role, stated) };
}

function activeState(
  member: Member,
  known: Omit<State, "status">,
  recorded: Parameters<typeof completedRoles>[1],
): State {
  return {
    ...known,
    ...completedRoles(member, recorded),
    status: "active",
    userId: member.userId,
    twoFactorEnabled: member.twoFactorAuthEnabled,
    inviteId: undefined,
    expiresAt: undefined,
  };
}

function observed(
  status: PersonStatus,
  state: State | undefined,
  key: { orgId: string; email: string },
  demanded: TwoFactorGroup | undefined,
): State {
  const known = { ...state, ...key };
  const read =
    status.stage === "member"
      ? activeState(status.member, known, state)
      : { ...known, ...inviteRecord(status, state), twoFactorEnabled: undefined };
  return state ? withRole(twoFactorRule(state, demanded), status, read, state) : read;
}

function adoption(heir: Member, email: string, former: string, step: PersonStep, nameOf: NameOf): string {
  const change = step.does === "change roles" && describeRoleStep(step, nameOf);
  return `${anotherUser(email, heir.userId, former)}; will be adopted${change ? `; will change: ${change}` : ""}.`;
}

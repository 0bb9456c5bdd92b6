import { z } from "zod";
import type { Member } from "../../client";
import { anotherUser, changedAddress } from "../decisions/addresses";
import { inviteRecord } from "../decisions/invite-record";
import { findMember } from "../decisions/people-index";
import { declaredStatusOf, type PersonStatus, statusOf } from "../decisions/person-status";
import type { Snapshot } from "../decisions/snapshot";
import { runRules } from "../live/remove-person";
import type { RunOrganization } from "../live/run-organization";
import { oneOf, RecordedRoleLists } from "../vocabulary/arguments";
import { describeRoleChange, type NameOf } from "../vocabulary/describe-roles";
import { InviteArguments, type RecordedInvite } from "../vocabulary/desired-invite";
import {
  completedRoles,
  emptyingWithdrawnLists,
  listsIn,
  rolesOf,
  withEmptyLists,
} from "../vocabulary/roles";
import { endingAccess } from "./ending-access";
import { examineCreate, examineInvite } from "./examine-invite";
import {
  ensureInvite,
  ensureRoles,
  type PersonView,
  problemsOf,
  reasonsOf,
  recordPlan,
  reportCreate,
  stepOf,
} from "./person-steps";
import { removeDeclared } from "./remove-declared";
import { notFound, personIn } from "./resource-id";
import { type Context, importedWith, type ResourceLifecycle, statedInputs } from "./resource-lifecycle";

export const OrgMembershipArguments = z.strictObject({
  ...InviteArguments,
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
});
type State = z.output<typeof OrgMembershipState>;

const reach = "either" as const;
const kind = "OrgMembership" as const;

const whileItLasts: ResourceLifecycle<typeof OrgMembershipArguments, typeof OrgMembershipState> = {
  kind,
  arguments: OrgMembershipArguments,
  state: OrgMembershipState,

  async check(desired, previous, context) {
    const { orgId, email } = desired;
    if (orgId === undefined || email === undefined) return [];
    const examined = await examineInvite(kind, { ...desired, orgId, email }, previous, context);
    const { problems, recorded, status } = examined;
    const view: PersonView = { ...examined, reach, resource: { kind, name: context.name, isNew: !previous } };
    const step = stepOf(view);
    if (!previous) reportCreate(view, step);
    const isKnown = !previous || status.stage === "member" || recorded !== undefined;
    return isKnown ? [...problems, ...(await problemsOf(view, step))] : problems;
  },

  async replacedBy({ state }, desired, changed, { run }) {
    const replaces = changed.filter((name) => name === "orgId" || name === "email");
    const isFollowed = state.userId !== undefined && replaces.length > 0 && !replaces.includes("orgId");
    if (!isFollowed || !run.hasToken) return replaces;
    const member = findMember(await run.organization(state.orgId).live.members(), { email: desired.email });
    return member?.userId === state.userId ? [] : replaces;
  },

  async updateReasons({ state, stated }, desired, context) {
    const { orgId, email } = state;
    const { report } = context;
    const organization = context.run.organization(orgId);
    organization.declared.markRecorded(kind, { email });
    const snapshot = await organization.live.snapshot();
    const status = statusOf(snapshot, state);
    const { members } = snapshot.organization;
    const whole = { ...emptyingWithdrawnLists(desired, stated, context.isUnknown), email };
    const resource = { kind, name: context.name, isNew: false };
    const view = { organization, snapshot, status, recorded: state, desired: whole, report, reach, resource };
    if (status.stage === "member") {
      const moved = changedAddress(email, status.member, members);
      if (moved !== undefined) report.warn(moved);
      return reasonsOf({ ...view, seen: state });
    }
    const heir = findMember(members, { email });
    if (heir && state.userId) {
      const adopting = { ...view, status: { stage: "member" as const, member: heir }, seen: heir };
      recordPlan({ ...adopting, resource: { ...resource, isNew: true } }, stepOf(adopting));
      return [{ text: adoption(heir, email, state.userId, desired, organization.nameOf), isWarning: true }];
    }
    return reasonsOf(view);
  },

  async create(desired, context) {
    const { whole, ...person } = await examineCreate(desired, context);
    const state = await ensure(person, desired, whole, context, true);
    person.organization.declared.markRecorded(kind, { email: desired.email });
    return { id: idOf(desired), state };
  },

  async read(id, recorded, { run }) {
    const [orgId, email] = personIn(id, kind);
    const organization = run.organization(orgId);
    const snapshot = await organization.live.snapshot();
    const key = { orgId, email: recorded?.state.email ?? email };
    const status = statusOf(snapshot, { ...key, userId: recorded?.state.userId });
    if (!recorded && status.stage === "absent") throw notFound(kind, email, orgId);
    const state = observed(status, recorded?.state, key);
    if (recorded) organization.noteApplied(recorded.state, rolesOf(recorded.state));
    organization.remember(key.email, { ...state, statedLists: listsIn(recorded?.stated) });
    if (state.deletionPolicy !== "retain") organization.expectRemoval(state);
    return { id: idOf(state), state, inputs: statedInputs(state, recorded) };
  },

  imported: (state) => importedWith(state, ["orgId", "email", "role", "applicationRoles", "dashboardRoles"]),

  async update(_id, { state, stated }, desired, context) {
    const organization = context.run.organization(state.orgId);
    const snapshot = await organization.live.snapshot();
    const status = declaredStatusOf(snapshot, { email: desired.email, userId: state.userId });
    const isAnother =
      status.stage === "member" && status.member.userId !== (state.userId ?? status.member.userId);
    if (isAnother)
      context.report.warn(
        `${anotherUser(desired.email, status.member.userId, state.userId ?? "")}: adopted.`,
      );
    const recorded = isAnother ? undefined : state;
    const whole = emptyingWithdrawnLists(desired, isAnother ? [] : stated);
    return ensure({ organization, snapshot, status, recorded }, desired, whole, context);
  },

  async delete(_id, { state }, { run, report }) {
    const { orgId, email, userId } = state;
    if (state.deletionPolicy === "retain") {
      report.info(`${email} stays as they are in organization ${orgId}: deletionPolicy is retain.`);
      return;
    }
    const organization = run.organization(orgId);
    const rules = await runRules(organization, "either");
    await removeDeclared(organization, { person: { email, userId }, email, terms: state }, rules, report);
  },
};

/** One person, whatever the stage: invited, kept at the stated roles, removed at the end. */
export const orgMembership = endingAccess(whileItLasts, {
  reach,
  ended: (desired, recorded, { userId }) => ({
    id: idOf(desired),
    state: { ...recorded, ...desired, userId: recorded?.userId ?? userId, status: "ended" as const },
  }),
});

function idOf({ orgId, email }: { orgId: string; email: string }): string {
  return `${orgId}/${email}`;
}

/** Somebody as they are, and as the stack records them. */
interface Known {
  organization: RunOrganization;
  snapshot: Snapshot;
  status: PersonStatus;
  recorded: RecordedInvite | undefined;
}

/** `whole` is what the program states, with what was taken out of the program as empty. */
async function ensure(
  { organization, snapshot, status, recorded }: Known,
  desired: Desired,
  whole: Desired,
  { report, name }: Context,
  isNew = false,
): Promise<State> {
  const resource = { kind, name, isNew };
  if (status.stage === "member") {
    const isRecorded = recorded?.status === "active" && !isNew;
    const seen = isRecorded ? recorded : withEmptyLists(status.member);
    const view = { organization, snapshot, status, recorded, seen, desired: whole, report, reach, resource };
    const member = await ensureRoles(view, status.member);
    return activeState(member, { inviteDate: recorded?.inviteDate, ...desired }, { ...recorded, ...whole });
  }
  const view = { organization, snapshot, status, recorded, desired: whole, report, reach, resource };
  return ensureInvite(view, (record) => ({
    id: idOf(desired),
    state: { ...desired, ...record, twoFactorEnabled: undefined },
  }));
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
): State {
  const known = { ...state, ...key };
  if (status.stage === "member") return activeState(status.member, known, state);
  return { ...known, ...inviteRecord(status, state), twoFactorEnabled: undefined };
}

function adoption(
  heir: Member,
  email: string,
  former: string,
  desired: Partial<Desired>,
  nameOf: NameOf,
): string {
  const change = describeRoleChange(withEmptyLists(heir), desired, nameOf);
  return `${anotherUser(email, heir.userId, former)}; will be adopted${change && `; will change: ${change}`}.`;
}

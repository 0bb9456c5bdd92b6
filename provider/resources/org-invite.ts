import { z } from "zod";
import { inviteRecord } from "../decisions/invite-record";
import { declaredStatusOf, type PersonStatus } from "../decisions/person-status";
import { RecordedRoleLists } from "../vocabulary/arguments";
import { describeRoleChange, describeRoles, type NameOf } from "../vocabulary/describe-roles";
import { InviteArguments, type RecordedInvite } from "../vocabulary/desired-invite";
import { refuse } from "../vocabulary/errors";
import { listsIn, type Roles, rolesOf, rolesThatDiffer, withEmptyLists } from "../vocabulary/roles";
import { withTerms } from "../vocabulary/terms";
import { checkStep, ensureInvite, reasonsOf, recordPlan } from "./person-steps";
import { markRecorded, type PersonView, readInvited } from "./person-view";
import { type ResourceSnapshot, statedInputs } from "./resource-lifecycle";
import { singlePerson } from "./single-person";

export const OrgInviteArguments = z.strictObject(InviteArguments);
type Desired = z.output<typeof OrgInviteArguments>;

const OrgInviteState = z.object({
  ...OrgInviteArguments.shape,
  ...RecordedRoleLists,
  role: OrgInviteArguments.shape.role.optional(),
  status: z.enum(["pending", "expired", "withdrawn", "accepted", "ended"]),
  inviteId: z.string().optional(),
  inviteDate: z.string().optional(),
  expiresAt: z.string().optional(),
  userId: z.string().optional(),
});
type State = z.output<typeof OrgInviteState>;

/** An invite until it is accepted; from then on the person's roles are somebody else's to manage. */
export const orgInvite = singlePerson<typeof OrgInviteArguments, typeof OrgInviteState, Desired, State>({
  kind: "OrgInvite",
  arguments: OrgInviteArguments,
  state: OrgInviteState,

  async replacedBy(_recorded, _desired, changed) {
    return changed.filter((name) => name === "orgId" || name === "email");
  },

  async check(view, previous) {
    const { organization, snapshot, status, recorded, desired, resource } = view;
    const { email = "" } = desired;
    const isQuiet = previous ? desired.resend === previous.resend : recorded?.status === "accepted";
    const { members } = snapshot.organization;
    const ended = isQuiet ? undefined : organization.declared.endOfMember({ email }, members, resource.name);
    const problems = ended === undefined ? [] : [ended];
    if (status.stage === "member") {
      recordPlan(view, { does: "keep" });
      return [...problems, ...checkAccepted(view, previous)];
    }
    if (!isQuiet) organization.planned.planInvite(email, true);
    if (recorded?.status === "accepted" || (previous && !recorded)) return problems;
    return [...problems, ...(await checkStep(view))];
  },

  async updateReasons(view, recorded, desired) {
    const { organization, status } = view;
    const { state } = recorded;
    const isMember = status.stage === "member";
    // Whoever is to be invited again, or was a member before the invite, is wanted whatever another resource ends.
    const isResent = desired.resend !== undefined && desired.resend !== state.resend;
    if (!isMember || (state.inviteId !== undefined && !isResent)) markRecorded(view, recorded);
    // Only the stack knows who accepted, should their address have changed since.
    if (isMember && organization.run.isPastRefresh)
      refuse(...rolesElsewhere(state, view.desired, organization.nameOf));
    const isWanted = state.status !== "accepted" || isResent;
    if (!isMember && isWanted && !isEnded(view, state)) return reasonsOf(view);
    recordPlan(view, { does: "keep" });
    return [];
  },

  async create(view, desired) {
    const { status, recorded } = view;
    const isOver = recorded?.status === "accepted" && status.stage === "absent";
    return isOver ? { id: idOf(desired), state: acceptedState(recorded, desired) } : ensure(view);
  },

  async read(id, recorded, { run }) {
    const { organization, status, key } = await readInvited("OrgInvite", id, recorded, run);
    const { email } = key;
    const state = observed(status, recorded?.state, key);
    if (recorded) organization.noteApplied({ email }, rolesOf(recorded.state));
    organization.remember(email, { ...state, statedLists: listsIn(recorded?.stated) });
    if (state.status === "pending") organization.expectRemoval({ email });
    return { id: idOf(key), state, inputs: statedInputs(state, recorded) };
  },

  async update(view, state, desired) {
    const { status } = view;
    const isAccepted = state.status === "accepted" && (desired.resend ?? state.resend) === state.resend;
    if (status.stage === "member") refuse(...rolesElsewhere(state, view.desired, view.organization.nameOf));
    if (status.stage === "absent" && (isAccepted || isEnded(view, state)))
      return withTerms({ ...state, ...desired }, desired);
    return (await ensure({ ...view, status: declaredStatusOf(view.snapshot, state) })).state;
  },

  ended: (desired, recorded) => ({
    id: idOf(desired),
    state: { ...recorded, ...desired, status: "ended" },
  }),
});

function idOf({ orgId, email }: { orgId: string; email: string }): string {
  return `${orgId}/${email}`;
}

/** Whether an OrgMember ends the membership that came of the invite: nobody is to be invited again by it. */
function isEnded({ organization, snapshot }: PersonView, { email }: State): boolean {
  return organization.declared.endOfMember({ email }, snapshot.organization.members) !== undefined;
}

/** Who accepted and left is nobody's business of an invite, under whatever name. */
function acceptedState(
  recorded: RecordedInvite | undefined,
  desired: Desired,
  userId = recorded?.userId,
): State {
  const { inviteId, inviteDate, expiresAt, disallowTransfer } = recorded ?? {};
  return { inviteId, inviteDate, expiresAt, disallowTransfer, ...desired, status: "accepted", userId };
}

async function ensure(view: PersonView & { desired: Desired }): Promise<ResourceSnapshot<State>> {
  const { status, recorded, desired } = view;
  const id = idOf(desired);
  if (status.stage === "member") return { id, state: acceptedState(recorded, desired, status.member.userId) };
  const state = await ensureInvite(view, (record) => ({
    id,
    state: { ...desired, ...record, status: inviteStatus(record.status) },
  }));
  return { id, state };
}

function observed(
  status: PersonStatus,
  state: State | undefined,
  key: { orgId: string; email: string },
): State {
  if (status.stage === "member") {
    const roles = state ? rolesOf(state) : rolesOf(status.member);
    return { ...state, ...key, ...roles, status: "accepted", userId: status.member.userId };
  }
  if (state?.status === "accepted" && status.stage !== "pending") return state;
  const record = inviteRecord(status, state);
  return { ...state, ...key, ...record, status: inviteStatus(record.status) };
}

/** An invite knows nothing of members who left. */
function inviteStatus(status: "pending" | "expired" | "withdrawn" | "left"): State["status"] {
  return status === "left" ? "withdrawn" : status;
}

function checkAccepted(
  { organization, desired, report }: PersonView,
  previous: Partial<Desired> | undefined,
): string[] {
  const { orgId, nameOf } = organization;
  if (previous) return rolesElsewhere(previous, desired, nameOf);
  const told = `${desired.email} is already a member of organization ${orgId}: no invite will be sent.`;
  report.info(told, told);
  return [];
}

/** Why the roles of a member cannot change by the invite that they came of. */
function rolesElsewhere(recorded: Partial<Desired>, desired: Partial<Roles>, nameOf: NameOf): string[] {
  if (rolesThatDiffer(withEmptyLists(recorded), desired).length === 0) return [];
  return [
    `${recorded.email} has accepted the invite, so its roles cannot change any more ` +
      `(${describeRoleChange(recorded, desired, nameOf)}). A member's roles are managed by OrgMember or OrgMembership, or by ` +
      `hand: state the change there, and let this OrgInvite state what was accepted (${describeRoles(recorded, nameOf)}), or ` +
      `take it out of the program.`,
  ];
}

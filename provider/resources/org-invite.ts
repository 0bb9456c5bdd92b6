import { z } from "zod";
import { inviteRecord } from "../decisions/invite-record";
import { declaredStatusOf, type PersonStatus, statusOf } from "../decisions/person-status";
import type { Snapshot } from "../decisions/snapshot";
import { runRules } from "../live/remove-person";
import type { RunOrganization } from "../live/run-organization";
import { RecordedRoleLists } from "../vocabulary/arguments";
import { describeRoleChange, describeRoles, type NameOf } from "../vocabulary/describe-roles";
import { InviteArguments, type RecordedInvite } from "../vocabulary/desired-invite";
import { refuse } from "../vocabulary/errors";
import {
  emptyingWithdrawnLists,
  listsIn,
  rolesOf,
  rolesThatDiffer,
  withEmptyLists,
} from "../vocabulary/roles";
import { endingAccess } from "./ending-access";
import { examineCreate, examineInvite } from "./examine-invite";
import {
  ensureInvite,
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

const reach = "invite" as const;
const kind = "OrgInvite" as const;

const whileItLasts: ResourceLifecycle<typeof OrgInviteArguments, typeof OrgInviteState> = {
  kind,
  arguments: OrgInviteArguments,
  state: OrgInviteState,

  async check(desired, previous, context) {
    const { orgId, email } = desired;
    if (orgId === undefined || email === undefined) return [];
    const examined = await examineInvite(kind, { ...desired, orgId, email }, previous, context);
    const { recorded, status, organization, snapshot } = examined;
    const { members } = snapshot.organization;
    const isQuiet = previous ? desired.resend === previous.resend : recorded?.status === "accepted";
    const ended = isQuiet ? undefined : organization.declared.endOfMember({ email }, members, context.name);
    const problems = ended === undefined ? examined.problems : [...examined.problems, ended];
    const view: PersonView = { ...examined, reach, resource: { kind, name: context.name, isNew: !previous } };
    if (status.stage === "member") {
      recordPlan(view, { does: "keep" });
      return [...problems, ...checkAccepted(examined.desired, previous, context)];
    }
    if (!isQuiet) organization.planned.planInvite(email, true);
    if (recorded?.status === "accepted" || (previous && !recorded)) return problems;
    const step = stepOf(view);
    if (!previous) reportCreate(view, step);
    return [...problems, ...(await problemsOf(view, step))];
  },

  async replacedBy(_recorded, _desired, changed) {
    return changed.filter((name) => name === "orgId" || name === "email");
  },

  async updateReasons({ state, stated }, desired, context) {
    const { orgId, email } = state;
    const organization = context.run.organization(orgId);
    const snapshot = await organization.live.snapshot();
    const status = statusOf(snapshot, state);
    // Whoever is to be invited again, or was a member before the invite, is wanted whatever another resource ends.
    const isResent = desired.resend !== undefined && desired.resend !== state.resend;
    const isOver = status.stage === "member" && state.inviteId !== undefined && !isResent;
    if (status.stage !== "member" || isOver) organization.declared.markRecorded(kind, { email });
    const whole = { ...emptyingWithdrawnLists(desired, stated, context.isUnknown), email };
    // Only the stack knows who accepted, should their address have changed since.
    if (status.stage === "member" && context.run.isPastRefresh)
      refuse(...rolesElsewhere(state, whole, organization.nameOf));
    const isQuiet = state.status === "accepted" || isEnded(organization, state, snapshot);
    const { report } = context;
    const resource = { kind, name: context.name, isNew: false };
    const view = { organization, snapshot, status, recorded: state, desired: whole, report, reach, resource };
    if (status.stage !== "member" && !isQuiet) return reasonsOf(view);
    recordPlan(view, { does: "keep" });
    return [];
  },

  async create(desired, context) {
    const { organization, snapshot, status, recorded, whole } = await examineCreate(desired, context);
    const isOver = recorded?.status === "accepted" && status.stage === "absent";
    const state = isOver
      ? acceptedState(recorded, desired)
      : await ensure(snapshot, status, recorded, whole, context);
    if (state.status !== "accepted") organization.declared.markRecorded(kind, { email: desired.email });
    return { id: `${desired.orgId}/${desired.email}`, state };
  },

  async read(id, recorded, context) {
    const [orgId, email] = personIn(id, kind);
    const organization = context.run.organization(orgId);
    const snapshot = await organization.live.snapshot();
    const status = statusOf(snapshot, { email, userId: recorded?.state.userId });
    if (!recorded && status.stage === "absent") throw notFound(kind, email, orgId);
    const state = observed(status, recorded?.state, { orgId, email });
    if (recorded) organization.noteApplied({ email }, rolesOf(recorded.state));
    organization.remember(email, { ...state, statedLists: listsIn(recorded?.stated) });
    if (state.status === "pending") organization.expectRemoval({ email });
    return { id: `${orgId}/${email}`, state, inputs: statedInputs(state, recorded) };
  },

  imported: (state) => importedWith(state, ["orgId", "email", "role", "applicationRoles", "dashboardRoles"]),

  async update(_id, { state, stated }, desired, context) {
    const organization = context.run.organization(state.orgId);
    const snapshot = await organization.live.snapshot();
    const status = statusOf(snapshot, state);
    const isAccepted = state.status === "accepted" && (desired.resend ?? state.resend) === state.resend;
    const isOver = isAccepted || isEnded(organization, state, snapshot);
    const whole = emptyingWithdrawnLists(desired, stated);
    if (status.stage === "member") refuse(...rolesElsewhere(state, whole, organization.nameOf));
    if (isOver && status.stage === "absent") return { ...state, ...desired };
    return ensure(snapshot, declaredStatusOf(snapshot, state), state, whole, context);
  },

  async delete(_id, { state }, { run, report }) {
    const { orgId, email } = state;
    const organization = run.organization(orgId);
    const rules = await runRules(organization, "invite");
    await removeDeclared(organization, { person: { email }, email, terms: state }, rules, report);
  },
};

/** Whether an OrgMember ends the membership that came of the invite: nobody is to be invited again by it. */
function isEnded({ declared }: RunOrganization, { email }: State, { organization }: Snapshot): boolean {
  return declared.endOfMember({ email }, organization.members) !== undefined;
}

/** An invite until it is accepted; from then on the person's roles are somebody else's to manage. */
export const orgInvite = endingAccess(whileItLasts, {
  reach,
  ended: (desired, recorded) => ({
    id: `${desired.orgId}/${desired.email}`,
    state: { ...recorded, ...desired, status: "ended" as const },
  }),
});

/** Who accepted and left is nobody's business of an invite, under whatever name. */
function acceptedState(recorded: RecordedInvite | undefined, desired: Desired): State {
  return { ...stateOf(recorded), ...desired, status: "accepted", userId: recorded?.userId };
}

async function ensure(
  snapshot: Snapshot,
  status: PersonStatus,
  recorded: RecordedInvite | undefined,
  desired: Desired,
  { run, report, name }: Context,
): Promise<State> {
  const resource = { kind, name, isNew: recorded === undefined };
  if (status.stage === "member") {
    return { ...stateOf(recorded), ...desired, status: "accepted", userId: status.member.userId };
  }
  const organization = run.organization(desired.orgId);
  return ensureInvite(
    { organization, snapshot, status, recorded, desired, report, reach, resource },
    (record) => ({
      id: `${desired.orgId}/${desired.email}`,
      state: { ...desired, ...record, status: inviteStatus(record.status) },
    }),
  );
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

/** What is recorded of an invite, as far as a state keeps it. */
function stateOf(recorded: RecordedInvite | undefined) {
  const { inviteId, inviteDate, expiresAt, disallowTransfer } = recorded ?? {};
  return { inviteId, inviteDate, expiresAt, disallowTransfer };
}

function checkAccepted(
  desired: Partial<Desired>,
  previous: Partial<Desired> | undefined,
  { run, report }: Context,
): string[] {
  if (previous) return rolesElsewhere(previous, desired, (id) => run.nameOf(id));
  const told = `${desired.email} is already a member of organization ${desired.orgId}: no invite will be sent.`;
  report.info(told, told);
  return [];
}

/** Why the roles of a member cannot change by the invite that they came of. */
function rolesElsewhere(recorded: Partial<Desired>, desired: Partial<Desired>, nameOf: NameOf): string[] {
  if (rolesThatDiffer(withEmptyLists(recorded), desired).length === 0) return [];
  return [
    `${recorded.email} has accepted the invite, so its roles cannot change any more ` +
      `(${describeRoleChange(recorded, desired, nameOf)}). A member's roles are managed by OrgMember or OrgMembership, or by ` +
      `hand: state the change there, and let this OrgInvite state what was accepted (${describeRoles(recorded, nameOf)}), or ` +
      `take it out of the program.`,
  ];
}

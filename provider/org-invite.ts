import { z } from "zod";
import { Email, Id, oneOf, ResourceRoles, Role } from "./engine/arguments";
import { ProviderError } from "./engine/errors";
import type { Life } from "./engine/life";
import { type RecordedInvite, renewals } from "./invites/decision";
import { ensureInvite, inviteDue, recordOf, remarkTakeover } from "./invites/ensure-invite";
import { existing, existingWithInvites } from "./live/existing";
import { observe } from "./live/observe";
import type { Standing } from "./live/standing";
import { withdrawInvite } from "./people/changes";
import { planInvite } from "./people/plans";
import { describeRoleChange, rolesOf, rolesThatDiffer } from "./people/roles";
import type { Run } from "./run/run";

export const OrgInviteArguments = z.strictObject({
  orgId: Id,
  email: Email,
  role: Role,
  applicationRoles: ResourceRoles.optional(),
  dashboardRoles: ResourceRoles.optional(),
  disallowTransfer: z.boolean().optional(),
  renewal: oneOf(renewals).optional(),
  resend: z.string().optional(),
});
type Wish = z.output<typeof OrgInviteArguments>;

const OrgInviteState = z.object({
  ...OrgInviteArguments.shape,
  role: Role.optional(),
  status: z.enum(["pending", "expired", "withdrawn", "accepted"]),
  inviteId: z.string().optional(),
  inviteDate: z.string().optional(),
  expiresAt: z.string().optional(),
  userId: z.string().optional(),
});
type State = z.output<typeof OrgInviteState>;

/** An invite until it is accepted; from then on the person's roles are somebody else's to manage. */
export const orgInvite: Life<typeof OrgInviteArguments, typeof OrgInviteState> = {
  kind: "OrgInvite",
  arguments: OrgInviteArguments,
  state: OrgInviteState,

  async check(wish, previous, run) {
    if (wish.orgId === undefined || wish.email === undefined) return [];
    run.declared.add(wish.orgId, { email: wish.email });
    const standing = await observe(run, wish.orgId, { email: wish.email });
    if (standing.stage === "member") return checkAccepted(wish, previous, run);
    if (previous) return [];
    remarkTakeover(run, standing, { ...wish, email: wish.email });
    return planInvite(run, wish.orgId, wish.email, standing);
  },

  async replacedBy(_state, _wish, changed) {
    return changed.filter((name) => name === "orgId" || name === "email");
  },

  async due(state, wish, run) {
    if (state.status === "accepted" || !run.canAsk()) return [];
    const standing = await observe(run, state.orgId, state);
    return standing.stage === "member" ? [] : inviteDue(run, standing, state, { ...state, ...wish });
  },

  async create(wish, run) {
    const standing = await observe(run, wish.orgId, { email: wish.email });
    const state = await ensure(run, standing, run.lastMail(wish.orgId, wish.email), wish);
    return { id: `${wish.orgId}/${wish.email}`, state };
  },

  async read(id, state, run) {
    const [orgId = "", email = ""] = id.split("/");
    const standing = await existingWithInvites(run, orgId, () =>
      observe(run, orgId, { email, userId: state?.userId }),
    );
    if (!standing || (!state && standing.stage === "absent")) return undefined;
    const next = observed(standing, state, { orgId, email });
    run.rememberMail(orgId, email, next);
    return { id, state: next };
  },

  async update(_id, state, wish, run) {
    const standing = await observe(run, state.orgId, state);
    const isOver = state.status === "accepted" && (wish.resend ?? state.resend) === state.resend;
    if (standing.stage === "member" && rolesThatDiffer(state, wish).length > 0) {
      throw new ProviderError(rolesElsewhere(state, wish));
    }
    if (isOver && standing.stage === "absent") return { ...state, ...wish };
    return ensure(run, standing, state, wish);
  },

  async delete(_id, state, run) {
    await existing(run, state.orgId, () => withdrawInvite(run, state.orgId, state.email));
  },
};

async function ensure(
  run: Run,
  standing: Standing,
  recorded: RecordedInvite | undefined,
  wish: Wish,
): Promise<State> {
  if (standing.stage === "member") {
    return { ...recorded, ...wish, status: "accepted", userId: standing.member.userId };
  }
  return { ...wish, ...(await ensureInvite(run, wish.orgId, standing, recorded, wish)) };
}

function observed(
  standing: Standing,
  state: State | undefined,
  key: { orgId: string; email: string },
): State {
  if (standing.stage === "member") {
    const roles = state ? rolesOf(state) : rolesOf(standing.member);
    return { ...state, ...key, ...roles, status: "accepted", userId: standing.member.userId };
  }
  const isOver = state?.status === "accepted" && standing.stage === "absent";
  return isOver ? state : { ...state, ...key, ...recordOf(standing, state) };
}

function checkAccepted(wish: Partial<Wish>, previous: Partial<Wish> | undefined, run: Run): string[] {
  if (previous) return rolesThatDiffer(previous, wish).length > 0 ? [rolesElsewhere(previous, wish)] : [];
  run.remark(`${wish.email} is a member of organization ${wish.orgId} already: no invite is sent.`);
  return [];
}

function rolesElsewhere(recorded: Partial<Wish>, wish: Partial<Wish>): string {
  return (
    `${recorded.email} has accepted the invite, so its roles cannot change any more ` +
    `(${describeRoleChange(recorded, wish)}). A member's roles are managed by OrgMember or OrgMembership, or by ` +
    `hand: state the change there, and leave this OrgInvite as it was or take it out of the program.`
  );
}

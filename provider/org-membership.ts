import { z } from "zod";
import type { Member } from "../client";
import { oneOf } from "./engine/arguments";
import type { Life } from "./engine/life";
import type { RecordedInvite } from "./invites/decision";
import {
  ensureInvite,
  type InviteRecord,
  inviteDue,
  recordOf,
  remarkTakeover,
} from "./invites/ensure-invite";
import { existing, existingWithInvites } from "./live/existing";
import { observe } from "./live/observe";
import { findMember } from "./live/people-index";
import type { Standing } from "./live/standing";
import { OrgInviteArguments } from "./org-invite";
import { adoption } from "./people/adoption";
import { changeRoles, removePerson } from "./people/changes";
import { planInvite, planRoles } from "./people/plans";
import { rolesOf, rolesThatDiffer, rolesToSend } from "./people/roles";
import type { Run } from "./run/run";

export const OrgMembershipArguments = z.strictObject({
  ...OrgInviteArguments.shape,
  deletionPolicy: oneOf(["remove", "retain"]).optional(),
});
type Wish = z.output<typeof OrgMembershipArguments>;

const OrgMembershipState = z.object({
  ...OrgMembershipArguments.shape,
  role: OrgMembershipArguments.shape.role.optional(),
  status: z.enum(["pending", "expired", "withdrawn", "active", "left"]),
  inviteId: z.string().optional(),
  inviteDate: z.string().optional(),
  expiresAt: z.string().optional(),
  userId: z.string().optional(),
  twoFactorEnabled: z.boolean().optional(),
});
type State = z.output<typeof OrgMembershipState>;

/** One person, whatever the stage: invited, kept at the stated roles, removed at the end. */
export const orgMembership: Life<typeof OrgMembershipArguments, typeof OrgMembershipState> = {
  kind: "OrgMembership",
  arguments: OrgMembershipArguments,
  state: OrgMembershipState,

  async check(wish, previous, run) {
    const { orgId, email } = wish;
    if (orgId === undefined || email === undefined) return [];
    run.declared.add(orgId, { email });
    const standing = await observe(run, orgId, { email });
    if (!previous) remarkOnCreate(run, standing, { ...wish, orgId, email });
    if (standing.stage === "member") return planRoles(run, orgId, standing.member, wish);
    return previous ? [] : planInvite(run, orgId, email, standing);
  },

  async replacedBy(state, wish, changed, run) {
    const replaces = changed.filter((name) => name === "orgId" || name === "email");
    if (replaces.includes("orgId") || state.userId === undefined || !run.canAsk()) return replaces;
    const member = findMember(await run.live(state.orgId).members(), { email: wish.email });
    return member?.userId === state.userId ? [] : replaces;
  },

  async due(state, wish, run) {
    if (!run.canAsk()) return [];
    const standing = await observe(run, state.orgId, state);
    if (standing.stage !== "member") return inviteDue(run, standing, state, { ...state, ...wish });
    remarkOnAddress(run, standing.member, state);
    return [];
  },

  async create(wish, run) {
    const standing = await observe(run, wish.orgId, { email: wish.email });
    const recorded = run.lastMail(wish.orgId, wish.email);
    return { id: idOf(wish), state: await ensure(run, standing, recorded, wish) };
  },

  async read(id, state, run) {
    const [orgId = "", email = ""] = id.split("/");
    const standing = await existingWithInvites(run, orgId, () => observe(run, orgId, state ?? { email }));
    if (!standing || (!state && standing.stage === "absent")) return undefined;
    const next = observed(standing, state, { orgId, email: state?.email ?? email });
    run.rememberMail(orgId, next.email, next);
    return { id: idOf(next), state: next };
  },

  async update(_id, state, wish, run) {
    return ensure(run, await observe(run, state.orgId, state), state, wish);
  },

  async delete(_id, state, run) {
    if (state.deletionPolicy === "retain") {
      run.tell(
        `${state.email} is left as they are in organization ${state.orgId}: deletionPolicy is retain.`,
      );
      return;
    }
    await existing(run, state.orgId, () => removePerson(run, state.orgId, state));
  },
};

function idOf({ orgId, email }: { orgId: string; email: string }): string {
  return `${orgId}/${email}`;
}

async function ensure(
  run: Run,
  standing: Standing,
  recorded: RecordedInvite | undefined,
  wish: Wish,
): Promise<State> {
  if (standing.stage === "member") {
    const member = await ensureRoles(run, standing.member, recorded, wish);
    return activeState(member, { inviteDate: recorded?.inviteDate, ...wish });
  }
  return inviteState(await ensureInvite(run, wish.orgId, standing, recorded, wish), recorded, wish);
}

function remarkOnCreate(
  run: Run,
  standing: Standing,
  wish: Partial<Wish> & { orgId: string; email: string },
): void {
  if (standing.stage === "member") run.remark(adoption(standing.member, wish.orgId, wish));
  else remarkTakeover(run, standing, wish);
}

/** A member's roles change where the program's do; for one who has just accepted, where they differ. */
async function ensureRoles(
  run: Run,
  member: Member,
  recorded: RecordedInvite | undefined,
  wish: Wish,
): Promise<Member> {
  const have = recorded?.status === "active" ? recorded : member;
  const isChanged = rolesThatDiffer(have, wish).length > 0 && rolesThatDiffer(member, wish).length > 0;
  return isChanged ? changeRoles(run, wish.orgId, member, rolesToSend(have, wish)) : member;
}

function activeState(member: Member, known: Omit<State, "status">): State {
  return {
    ...known,
    ...rolesOf(member),
    status: "active",
    userId: member.userId,
    twoFactorEnabled: member.twoFactorAuthEnabled,
    inviteId: undefined,
    expiresAt: undefined,
  };
}

function inviteState(
  record: InviteRecord,
  recorded: RecordedInvite | undefined,
  wish: Omit<State, "status">,
): State {
  const wasMember = recorded?.status === "active" || recorded?.status === "left";
  const status = wasMember && record.status === "withdrawn" ? "left" : record.status;
  const disallowTransfer = wish.disallowTransfer ?? record.disallowTransfer;
  return { ...wish, ...record, disallowTransfer, status, twoFactorEnabled: undefined };
}

function observed(
  standing: Standing,
  state: State | undefined,
  key: { orgId: string; email: string },
): State {
  const known = { ...state, ...key };
  if (standing.stage === "member") return activeState(standing.member, known);
  return inviteState(recordOf(standing, state), state, known);
}

function remarkOnAddress(run: Run, member: Member, state: State): void {
  if (member.email === state.email) return;
  run.remark(
    `warning: ${state.email} is now ${member.email} at Losant; they are followed by their user id. ` +
      `State the new address in the program.`,
  );
}

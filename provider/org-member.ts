import { z } from "zod";
import type { Member } from "../client";
import { Email, Id, oneOf, ResourceRoles, Role } from "./engine/arguments";
import { ProviderError } from "./engine/errors";
import type { Life } from "./engine/life";
import { existing } from "./live/existing";
import type { PersonKey } from "./live/people-index";
import { findMember } from "./live/people-index";
import { adoption } from "./people/adoption";
import { changeRoles, removeMember } from "./people/changes";
import { planRoles } from "./people/plans";
import { rolesOf, rolesThatDiffer, rolesToSend } from "./people/roles";
import type { Run } from "./run/run";

export const OrgMemberArguments = z.strictObject({
  orgId: Id,
  userId: Id.optional(),
  email: Email.optional(),
  role: Role.optional(),
  applicationRoles: ResourceRoles.optional(),
  dashboardRoles: ResourceRoles.optional(),
  deletionPolicy: oneOf(["remove", "retain"]).optional(),
});
type Wish = z.output<typeof OrgMemberArguments>;

const OrgMemberState = z.object({
  ...OrgMemberArguments.shape,
  userId: z.string(),
  email: z.string(),
  firstName: z.string().optional(),
  lastName: z.string().optional(),
  twoFactorEnabled: z.boolean().optional(),
  ssoLinked: z.boolean().optional(),
});
type State = z.output<typeof OrgMemberState>;

/** A person who is a member already: adopted, kept at the stated roles, removed at the end. */
export const orgMember: Life<typeof OrgMemberArguments, typeof OrgMemberState> = {
  kind: "OrgMember",
  arguments: OrgMemberArguments,
  state: OrgMemberState,

  consistent(wish, isUnknown) {
    const names = (["userId", "email"] as const).filter(
      (name) => wish[name] !== undefined || isUnknown(name),
    );
    return names.length === 0 ? ["userId or email: one of the two must say who the member is"] : [];
  },

  async check(wish, previous, run) {
    if (wish.orgId === undefined || !(wish.userId ?? wish.email)) return [];
    run.declared.add(wish.orgId, wish);
    const member = await find(run, wish.orgId, wish);
    if (!member) return isSamePerson(wish, previous) ? [] : [notAMember(wish.orgId, wish)];
    if (!previous) run.remark(adoption(member, wish.orgId, wish));
    return planRoles(run, wish.orgId, member, wish);
  },

  async replacedBy(state, wish, changed, run) {
    const replaces = changed.filter((name) => name === "orgId" || name === "userId");
    if (replaces.length > 0 || !changed.includes("email")) return replaces;
    const member = run.canAsk() ? await find(run, state.orgId, { email: wish.email }) : undefined;
    return member?.userId === state.userId ? [] : ["email"];
  },

  async create(wish, run) {
    const member = await find(run, wish.orgId, wish);
    if (!member) throw new ProviderError(notAMember(wish.orgId, wish));
    return { id: `${wish.orgId}/${member.userId}`, state: await ensure(run, member, member, wish) };
  },

  async read(id, state, run) {
    const [orgId = "", userId = ""] = id.split("/");
    const member = await existing(run, orgId, () => find(run, orgId, { userId }));
    return member && { id, state: stateOf(member, state ?? { orgId }) };
  },

  async update(_id, state, wish, run) {
    const member = await find(run, state.orgId, { userId: state.userId });
    if (!member) throw new ProviderError(notAMember(state.orgId, state));
    return ensure(run, member, state, wish);
  },

  async delete(_id, state, run) {
    if (state.deletionPolicy === "retain") {
      run.tell(`${state.email} stays a member of organization ${state.orgId}: deletionPolicy is retain.`);
      return;
    }
    await existing(run, state.orgId, () => removeMember(run, state.orgId, state));
  },
};

/** Changes what the program wants different from what was recorded, unless it is so already. */
async function ensure(run: Run, member: Member, recorded: Partial<State>, wish: Wish): Promise<State> {
  const isChanged = rolesThatDiffer(recorded, wish).length > 0 && rolesThatDiffer(member, wish).length > 0;
  const current = isChanged
    ? await changeRoles(run, wish.orgId, member, rolesToSend(recorded, wish))
    : member;
  return stateOf(current, wish);
}

function stateOf(member: Member, wish: Pick<Wish, "orgId" | "email" | "deletionPolicy">): State {
  return {
    orgId: wish.orgId,
    userId: member.userId,
    email: wish.email ?? member.email,
    ...rolesOf(member),
    deletionPolicy: wish.deletionPolicy,
    firstName: member.firstName,
    lastName: member.lastName,
    twoFactorEnabled: member.twoFactorAuthEnabled,
    ssoLinked: member.ssoLinked,
  };
}

async function find(run: Run, orgId: string, person: PersonKey): Promise<Member | undefined> {
  const { userId, email } = person;
  return findMember(await run.live(orgId).members(), userId ? { userId } : { email });
}

/** A recorded member whose address has changed is not to be refused: `read` knows them by their user id. */
function isSamePerson(wish: PersonKey, previous: PersonKey | undefined): boolean {
  return previous !== undefined && wish.userId === previous.userId && wish.email === previous.email;
}

function notAMember(orgId: string, person: PersonKey): string {
  const name = person.email ?? `user ${person.userId}`;
  return (
    `${name} is not a member of organization ${orgId}. OrgMember manages people who are members already: ` +
    `use OrgMembership for one person at whatever stage, or OrgInvite to invite them.`
  );
}

import { bulkhead } from "cockatiel";
import {
  type Invite,
  type InvitePost,
  isLosantError,
  type LosantClient,
  type Member,
  type MemberPatch,
  type Organization,
  type OrganizationPatch,
} from "../../client";
import { canonicalInvite, canonicalMember, canonicalOrganization } from "./canonical";
import { newestInvite } from "./people-index";
import { SharedAnswer } from "./shared-answer";

type Answer = "organization" | "invites";

/**
 * One organization as it is at Losant, shared by all resources of a run: two requests, however many people.
 * Every write folds its answer in. Guards ask anew, one at a time, by `exclusively`.
 */
export class LiveOrganization {
  private readonly answers: { organization: SharedAnswer<Organization>; invites: SharedAnswer<Invite[]> };
  private readonly queue = bulkhead(1, Number.POSITIVE_INFINITY);
  private readonly changesUnderWay = new Set<Promise<unknown>>();

  constructor(
    private readonly client: LosantClient,
    readonly orgId: string,
  ) {
    this.answers = {
      organization: new SharedAnswer(async () => canonicalOrganization(await client.org.get({ orgId }))),
      invites: new SharedAnswer(async () =>
        (await client.org.pendingInvites({ orgId })).map(canonicalInvite),
      ),
    };
  }

  organization(): Promise<Organization> {
    return this.answers.organization.get();
  }

  invites(): Promise<Invite[]> {
    return this.answers.invites.get();
  }

  /** Starts asking for both, for whoever will need both: one after the other would take twice as long. */
  askForBoth(): this {
    void this.organization();
    void this.invites();
    return this;
  }

  async members(): Promise<Member[]> {
    return (await this.organization()).members;
  }

  /** Asks Losant anew; what comes serves everybody from then on. */
  async anew(...which: Answer[]): Promise<void> {
    await Promise.all(which.map((answer) => this.answers[answer].anew()));
  }

  /**
   * Runs one piece of work at a time, after the changes under way and over a fresh answer: so two resources
   * cannot both pass a guard that only one may pass.
   */
  exclusively<Result>(over: Answer[], work: () => Promise<Result>): Promise<Result> {
    return this.queue.execute(async () => {
      await Promise.allSettled(this.changesUnderWay);
      await this.anew(...over);
      return work();
    });
  }

  async patch(organization: OrganizationPatch): Promise<Organization> {
    const answer = await this.client.org.patch({ orgId: this.orgId, organization });
    this.answers.organization.fold((known) => ({ ...answer, members: known.members }));
    return answer;
  }

  async modifyMember(member: MemberPatch): Promise<Member> {
    const answer = await this.underWay(this.client.org.modifyMember({ orgId: this.orgId, member }));
    const answered = answer.members.find((one) => one.userId.toLowerCase() === member.userId);
    if (!answered) throw new Error(`Losant's answer no longer lists user ${member.userId} as a member`);
    const modified = canonicalMember(answered);
    this.foldMembers((members) =>
      members.map((known) => (known.userId === modified.userId ? modified : known)),
    );
    return modified;
  }

  /** Removes a member; one who is gone already is no failure. */
  async removeMember(userId: string): Promise<void> {
    await wasThere(this.client.org.removeMember({ orgId: this.orgId, userId }));
    this.foldMembers((members) => members.filter((known) => known.userId !== userId));
  }

  /** Sends an invite, and gives it as Losant lists it. */
  async invite(invite: InvitePost): Promise<Invite> {
    const answer = await this.underWay(this.client.org.inviteMember({ orgId: this.orgId, invite }));
    const sent = newestInvite(answer.map(canonicalInvite), invite.email);
    if (!sent) throw new Error(`Losant's answer does not list the invite of ${invite.email}`);
    this.answers.invites.fold((known) => [...known.filter((one) => one.id !== sent.id), sent]);
    return sent;
  }

  /** Revokes an invite; tells whether it was still there. */
  async revokeInvite(inviteId: string): Promise<boolean> {
    const isRevoked = await wasThere(this.client.org.revokeInvite({ orgId: this.orgId, inviteId }));
    this.answers.invites.fold((known) => known.filter((one) => one.id !== inviteId));
    return isRevoked;
  }

  private foldMembers(change: (members: Member[]) => Member[]): void {
    this.answers.organization.fold((known) => ({ ...known, members: change(known.members) }));
  }

  private async underWay<Result>(change: Promise<Result>): Promise<Result> {
    this.changesUnderWay.add(change);
    try {
      return await change;
    } finally {
      this.changesUnderWay.delete(change);
    }
  }
}

async function wasThere(call: Promise<unknown>): Promise<boolean> {
  try {
    await call;
    return true;
  } catch (error) {
    if (isLosantError(error) && error.status === 404) return false;
    throw error;
  }
}

import { bulkhead } from "cockatiel";
import {
  type Invite,
  type InvitePost,
  isNotFound,
  type LosantClient,
  type Member,
  type MemberPatch,
  type Organization,
  type OrganizationPatch,
} from "../../client";
import { findMember, newestInvite } from "../decisions/people-index";
import type { Snapshot } from "../decisions/snapshot";
import { ProviderError } from "../vocabulary/errors";
import { CachedRequest } from "./cached-request";
import { canonicalInvite, canonicalMember, canonicalOrganization } from "./canonical";

/** How old a snapshot may be for comparing, in milliseconds. */
const forComparing = 60_000;
/** How old a snapshot may be for removing somebody who is no admin. */
const forRemoving = 10_000;

/** What those may do who only compare. */
export type OrganizationReads = Pick<
  LiveOrganization,
  "organization" | "members" | "snapshot" | "recentSnapshot" | "firstSnapshot"
>;

/** What an organization's run has to do with its requests. */
interface LiveHooks {
  /** Turns the error of a request into what users are told. */
  explain: (error: unknown) => Promise<unknown>;
  /** Takes the first snapshot, which comes before anything that this run changes; nobody gets one before that is done. */
  onFirst: (snapshot: Snapshot) => Promise<void>;
  /** Waits for the turn of this process among those of the run. */
  inTurn: <Result>(work: () => Promise<Result>) => Promise<Result>;
  /** Milliseconds since any fixed moment, for the age of answers. */
  monotonic?: (() => number) | undefined;
}

/**
 * One organization as it is at Losant, shared by all resources of a run: two requests, however many people. Every
 * write folds its answer in. Guard rails that need the newest state go through `serialized`.
 */
export class LiveOrganization {
  private readonly requests: {
    organization: CachedRequest<Organization>;
    invites: CachedRequest<readonly Invite[]>;
  };
  private readonly queue = bulkhead(1, Number.POSITIVE_INFINITY);
  private readonly changesUnderWay = new Set<Promise<unknown>>();
  private first: Promise<void> | undefined;

  constructor(
    private readonly client: LosantClient,
    readonly orgId: string,
    private readonly hooks: LiveHooks,
  ) {
    this.requests = {
      organization: new CachedRequest(
        async () => withSomebody(canonicalOrganization(await this.explained(client.org.get({ orgId })))),
        hooks.monotonic,
      ),
      invites: new CachedRequest<readonly Invite[]>(
        async () => (await this.explained(client.org.pendingInvites({ orgId }))).map(canonicalInvite),
        hooks.monotonic,
      ),
    };
  }

  organization(longestUse = forComparing): Promise<Organization> {
    return this.requests.organization.get(longestUse);
  }

  async members(): Promise<readonly Member[]> {
    return (await this.organization()).members;
  }

  /** The organization with its invites; both are requested at once. */
  snapshot(longestUse = forComparing): Promise<Snapshot> {
    const { organization, invites } = this.requests;
    return this.together(organization.get(longestUse), invites.get(longestUse));
  }

  /** As `snapshot`, as new as removing somebody needs it who is no admin. */
  recentSnapshot(): Promise<Snapshot> {
    return this.snapshot(forRemoving);
  }

  /** The snapshot of the run's first look, without what the run has changed since. */
  firstSnapshot(): Promise<Snapshot> {
    return this.together(this.requests.organization.atFirst(), this.requests.invites.atFirst());
  }

  /** Requests the organization again; what comes serves everybody from then on. */
  refreshOrganization(): Promise<Organization> {
    return this.requests.organization.refresh();
  }

  /**
   * Runs one piece of work at a time, in all processes of the run, after the changes under way and over a fresh snapshot:
   * so two resources cannot both pass a guard that only one may pass.
   */
  serialized<Result>(work: (snapshot: Snapshot) => Promise<Result>): Promise<Result> {
    const { organization, invites } = this.requests;
    return this.alone(async () => work(await this.together(organization.refresh(), invites.refresh())));
  }

  /** As `serialized`, where only the members matter. */
  serializedOverMembers<Result>(work: (organization: Organization) => Promise<Result>): Promise<Result> {
    return this.alone(async () => work(await this.refreshOrganization()));
  }

  private alone<Result>(work: () => Promise<Result>): Promise<Result> {
    return this.queue.execute(async () => {
      await Promise.allSettled(this.changesUnderWay);
      return this.hooks.inTurn(work);
    });
  }

  async patch(organization: OrganizationPatch): Promise<Organization> {
    const answer = await this.explained(this.client.org.patch({ orgId: this.orgId, organization }));
    this.requests.organization.fold((known) => ({ ...answer, id: known.id, members: known.members }));
    return answer;
  }

  async modifyMember(member: MemberPatch): Promise<Member> {
    const answer = await this.underWay(this.client.org.modifyMember({ orgId: this.orgId, member }));
    const modified = findMember(answer.members.map(canonicalMember), { userId: member.userId });
    if (!modified)
      throw new ProviderError(
        `user ${member.userId} is no longer a member: Losant's answer does not list them; run again`,
      );
    this.foldMembers((members) =>
      members.map((known) => (known.userId === modified.userId ? modified : known)),
    );
    return modified;
  }

  /** Removes a member. Where Losant says that there is none, a fresh look decides. */
  async removeMember({ userId, email }: Pick<Member, "userId" | "email">): Promise<void> {
    if (await isDone(this.explained(this.client.org.removeMember({ orgId: this.orgId, userId })))) {
      this.foldMembers((members) => members.filter((known) => known.userId !== userId));
      return;
    }
    const { members } = await this.refreshOrganization();
    if (!findMember(members, { userId })) return;
    throw new ProviderError(
      `removing ${email} failed: Losant answered that they are no member, but still lists them: run again`,
    );
  }

  /** Sends an invite, unless its end has come, and gives it as Losant lists it. */
  async invite(invite: InvitePost, notAfter: Date | undefined): Promise<Invite> {
    const { orgId } = this;
    const answer = await this.underWay(this.client.org.inviteMember({ orgId, invite, notAfter }));
    const listed = newestInvite(answer.map(canonicalInvite), invite.email);
    if (!listed)
      throw new ProviderError(`the answer to the invite of ${invite.email} does not list it: run again`);
    const sent = { ...listed, inviteDate: listed.inviteDate ?? this.client.now().toISOString() };
    this.requests.invites.fold((known) => [...known.filter((one) => one.id !== sent.id), sent]);
    return sent;
  }

  /**
   * Revokes an invite; tells whether it was still there, which a fresh look decides where Losant says that it was
   * not.
   */
  async revokeInvite({ id, email }: Pick<Invite, "id" | "email">): Promise<boolean> {
    if (await isDone(this.explained(this.client.org.revokeInvite({ orgId: this.orgId, inviteId: id })))) {
      this.requests.invites.fold((known) => known.filter((one) => one.id !== id));
      return true;
    }
    const invites = await this.requests.invites.refresh();
    if (!invites.some((one) => one.id === id)) return false;
    throw new ProviderError(
      `revoking the invite of ${email} failed: Losant answered that it is not there, but still lists it: run again`,
    );
  }

  private async together(
    organization: Promise<Organization>,
    invites: Promise<readonly Invite[]>,
  ): Promise<Snapshot> {
    const [one, other] = await Promise.all([organization, invites]);
    const snapshot = { organization: one, invites: other, now: this.client.now() };
    this.first ??= this.hooks.onFirst(snapshot);
    await this.first;
    return snapshot;
  }

  private foldMembers(change: (members: Member[]) => Member[]): void {
    this.requests.organization.fold((known) => ({ ...known, members: change(known.members) }));
  }

  private explained<Answer>(answer: Promise<Answer>): Promise<Answer> {
    return answer.catch(async (error: unknown) => Promise.reject(await this.hooks.explain(error)));
  }

  private async underWay<Result>(change: Promise<Result>): Promise<Result> {
    this.changesUnderWay.add(change);
    try {
      return await this.explained(change);
    } finally {
      this.changesUnderWay.delete(change);
    }
  }
}

/** Whether a delete was done just now. An empty answer is that of a repeated one, which found nothing left. */
async function isDone(call: Promise<unknown>): Promise<boolean> {
  try {
    return (await call) !== undefined;
  } catch (error) {
    if (isNotFound(error)) return false;
    throw error;
  }
}

/** Losant keeps an admin in every organization (its documentation), so an empty list is no answer to act on. */
function withSomebody(organization: Organization): Organization {
  if (organization.members.length > 0) return organization;
  throw new ProviderError(
    `Losant answered that organization ${organization.id} has no members, which cannot be: nothing is done on that ground.`,
  );
}

import { z } from "zod";
import type { ActionName } from "./actions";
import {
  BreakdownRange,
  checked,
  orgPath,
  PayloadRange,
  Range,
  Summary,
  type SummaryOptions,
} from "./arguments";
import type { Call, Requests } from "./request";
import { Invite, InvitePost } from "./schemas/invite";
import {
  MemberPatch,
  Organization,
  OrganizationPatch,
  ResourceTransfer,
  Success,
} from "./schemas/organization";
import { Id } from "./schemas/roles";
import { DeviceCounts, NotebookMinuteCounts, PayloadCounts, PayloadCountsBreakdown } from "./schemas/usage";
import { isSameAddress, isSentInvite } from "./sent-invite";
import type { Time } from "./times";

/** Which organization a call is about. */
export interface OrgParameters {
  /** 24 hex digits. */
  orgId: string;
}

/** Which days; both ends are optional and inclusive, days are UTC. */
export interface RangeParameters extends OrgParameters {
  start?: Time | undefined;
  end?: Time | undefined;
}

const Invites = z.array(Invite);

/** The vendor's 13 actions on one organization, under their own names. */
export class Org {
  readonly #requests: Requests;

  constructor(requests: Requests) {
    this.#requests = requests;
  }

  /** `GET /orgs/{orgId}`: settings, members, limits and summary. */
  async get(parameters: OrgParameters & SummaryOptions): Promise<Organization> {
    const query = checked("org.get", Summary, parameters);
    return this.#ask("org.get", parameters, { answer: Organization, query });
  }

  /** `DELETE /orgs/{orgId}`: for good, with all that is in it. */
  async delete(parameters: OrgParameters): Promise<Success> {
    const call = {
      action: "org.delete",
      answer: Success,
      path: orgPath("org.delete", parameters.orgId),
    } as const;
    return (await this.#requests.send(call)) ?? { success: true };
  }

  /** `PATCH /orgs/{orgId}`: changes the settings that are given. */
  async patch(
    parameters: OrgParameters & SummaryOptions & { organization: OrganizationPatch },
  ): Promise<Organization> {
    const body = checked("org.patch", OrganizationPatch, parameters.organization);
    const query = checked("org.patch", Summary, parameters);
    const call = { answer: Organization, query, body, secret: body.cardToken };
    return this.#ask("org.patch", parameters, call);
  }

  /** `GET /orgs/{orgId}/invites`: all that are not accepted, expired ones too. */
  async pendingInvites(parameters: OrgParameters): Promise<Invite[]> {
    return this.#ask("org.pendingInvites", parameters, { answer: Invites });
  }

  /**
   * `POST /orgs/{orgId}/invites`: sends an invite; gives ALL invites. After a lost answer it looks whether the
   * invite is there, and sends only if it is not.
   */
  async inviteMember(parameters: OrgParameters & { invite: InvitePost }): Promise<Invite[]> {
    const body = checked("org.inviteMember", InvitePost, parameters.invite);
    const call = { answer: Invites, body, naming: { email: body.email } };
    const begun = performance.now();
    return this.#ask("org.inviteMember", parameters, call, () =>
      this.#findSent(parameters, body, performance.now() - begun),
    );
  }

  /** `DELETE /orgs/{orgId}/invites`: gives those left; undefined where a repeated call found it gone. */
  async revokeInvite(parameters: OrgParameters & { inviteId: string }): Promise<Invite[] | undefined> {
    const query = checked("org.revokeInvite", z.object({ inviteId: Id }), { inviteId: parameters.inviteId });
    const path = orgPath("org.revokeInvite", parameters.orgId);
    return this.#requests.send({ action: "org.revokeInvite", answer: Invites, path, query, naming: query });
  }

  /** `PATCH /orgs/{orgId}/member`: changes the roles that are given. */
  async modifyMember(
    parameters: OrgParameters & SummaryOptions & { member: MemberPatch },
  ): Promise<Organization> {
    const body = checked("org.modifyMember", MemberPatch, parameters.member);
    const query = checked("org.modifyMember", Summary, parameters);
    return this.#ask("org.modifyMember", parameters, { answer: Organization, query, body, naming: body });
  }

  /** `DELETE /orgs/{orgId}/member`: undefined where a repeated call found the member gone. */
  async removeMember(
    parameters: OrgParameters & SummaryOptions & { userId: string },
  ): Promise<Organization | undefined> {
    const action = "org.removeMember";
    const query = checked(action, Summary.extend({ userId: Id }), parameters);
    const path = orgPath(action, parameters.orgId);
    return this.#requests.send({ action, answer: Organization, path, query, naming: query });
  }

  /** `PATCH /orgs/{orgId}/transferResources`: not repeated once an answer was lost. */
  async transferResources(parameters: OrgParameters & { transfer: ResourceTransfer }): Promise<Success> {
    const body = checked("org.transferResources", ResourceTransfer, parameters.transfer);
    return this.#ask("org.transferResources", parameters, { answer: Success, body, naming: body });
  }

  /** `GET /orgs/{orgId}/deviceCounts`: devices by day. */
  async deviceCounts(parameters: RangeParameters): Promise<DeviceCounts> {
    const query = checked("org.deviceCounts", Range, parameters);
    return this.#ask("org.deviceCounts", parameters, { answer: DeviceCounts, query });
  }

  /** `GET /orgs/{orgId}/notebookMinuteCounts`: notebook runs by day. */
  async notebookMinuteCounts(parameters: RangeParameters): Promise<NotebookMinuteCounts> {
    const query = checked("org.notebookMinuteCounts", Range, parameters);
    return this.#ask("org.notebookMinuteCounts", parameters, { answer: NotebookMinuteCounts, query });
  }

  /** `GET /orgs/{orgId}/payloadCounts`: payloads by type and source; `asBytes` (default false) gives bytes. */
  async payloadCounts(
    parameters: RangeParameters & { asBytes?: boolean | undefined },
  ): Promise<PayloadCounts> {
    const query = checked("org.payloadCounts", PayloadRange, parameters);
    return this.#ask("org.payloadCounts", parameters, { answer: PayloadCounts, query });
  }

  /** `GET /orgs/{orgId}/payloadCountsBreakdown`: payloads by day (the default) or hour; billable ones only by default. */
  async payloadCountsBreakdown(
    parameters: RangeParameters & {
      asBytes?: boolean | undefined;
      includeNonBillable?: boolean | undefined;
      resolution?: 86400000 | 3600000 | undefined;
    },
  ): Promise<PayloadCountsBreakdown> {
    const query = checked("org.payloadCountsBreakdown", BreakdownRange, parameters);
    return this.#ask("org.payloadCountsBreakdown", parameters, { answer: PayloadCountsBreakdown, query });
  }

  #ask<Answer>(
    action: ActionName,
    { orgId }: OrgParameters,
    call: Omit<Call<Answer>, "action" | "path">,
    lookFirst?: () => Promise<Answer | undefined>,
  ): Promise<Answer> {
    return this.#requests.ask({ action, path: orgPath(action, orgId), ...call }, lookFirst);
  }

  /** All invites, if the sent one is among them, or has been accepted already. */
  async #findSent(
    { orgId }: OrgParameters,
    sent: InvitePost,
    elapsed: number,
  ): Promise<Invite[] | undefined> {
    const invites = await this.pendingInvites({ orgId });
    const sending = { now: this.#requests.now(), elapsed };
    if (invites.some((invite) => isSentInvite(invite, sent, sending))) return invites;
    const { members } = await this.get({ orgId });
    return members.some(({ email }) => isSameAddress(email, sent.email)) ? invites : undefined;
  }
}

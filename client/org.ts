import { z } from "zod";
import type { ActionName } from "./actions";
import { BreakdownRange, checked, orgPath, PayloadRange, Range, Summary } from "./arguments";
import type { Call } from "./call";
import type { Requests } from "./request";
import { InvitePost, Invites } from "./schemas/invite";
import {
  MemberPatch,
  OrganizationOf,
  OrganizationPatch,
  ResourceTransfer,
  Success,
} from "./schemas/organization";
import { Id } from "./schemas/roles";
import { DeviceCounts, NotebookMinuteCounts, PayloadCounts, PayloadCountsBreakdown } from "./schemas/usage";
import { isSameAddress, isSentInvite } from "./sent-invite";
import type * as types from "./types";
import type { OrgParameters, RangeParameters, SummaryOptions } from "./types";

/**
 * The vendor's 13 actions on one organization, under their own names (docs.losant.com/rest-api/org). Each needs
 * one of the scopes that `actions` lists for it. Figures and names that the vendor adds later are kept in answers.
 *
 * @throws LosantError from every method, before anything is sent if an argument is wrong.
 * @example
 * ```ts
 * import { isLosantError, LosantClient } from "pulumi-losant/client";
 *
 * async function inviteOnce(client: LosantClient, orgId: string, email: string): Promise<void> {
 *   try {
 *     await client.org.inviteMember({ orgId, invite: { email, role: "view" } });
 *   } catch (error) {
 *     if (!isLosantError(error) || error.status !== 400) throw error;
 *     console.log(error.message);
 *   }
 * }
 * ```
 */
export class Org {
  readonly #requests: Requests;

  constructor(requests: Requests) {
    this.#requests = requests;
  }

  /** `GET /orgs/{orgId}`: settings, all members with their roles, limits and summary. */
  async get(parameters: OrgParameters & SummaryOptions): Promise<types.Organization> {
    const query = checked("org.get", Summary, parameters);
    return this.#ask("org.get", parameters, { answer: OrganizationOf(parameters.orgId), query });
  }

  /** `DELETE /orgs/{orgId}`: for good, with its applications, dashboards and data; its invites become void. */
  async delete(parameters: OrgParameters): Promise<types.Success> {
    const call = {
      action: "org.delete",
      answer: Success,
      path: orgPath("org.delete", parameters.orgId),
    } as const;
    return (await this.#requests.send(call)) ?? { success: true };
  }

  /** `PATCH /orgs/{orgId}`: changes the settings that are given and leaves the others alone. */
  async patch(
    parameters: OrgParameters & SummaryOptions & { organization: types.OrganizationPatch },
  ): Promise<types.Organization> {
    const body = checked("org.patch", OrganizationPatch, parameters.organization);
    const query = checked("org.patch", Summary, parameters);
    const call = { answer: OrganizationOf(parameters.orgId), query, body, secret: body.cardToken };
    return this.#ask("org.patch", parameters, call);
  }

  /** `GET /orgs/{orgId}/invites`: all invites that are not accepted, expired ones too. */
  async pendingInvites(parameters: OrgParameters): Promise<types.Invite[]> {
    return this.#ask("org.pendingInvites", parameters, { answer: Invites });
  }

  /**
   * `POST /orgs/{orgId}/invites`: sends an invite by email, and gives ALL invites: find yours by its address, which
   * Losant keeps in lower case. Roles on single applications and dashboards: at most 100 each.
   *
   * After a lost answer it checks invites and members for the invite, and retries only if it was not sent; where
   * the check fails, the error's `outcome` is `unknown`. From `notAfter` on, by Losant's clock, nothing is sent, whatever
   * retry is due; default never.
   */
  async inviteMember(
    parameters: OrgParameters & { invite: types.InvitePost; notAfter?: Date | undefined },
  ): Promise<types.Invite[]> {
    const body = checked("org.inviteMember", InvitePost, parameters.invite);
    const { notAfter } = parameters;
    const call = { answer: Invites, body, naming: { email: body.email }, notAfter };
    const begun = performance.now();
    return this.#ask("org.inviteMember", parameters, call, () =>
      this.#findSent(parameters, body, performance.now() - begun),
    );
  }

  /**
   * `DELETE /orgs/{orgId}/invites`: withdraws an invite, and gives those left. Undefined where the first answer
   * was lost and the retry found the invite gone: it is done; fetch the list again.
   */
  async revokeInvite(parameters: OrgParameters & { inviteId: string }): Promise<types.Invite[] | undefined> {
    const query = checked("org.revokeInvite", z.object({ inviteId: Id }), { inviteId: parameters.inviteId });
    const path = orgPath("org.revokeInvite", parameters.orgId);
    return this.#requests.send({ action: "org.revokeInvite", answer: Invites, path, query, naming: query });
  }

  /**
   * `PATCH /orgs/{orgId}/member`: changes the roles that are given; whether Losant keeps lists that are left out
   * is documented nowhere. Gives the whole organization.
   */
  async modifyMember(
    parameters: OrgParameters & SummaryOptions & { member: types.MemberPatch },
  ): Promise<types.Organization> {
    const body = checked("org.modifyMember", MemberPatch, parameters.member);
    const query = checked("org.modifyMember", Summary, parameters);
    const answer = OrganizationOf(parameters.orgId);
    return this.#ask("org.modifyMember", parameters, { answer, query, body, naming: body });
  }

  /**
   * `DELETE /orgs/{orgId}/member`: removes a person, and gives the whole organization. Undefined where the first
   * answer was lost and the retry found the member gone: it is done; fetch the organization again.
   */
  async removeMember(
    parameters: OrgParameters & SummaryOptions & { userId: string },
  ): Promise<types.Organization | undefined> {
    const action = "org.removeMember";
    const query = checked(action, Summary.extend({ userId: Id }), parameters);
    const path = orgPath(action, parameters.orgId);
    const answer = OrganizationOf(parameters.orgId);
    return this.#requests.send({ action, answer, path, query, naming: query });
  }

  /**
   * `PATCH /orgs/{orgId}/transferResources`: moves applications and dashboards, at most 1000 each. Not retried
   * once an answer was lost: the error's `outcome` is `unknown` then, so check before another try.
   */
  async transferResources(
    parameters: OrgParameters & { transfer: types.ResourceTransfer },
  ): Promise<types.Success> {
    const body = checked("org.transferResources", ResourceTransfer, parameters.transfer);
    return this.#ask("org.transferResources", parameters, { answer: Success, body, naming: body });
  }

  /** `GET /orgs/{orgId}/deviceCounts`: devices created, deleted and there, by day. */
  async deviceCounts(parameters: RangeParameters): Promise<types.DeviceCounts> {
    const query = checked("org.deviceCounts", Range, parameters);
    return this.#ask("org.deviceCounts", parameters, { answer: DeviceCounts, query });
  }

  /** `GET /orgs/{orgId}/notebookMinuteCounts`: minutes and ends of notebook runs, by day. */
  async notebookMinuteCounts(parameters: RangeParameters): Promise<types.NotebookMinuteCounts> {
    const query = checked("org.notebookMinuteCounts", Range, parameters);
    return this.#ask("org.notebookMinuteCounts", parameters, { answer: NotebookMinuteCounts, query });
  }

  /** `GET /orgs/{orgId}/payloadCounts`: payloads by type and source; `asBytes` (default false) gives bytes. */
  async payloadCounts(
    parameters: RangeParameters & { asBytes?: boolean | undefined },
  ): Promise<types.PayloadCounts> {
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
  ): Promise<types.PayloadCountsBreakdown> {
    const query = checked("org.payloadCountsBreakdown", BreakdownRange, parameters);
    return this.#ask("org.payloadCountsBreakdown", parameters, { answer: PayloadCountsBreakdown, query });
  }

  #ask<Answer>(
    action: ActionName,
    { orgId }: OrgParameters,
    call: Omit<Call<Answer>, "action" | "path">,
    reconcile?: () => Promise<Answer | undefined>,
  ): Promise<Answer> {
    return this.#requests.ask({ action, path: orgPath(action, orgId), ...call }, reconcile);
  }

  /** All invites, if the sent one is among them, or has been accepted already. */
  async #findSent(
    { orgId }: OrgParameters,
    sent: types.InvitePost,
    elapsed: number,
  ): Promise<types.Invite[] | undefined> {
    const invites = await this.pendingInvites({ orgId });
    const sending = { now: this.#requests.serverTime(), elapsed };
    if (invites.some((invite) => isSentInvite(invite, sent, sending))) return invites;
    const { members } = await this.get({ orgId });
    return members.some(({ email }) => isSameAddress(email, sent.email)) ? invites : undefined;
  }
}

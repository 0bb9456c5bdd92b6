import { z } from "zod";
import type { InviteInput } from "../../simulator/entities/invite";
import type { Limits } from "../../simulator/entities/limits";
import { type MemberInput, member } from "../../simulator/entities/member";
import type { OrganizationInput } from "../../simulator/entities/organization";
import { type StateInput, stateInput } from "../../simulator/entities/state";
import { type Simulator, type SimulatorOptions, startSimulator } from "../../simulator/index";
import type { Fault } from "../../simulator/store/faults";

const requestCounts = z.object({ total: z.number(), byAction: z.record(z.string(), z.number()) });

/** How many requests there were. */
export type RequestCounts = z.infer<typeof requestCounts>;

/** A running simulator, with what tests do to it and ask it; nothing of that is counted among the requests. */
export class TestSimulator {
  private constructor(private readonly simulator: Simulator) {}

  static async start(options?: SimulatorOptions): Promise<TestSimulator> {
    return new TestSimulator(await startSimulator(options));
  }

  get url(): string {
    return this.simulator.url;
  }

  get token(): string {
    return this.simulator.token;
  }

  /** The organization of the start. */
  get orgId(): string {
    return this.simulator.orgId;
  }

  /** The authenticated user. */
  get userId(): string {
    return this.simulator.userId;
  }

  /** What the provider and the data functions need to reach it. */
  get env(): Record<string, string> {
    return { LOSANT_API_URL: this.url, LOSANT_API_TOKEN: this.token };
  }

  /** As at the start: clock, faults and counts cleared. */
  reset(): void {
    this.simulator.reset();
  }

  close(): Promise<void> {
    return this.simulator.close();
  }

  async requests(): Promise<RequestCounts> {
    return requestCounts.parse(await this.control("GET", "requests"));
  }

  /** Starts counting anew. */
  async clearRequests(): Promise<void> {
    await this.control("DELETE", "requests");
  }

  /** Lets the next calls of an action run into trouble: one call, unless `times` says more. */
  async fault(fault: Omit<Fault, "times"> & { times?: number }): Promise<void> {
    await this.control("POST", "faults", fault);
  }

  /** Lets time pass, in milliseconds. */
  async advance(advanceMs: number): Promise<void> {
    await this.control("POST", "clock", { advanceMs: Math.round(advanceMs) });
  }

  /** The invited person accepts; gives their user id. */
  async accept(email: string, orgId = this.orgId): Promise<string> {
    return z.object({ userId: z.string() }).parse(await this.control("POST", "accept", { orgId, email }))
      .userId;
  }

  /** The invited person declines. */
  async decline(email: string, orgId = this.orgId): Promise<void> {
    await this.control("POST", "decline", { orgId, email });
  }

  /** All that the simulator holds. */
  async state(): Promise<StateInput> {
    return stateInput.parse(await this.control("GET", "state"));
  }

  /** Changes what the simulator holds. */
  async putState(mutate: (state: StateInput) => void): Promise<void> {
    const state = await this.state();
    mutate(state);
    await this.control("PUT", "state", state);
  }

  /** The organization, as Losant gives it. */
  async fetchOrganization(orgId = this.orgId): Promise<OrganizationInput> {
    return organizationIn(await this.state(), orgId);
  }

  /** The invites that are listed: pending and expired ones. */
  async fetchInvites(orgId = this.orgId): Promise<InviteInput[]> {
    return (await this.state()).invites[orgId] ?? [];
  }

  /** The member of that address, if there is one. */
  async fetchMember(email: string, orgId = this.orgId): Promise<MemberInput | undefined> {
    return (await this.fetchOrganization(orgId)).members.find((entry) => entry.email === email);
  }

  /** Makes somebody a member; gives their user id. */
  async addMember(entry: MemberInput, orgId = this.orgId): Promise<string> {
    await this.putState((state) => organizationIn(state, orgId).members.push(entry));
    return member.shape.userId.parse((await this.fetchMember(entry.email, orgId))?.userId);
  }

  /** Changes a member by hand, as somebody would in Losant's web pages. */
  async setMember(email: string, changes: Partial<MemberInput>, orgId = this.orgId): Promise<void> {
    await this.putState((state) => {
      const found = organizationIn(state, orgId).members.find((entry) => entry.email === email);
      if (!found) throw new Error(`${email} is no member of ${orgId}.`);
      Object.assign(found, changes);
    });
  }

  /** Removes a member by hand. */
  async removeMember(email: string, orgId = this.orgId): Promise<void> {
    await this.putState((state) => {
      const found = organizationIn(state, orgId);
      found.members = found.members.filter((entry) => entry.email !== email);
    });
  }

  /** Changes the organization's settings by hand. */
  async setOrganization(changes: Partial<OrganizationInput>, orgId = this.orgId): Promise<void> {
    await this.putState((state) => Object.assign(organizationIn(state, orgId), changes));
  }

  /** Changes some of the organization's limits. */
  async setLimits(limits: Limits, orgId = this.orgId): Promise<void> {
    await this.putState((state) => Object.assign(organizationIn(state, orgId).limits, limits));
  }

  private async control(method: string, path: string, body?: unknown): Promise<unknown> {
    const payload = body === undefined ? {} : { body: JSON.stringify(body) };
    const response = await fetch(`${this.url}/_simulator/${path}`, { method, ...payload });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} /_simulator/${path}: ${response.status} ${text}`);
    return text ? JSON.parse(text) : undefined;
  }
}

function organizationIn(state: StateInput, orgId: string): OrganizationInput {
  const found = state.organizations.find((organization) => organization.id === orgId);
  if (!found) throw new Error(`The simulator has no organization ${orgId}.`);
  return found;
}

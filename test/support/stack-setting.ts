import assert from "node:assert/strict";
import { dyingAt } from "./dying-fetch";
import { Engine, type Outcome, type Program } from "./engine";
import { dynamicFace, type Face } from "./faces";
import { temporaryProject } from "./project-folder";
import type { ProviderCalls, ProviderOptions } from "./provider-calls";
import type { Kind, Properties } from "./provider-messages";
import { TestSimulator } from "./simulator";

export const hour = 60 * 60 * 1000;
export const day = 24 * hour;
/** The authenticated user. */
export const owner = "owner@example.com";

/** No error is told; else what was printed helps to see why. */
export function ok({ errors, printed }: Outcome): void {
  assert.deepEqual(errors, [], printed);
}

/** All that a step reports as errors, whether a check, a call of the refresh or another call failed. */
export async function errorsOf(step: Promise<Outcome>): Promise<string> {
  try {
    return (await step).errors.join("\n");
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** A simulator, and a new stack for each test. */
export class StackSetting {
  readonly folder = temporaryProject();
  /** Added to the environment of the provider; cleared by `reset`. */
  env: Record<string, string> = {};
  engine: Engine;
  /** How much time has passed in the middle of runs, in milliseconds. */
  private ahead = 0;
  private running: TestSimulator | undefined;

  protected constructor(readonly face: Face) {
    this.engine = this.anotherStack();
  }

  /** For all tests of a suite: it runs as long as they do, and each begins with a new stack. */
  static inSuite(face = dynamicFace): StackSetting {
    return new StackSetting(face).runInSuite();
  }

  protected runInSuite(): this {
    before(async () => {
      this.running = await TestSimulator.start();
    });
    after(() => this.running?.close());
    beforeEach(() => this.reset());
    return this;
  }

  get simulator(): TestSimulator {
    return this.running ?? assert.fail("The simulator of the suite has not started.");
  }

  get orgId(): string {
    return this.simulator.orgId;
  }

  reset(): void {
    this.simulator.reset();
    this.ahead = 0;
    this.env = {};
    this.engine = this.anotherStack();
  }

  anotherStack(): Engine {
    return new Engine((work) => this.face.inProcess(this.options, work));
  }

  /** One resource of a program. */
  resource(kind: Kind, args: Properties) {
    return { kind, args: { orgId: this.orgId, ...args } };
  }

  /** A program of one roster, which names the authenticated user and others. */
  roster(members: object, more: object = {}): { everybody: Program[string] } {
    return { everybody: this.resource("orgRoster", { members: { [owner]: "admin", ...members }, ...more }) };
  }

  /** Reads a resource by its id alone, as a program's static `get` does. */
  reading(kind: Kind, id: string) {
    return this.during((provider) => provider.read(kind, id, {}));
  }

  /** Makes some calls of one run. */
  during<Result>(
    work: (provider: ProviderCalls) => Promise<Result>,
    more: Pick<ProviderOptions, "config" | "client"> = {},
  ): Promise<Result> {
    return this.face.inProcess({ ...this.options, ...more }, work);
  }

  /** Makes some calls of a run whose process dies as it sends a request, such as `POST …/invites`. */
  async killedAt(request: RegExp, work: (provider: ProviderCalls) => Promise<unknown>): Promise<void> {
    const { fetch, death } = dyingAt(request);
    const survived = this.during(work, { client: { ...this.options.client, fetch } }).then(() =>
      assert.fail(`The run ended without ${request}.`),
    );
    await Promise.race([death, survived]);
  }

  private get options() {
    return {
      folder: this.folder,
      env: { ...this.simulator.env, ...this.env },
      client: { backoff: () => 0, monotonic: () => performance.now() + this.ahead },
    };
  }

  /** A date so many days from now, by the simulator's clock. */
  async dateIn(days: number): Promise<string> {
    const { clockAheadMs } = await this.simulator.state();
    return new Date(Date.now() + clockAheadMs + days * day).toISOString().slice(0, 10);
  }

  /** Lets time pass in the middle of a run, for the provider as for Losant. */
  async advanceMidway(milliseconds: number): Promise<void> {
    await this.simulator.advance(milliseconds);
    this.ahead += milliseconds;
  }

  /** Invites by hand, as somebody would in Losant's web pages. */
  async inviteByHand(email: string, role: string): Promise<void> {
    const response = await fetch(`${this.simulator.url}/orgs/${this.orgId}/invites`, {
      method: "POST",
      headers: { authorization: `Bearer ${this.simulator.token}`, "content-type": "application/json" },
      body: JSON.stringify({ email, role }),
    });
    assert.equal(response.status, 200);
  }

  /** Makes many members with the role view; gives their addresses. */
  async team(size: number, prefix = "p"): Promise<string[]> {
    const emails = Array.from({ length: size }, (_, index) => `${prefix}${index + 1}@example.com`);
    await this.simulator.putState((state) => {
      const people = emails.map((email) => ({ email, role: "view" as const }));
      state.organizations[0]?.members.push(...people);
    });
    return emails;
  }

  /** How many members and invites the organization has. */
  async peopleCount(): Promise<number> {
    const { members } = await this.simulator.fetchOrganization();
    return members.length + (await this.simulator.fetchInvites()).length;
  }

  revokeAllByHand(): Promise<void> {
    return this.simulator.putState((state) => {
      state.invites[this.orgId] = [];
    });
  }

  /** How many calls of some actions there were since the last count. */
  async calls(...actions: string[]): Promise<number> {
    const { byAction } = await this.simulator.requests();
    await this.simulator.clearRequests();
    return actions.reduce((sum, action) => sum + (byAction[action] ?? 0), 0);
  }

  /** How many mails went out since the last count. */
  mails(): Promise<number> {
    return this.calls("org.inviteMember");
  }

  /** How many calls changed something since the last count. */
  writes(): Promise<number> {
    return this.calls(
      "org.patch",
      "org.inviteMember",
      "org.revokeInvite",
      "org.modifyMember",
      "org.removeMember",
    );
  }

  /** Where somebody stands at Losant, and in which role. */
  async live(email: string): Promise<string> {
    const member = await this.simulator.fetchMember(email);
    if (member) return `member ${member.role}`;
    const invite = (await this.simulator.fetchInvites()).find((one) => one.email === email);
    return invite ? `invite ${invite.role}` : "absent";
  }
}

import assert from "node:assert/strict";
import { z } from "zod";
import { type Simulator, type SimulatorOptions, startSimulator } from "../../../simulator/index";
import { answerFaults } from "./vendor-api";

/** An answer of the simulator. */
export interface Answer {
  status: number;
  headers: Headers;
  body: unknown;
}

const resourceRoles = z.array(z.looseObject({ resourceId: z.string(), role: z.string() }));
const memberBody = z.looseObject({
  userId: z.string(),
  email: z.string(),
  firstName: z.string(),
  role: z.string(),
  applicationRoles: resourceRoles,
  dashboardRoles: resourceRoles,
});
const inviteBody = z.looseObject({
  id: z.string(),
  email: z.string(),
  role: z.string(),
  applicationRoles: resourceRoles,
  dashboardRoles: resourceRoles,
  inviteDate: z.string(),
  ttl: z.number(),
  hasExpired: z.boolean(),
  disallowTransfer: z.boolean(),
});
const organizationBody = z.looseObject({
  id: z.string(),
  name: z.string(),
  members: z.array(memberBody),
  limits: z.looseObject({ member: z.number() }),
  summary: z.record(z.string(), z.unknown()),
});
const ownedBody = z.looseObject({ id: z.string(), ownerId: z.string(), ownerType: z.string() });
const stateBody = z.looseObject({
  userId: z.string(),
  people: z.array(z.looseObject({ userId: z.string(), email: z.string() })),
  organizations: z.array(organizationBody),
  invites: z.record(z.string(), z.array(inviteBody.extend({ token: z.string() }))),
  applications: z.array(ownedBody),
  dashboards: z.array(ownedBody),
});

/** The organization in an answer. */
export const organizationOf = (answer: Answer) => organizationBody.parse(answer.body);

/** The invites in an answer. */
export const invitesOf = (answer: Answer) => z.array(inviteBody).parse(answer.body);

/** What a refusal says. */
export const refusalOf = (answer: Answer) => {
  const { type, message } = z.strictObject({ type: z.string(), message: z.string() }).parse(answer.body);
  return { status: answer.status, type, message };
};

/** Asserts that an answer is a refusal of a status whose message matches. */
export const assertRefused = (answer: Answer, status: number, message: RegExp): void => {
  const refusal = refusalOf(answer);
  assert.equal(refusal.status, status, refusal.message);
  assert.match(refusal.message, message);
};

/** An id that nothing has. */
export const unusedId = "0123456789abcdef01234567";

/** A day in milliseconds. */
export const dayMs = 86_400_000;

/** A running simulator with the calls that tests make. Every answer is held against the vendor's description. */
export class Harness {
  readonly simulator: Simulator;

  private constructor(simulator: Simulator) {
    this.simulator = simulator;
  }

  static async start(options?: SimulatorOptions): Promise<Harness> {
    return new Harness(await startSimulator(options));
  }

  /** The path of the organization of the start, or below it. */
  org(below = ""): string {
    return `/orgs/${this.simulator.orgId}${below}`;
  }

  async call(method: string, path: string, body?: unknown, token = this.simulator.token): Promise<Answer> {
    const url = new URL(this.simulator.url + path);
    const payload = body === undefined ? {} : { body: JSON.stringify(body) };
    const response = await fetch(url, {
      method,
      headers: { Authorization: `Bearer ${token}` },
      redirect: "manual",
      ...payload,
    });
    const text = await response.text();
    const answer = { status: response.status, headers: response.headers, body: text && JSON.parse(text) };
    assert.deepEqual(
      answerFaults(method, url.pathname, answer.status, answer.body),
      [],
      `${method} ${path}: ${text}`,
    );
    return answer;
  }

  async control(method: string, path: string, body?: unknown): Promise<Answer> {
    return this.call(method, `/_simulator${path}`, body, "no token");
  }

  invite(email: string, more: object = {}): Promise<Answer> {
    return this.call("POST", this.org("/invites"), { email, role: "view", ...more });
  }

  async invites() {
    return invitesOf(await this.call("GET", this.org("/invites")));
  }

  async organization() {
    return organizationOf(await this.call("GET", this.org()));
  }

  advance(advanceMs: number): Promise<Answer> {
    return this.control("POST", "/clock", { advanceMs });
  }

  async state() {
    return stateBody.parse((await this.control("GET", "/state")).body);
  }

  /** Changes the state as a test wants it. */
  async change(edit: (state: z.infer<typeof stateBody>) => void): Promise<Answer> {
    const state = await this.state();
    edit(state);
    const answer = await this.control("PUT", "/state", state);
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
    return answer;
  }

  /** Changes the organization of the start as a test wants it. */
  changeOrganization(changes: object): Promise<Answer> {
    return this.change((state) => {
      Object.assign(state.organizations[0] ?? {}, changes);
    });
  }

  /** Makes a person a member, by invite and acceptance, and gives the userId. */
  async addMember(email: string, role = "view"): Promise<string> {
    await this.invite(email, { role });
    const answer = await this.control("POST", "/accept", { orgId: this.simulator.orgId, email });
    return z.object({ userId: z.string() }).parse(answer.body).userId;
  }

  /** The role of the authenticated user from now on; another admin takes over. */
  async actAs(role: string): Promise<void> {
    await this.addMember("other-admin@example.com", "admin");
    await this.change((state) => {
      for (const member of state.organizations[0]?.members ?? [])
        if (member.userId === state.userId) member.role = role;
    });
  }
}

/** Starts a simulator before the tests of a suite, resets it before each, and ends it after them. */
export const useSimulator = (options?: SimulatorOptions): (() => Harness) => {
  let harness: Harness | undefined;
  before(async () => {
    harness = await Harness.start(options);
  });
  beforeEach(() => harness?.simulator.reset());
  after(() => harness?.simulator.close());
  return () => {
    assert.ok(harness);
    return harness;
  };
};

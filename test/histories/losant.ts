import { createApp } from "../../simulator/server/app";
import { inviteTtl, hasExpired, type Invite } from "../../simulator/entities/invite";
import type { Member } from "../../simulator/entities/member";
import type { Organization } from "../../simulator/entities/organization";
import { acceptInvite, withdrawInvite } from "../../simulator/rules/answer-invite";
import { Faults } from "../../simulator/store/faults";
import { RequestCounts } from "../../simulator/store/request-counts";
import { Store } from "../../simulator/store/store";
import { ProviderCrash } from "../support/step-engine";
import type { Trouble } from "./actions";

/** Who belongs to the organization at one moment. */
export interface Moment {
  members: readonly Member[];
  /** Unexpired invites. */
  invites: readonly Invite[];
  limit: number | undefined;
}

/** A request that changes something, with what was there before and after it. */
export interface Write {
  call: string;
  userId: string | null;
  inviteId: string | null;
  email: string | undefined;
  isDone: boolean;
  /** Whether the provider was given the whole answer. */
  isConfirmed: boolean;
  before: Moment;
  after: Moment;
}

/** When every history begins; time goes on as the history says. */
const start = Date.parse("2026-11-01T12:00:00.000Z");
const minute = 60_000;

/** A Losant organization in this process: the simulator's API, with trouble between it and the provider. */
export class Losant {
  readonly store = new Store({ now: () => start });
  onWrite: (write: Write) => void = () => undefined;
  /** How often a request has run into trouble. */
  faults = 0;
  crashes = 0;
  private readonly app = createApp({
    store: this.store,
    faults: new Faults(),
    requestCounts: new RequestCounts(),
  });
  private trouble: Trouble[] = [];
  private count = 0;
  private isCrashed = false;
  private readonly underWay = new Set<Promise<unknown>>();
  private crashNow: (crash: ProviderCrash) => void = () => undefined;
  /** Rejects when the provider's process ends in the middle of a step. */
  crash: Promise<never> = new Promise(() => undefined);

  constructor() {
    // Usage figures of applications, which every answer about an organization has, cost more than all the rest.
    this.store.state.applications = [];
  }

  get organization(): Organization {
    const [organization] = this.store.state.organizations;
    if (!organization) throw new Error("The organization is gone.");
    return organization;
  }

  get orgId(): string {
    return this.store.state.orgId;
  }

  get invites(): readonly Invite[] {
    return this.store.invites(this.orgId);
  }

  get validInvites(): readonly Invite[] {
    return this.invites.filter((invite) => !hasExpired(invite, this.store.now()));
  }

  moment(): Moment {
    const members = this.organization.members.map((member) => ({ ...member }));
    return { members, invites: [...this.validInvites], limit: this.organization.limits.member };
  }

  /** Each step takes a minute, so that no two things happen at the same moment. */
  beginStep(trouble: Trouble[]): void {
    this.pass(minute);
    this.trouble = trouble;
    this.count = 0;
    this.isCrashed = false;
    this.crash = new Promise((_, reject) => {
      this.crashNow = reject;
    });
    this.crash.catch(() => undefined);
  }

  pass(milliseconds: number): void {
    this.store.state.clockAheadMs += milliseconds;
  }

  member(email: string): Member | undefined {
    return this.organization.members.find((member) => member.email === email);
  }

  accept(email: string): void {
    const invite = this.validInvites.find((one) => one.email === email);
    if (invite && !this.member(email)) acceptInvite(this.store, { orgId: this.orgId, invite });
  }

  decline(email: string): void {
    const invite = this.invites.find((one) => one.email === email);
    if (invite) withdrawInvite(this.store, { orgId: this.orgId, invite });
  }

  /** An invite that somebody sends in Losant's web pages. */
  invite(email: string, role: Invite["role"]): void {
    const id = this.store.nextId();
    const others = { applicationRoles: [], dashboardRoles: [], disallowTransfer: false, token: id };
    const sent = { id, email, role, inviteDate: this.store.isoNow(), ttl: inviteTtl };
    this.store.invites(this.orgId).push({ ...sent, ...others });
  }

  /** Serves a request of the provider; rejects where the answer is lost, and never ends after a crash. */
  async serve(request: Request): Promise<Response> {
    this.count += 1;
    const number = this.count;
    const found = this.trouble.find((one) => number >= one.at && number < one.at + timesOf(one));
    if (this.isCrashed) return new Promise(() => undefined);
    if (!found) return this.work(request, true);
    this.faults += 1;
    return this.disturbed(request, found);
  }

  private async disturbed(request: Request, trouble: Trouble): Promise<Response> {
    switch (trouble.kind) {
      case "crash before":
        return this.end();
      case "crash after":
        await this.work(request, false);
        return this.end();
      case "reset":
        throw new Error("socket hang up");
      case "lost":
        await this.work(request, false);
        throw new Error("socket hang up");
      case "broken":
        await this.work(request, false);
        return this.refusal(503);
      case "missing":
        return without(await this.work(request, false), trouble.fields);
      case "accept":
      case "decline":
        this[trouble.kind](addressOf(trouble.who));
        return this.work(request, true);
      case "html 404":
        return this.page();
      default:
        return this.refusal(statusOf[trouble.kind]);
    }
  }

  /** What the process has sent by then is still done, before the next process asks anything. */
  private async end(): Promise<never> {
    this.isCrashed = true;
    this.crashes += 1;
    await Promise.allSettled(this.underWay);
    this.crashNow(new ProviderCrash("the provider process ended"));
    return new Promise(() => undefined);
  }

  private async work(request: Request, isConfirmed: boolean): Promise<Response> {
    const answer = this.answer(request, isConfirmed);
    this.underWay.add(answer);
    try {
      return await answer;
    } finally {
      this.underWay.delete(answer);
    }
  }

  private async answer(request: Request, isConfirmed: boolean): Promise<Response> {
    if (request.method === "GET") return this.app.fetch(request);
    const { pathname, searchParams } = new URL(request.url);
    const body: unknown = request.method === "DELETE" ? {} : await request.clone().json();
    const before = this.moment();
    const response = await this.app.fetch(request);
    this.onWrite({
      call: `${request.method} ${pathname.split("/").at(-1)}`,
      userId: searchParams.get("userId") ?? textIn(body, "userId") ?? null,
      inviteId: searchParams.get("inviteId"),
      email: textIn(body, "email"),
      isDone: response.ok,
      isConfirmed,
      before,
      after: this.moment(),
    });
    return response;
  }

  private refusal(status: number): Response {
    const body = { type: status === 400 ? "Validation" : "Trouble", message: `trouble with status ${status}` };
    return Response.json(body, { status, headers: { ...this.date(), "retry-after": "0" } });
  }

  private page(): Response {
    const headers = { ...this.date(), "content-type": "text/html" };
    return new Response("<html><h1>404</h1></html>", { status: 404, headers });
  }

  private date() {
    return { date: new Date(this.store.now()).toUTCString() };
  }
}

const statusOf = { refused: 400, limited: 429, down: 503 } as const;

/** The address that a person has at first. */
export function addressOf(who: number, isMoved = false): string {
  return `${["ann", "bob", "carol", "dave", "erin"][who]}${isMoved ? ".new" : ""}@example.com`;
}

function timesOf(trouble: Trouble): number {
  return "times" in trouble ? trouble.times : 1;
}

function textIn(body: unknown, name: string): string | undefined {
  if (typeof body !== "object" || body === null) return undefined;
  const value: unknown = Object.entries(body).find(([key]) => key === name)?.[1];
  return typeof value === "string" ? value : undefined;
}

async function without(response: Response, fields: readonly string[]): Promise<Response> {
  const text = JSON.stringify(await response.json(), (key, value: unknown) =>
    fields.includes(key) ? undefined : value,
  );
  return new Response(text, { status: response.status, headers: response.headers });
}

import type { ConnectionSettings, Fetch, Invite, Member, Organization } from "../../client";
import type { Journal } from "../../provider/journal/journal";
import { Run } from "../../provider/live/run";
import type { RemovalLimit } from "../../provider/vocabulary/removal-limit";
import { idOf, now, orgId } from "./samples";

/** Losant as far as people need it, in this process: one organization that answers and notes what is written. */
export class StubLosant {
  /** What was written, in order: `inviteMember edit`, `removeMember`. */
  readonly written: string[] = [];
  /** What answers about invites leave out. */
  leavesOut: string[] = [];
  /** Whether a new invite is answered with a list that does not have it. */
  loses = false;
  /** The authenticated user. */
  own = { userId: idOf(0xf), email: "owner@example.com" };
  /** What the organization has beside its members. */
  organization: Partial<Organization> = {};
  /** Whether the token's user still sees the organization. */
  isThere = true;
  /** What happens before a call such as `DELETE invites` is answered; a status is answered in its place. */
  readonly before = new Map<string, () => number | undefined>();

  constructor(
    public members: Member[],
    public invites: Invite[],
  ) {}

  /** A run over this organization. */
  run({ maxRemovals, journal }: { maxRemovals?: RemovalLimit; journal?: Journal } = {}): Run {
    const connection: ConnectionSettings & { fetch: Fetch } = {
      apiToken: "token",
      apiUrl: "http://127.0.0.1:1",
      domain: undefined,
      requestTimeout: 30,
      maxAttempts: 1,
      fetch: this.fetch,
    };
    return new Run({ connection, minAdmins: 1, maxRemovals, unmanaged: undefined }, { journal });
  }

  readonly fetch: Fetch = async (address, { method = "GET", body }) => {
    const { Response } = await import("node-fetch");
    const { pathname, searchParams } = new URL(address);
    const call = `${method} ${pathname.split("/").at(-1)}`.replace(orgId, "organization");
    const status = this.before.get(call)?.() ?? this.statusOf(call);
    const answer =
      status === 200 ? this.answer(call, searchParams, String(body)) : { type: "NotFound", message: "no" };
    return new Response(JSON.stringify(answer), { status, headers: { date: now.toUTCString() } });
  };

  private statusOf(call: string): number {
    return this.isThere || !call.endsWith(" organization") ? 200 : 404;
  }

  private answer(call: string, query: URLSearchParams, body: string): unknown {
    if (call === "GET me") return this.own;
    if (call === "GET invites") return this.listed();
    if (call === "POST invites") return this.invite(JSON.parse(body));
    if (call === "DELETE invites") return this.revoke(query.get("inviteId"));
    if (call === "PATCH member") return this.modify(JSON.parse(body));
    if (call === "DELETE member") return this.remove(query.get("userId"));
    if (call === "GET orgs") return this.organizations();
    if (call === "DELETE organization") return this.delete();
    return { id: orgId, name: "Example", ...this.organization, members: this.members };
  }

  private organizations(): unknown {
    const items = this.isThere ? [this.answer("GET organization", new URLSearchParams(), "")] : [];
    return { items, count: items.length, totalCount: items.length };
  }

  private delete(): unknown {
    this.written.push("deleteOrganization");
    this.isThere = false;
    return { success: true };
  }

  private invite(invite: Pick<Invite, "email" | "role">): Invite[] {
    this.written.push(`inviteMember ${invite.role}`);
    const sent = { id: idOf(0xb), inviteDate: now.toISOString(), ttl: 604_800_000, hasExpired: false };
    if (!this.loses) this.invites = [...this.invites, { ...invite, ...sent }];
    return this.listed();
  }

  private listed(): Invite[] {
    const leftOut = Object.fromEntries(this.leavesOut.map((name) => [name, undefined]));
    return this.invites.map((invite) => ({ ...invite, ...leftOut }));
  }

  private revoke(id: string | null): Invite[] {
    this.written.push("revokeInvite");
    this.invites = this.invites.filter((invite) => invite.id !== id);
    return this.invites;
  }

  private modify(change: Pick<Member, "userId" | "role">): unknown {
    this.written.push(`modifyMember ${change.role}`);
    this.members = this.members.map((one) => (one.userId === change.userId ? { ...one, ...change } : one));
    return this.answer("GET organization", new URLSearchParams(), "");
  }

  private remove(userId: string | null): unknown {
    this.written.push("removeMember");
    this.members = this.members.filter((one) => one.userId !== userId);
    return this.answer("GET organization", new URLSearchParams(), "");
  }
}

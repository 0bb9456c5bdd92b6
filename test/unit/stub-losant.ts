import type { ConnectionSettings, Fetch, Invite, Member } from "../../client";
import type { Journal } from "../../provider/journal/journal";
import { Run } from "../../provider/live/run";
import { idOf, now, orgId } from "./samples";

/** Losant as far as people need it, in this process: one organization that answers and notes what is written. */
export class StubLosant {
  /** What was written, in order: `inviteMember edit`, `removeMember`. */
  readonly written: string[] = [];
  /** Whether answers about invites leave their dates out. */
  leavesOutDates = false;
  /** The authenticated user. */
  own = { userId: idOf(0xf), email: "owner@example.com" };

  constructor(
    public members: Member[],
    public invites: Invite[],
  ) {}

  /** A run over this organization. */
  run(journal?: Journal): Run {
    const connection: ConnectionSettings & { fetch: Fetch } = {
      apiToken: "token",
      apiUrl: "http://127.0.0.1:1",
      domain: undefined,
      requestTimeout: 30,
      maxAttempts: 1,
      fetch: this.fetch,
    };
    return new Run({ connection, minAdmins: 1, maxRemovals: undefined }, journal);
  }

  readonly fetch: Fetch = async (address, { method = "GET", body }) => {
    const { Response } = await import("node-fetch");
    const { pathname, searchParams } = new URL(address);
    const answer = this.answer(`${method} ${pathname.split("/").at(-1)}`, searchParams, String(body));
    return new Response(JSON.stringify(answer), { headers: { date: now.toUTCString() } });
  };

  private answer(call: string, query: URLSearchParams, body: string): unknown {
    if (call === "GET me") return this.own;
    if (call === "GET invites") return this.listed();
    if (call === "POST invites") return this.invite(JSON.parse(body));
    if (call === "DELETE invites") return this.revoke(query.get("inviteId"));
    if (call === "PATCH member") return this.modify(JSON.parse(body));
    if (call === "DELETE member") return this.remove(query.get("userId"));
    return { id: orgId, name: "Example", members: this.members };
  }

  private invite(invite: Pick<Invite, "email" | "role">): Invite[] {
    this.written.push(`inviteMember ${invite.role}`);
    const sent = { id: idOf(0xb), inviteDate: now.toISOString(), ttl: 604_800_000, hasExpired: false };
    this.invites = [...this.invites, { ...invite, ...sent }];
    return this.listed();
  }

  private listed(): Invite[] {
    if (!this.leavesOutDates) return this.invites;
    return this.invites.map(({ inviteDate: _date, ...invite }) => invite);
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

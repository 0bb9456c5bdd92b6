import { z } from "zod";
import type { State } from "../../../../simulator/entities/state";

/** A request that may change something. */
interface Watched {
  method: string;
  path: string;
  body: string | undefined;
}

const Sent = z.looseObject({ email: z.string().optional(), userId: z.string().optional() });

/** What a journal holds. */
export type JournalEntries = Pick<Journal, "emails" | "removed" | "revoked" | "changed" | "writes">;

/** What the calls of a run have changed at Losant, whether or not their answers arrived. */
export class Journal {
  /** Addresses that emails went to. */
  emails: string[] = [];
  /** Members who were removed. */
  removed: string[] = [];
  /** Addresses whose invites were revoked. */
  revoked: string[] = [];
  /** Members whose roles were changed. */
  changed: string[] = [];
  /** How many calls changed something. */
  writes = 0;

  clear(): void {
    for (const list of [this.emails, this.removed, this.revoked, this.changed]) list.length = 0;
    this.writes = 0;
  }

  save(): JournalEntries {
    const { emails, removed, revoked, changed, writes } = this;
    return structuredClone({ emails, removed, revoked, changed, writes });
  }

  restore(entries: JournalEntries): void {
    Object.assign(this, entries);
  }

  /** Looks up whom a request is about before it is carried out; call the result once it was. */
  watch(state: State, { method, path, body }: Watched): () => void {
    if (method === "GET") return () => undefined;
    const url = new URL(path, "http://losant.test");
    const query = (name: string) => url.searchParams.get(name) ?? undefined;
    const { email, userId } = body === undefined ? {} : Sent.parse(JSON.parse(body));
    const call = `${method} ${url.pathname.split("/").at(-1)}`;
    const member = memberIn(state, userId ?? query("userId"));
    const invited = inviteIn(state, query("inviteId"));
    return () => {
      this.writes += 1;
      if (call === "POST invites") this.emails.push(email ?? "");
      if (call === "DELETE member") this.removed.push(member);
      if (call === "DELETE invites") this.revoked.push(invited);
      if (call === "PATCH member") this.changed.push(member);
    };
  }
}

function memberIn(state: State, userId: string | undefined): string {
  const members = state.organizations.flatMap((organization) => organization.members);
  return members.find((member) => member.userId === userId)?.email ?? "";
}

function inviteIn(state: State, id: string | undefined): string {
  const invites = Object.values(state.invites).flat();
  return invites.find((invite) => invite.id === id)?.email ?? "";
}

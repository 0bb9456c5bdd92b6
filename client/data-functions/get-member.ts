import { printable } from "../printable";
import { canonicalAddress } from "../text";
import { type Given, id, optional, text } from "./checks";
import { dataFunction } from "./data-function";
import { withRoleLists } from "./role-lists";

/** Whom to look for. */
export interface Wanted {
  orgId: string;
  userId?: string;
  email?: string;
}

/** It reads the whole organization, so that asking for many members is one request. */
export const getMember = dataFunction({
  name: "getMember",
  checks: { orgId: id, userId: optional(id), email: optional(text) },
  together: nobodyNamed,
  ask: async (reads, { orgId, userId, email }: Wanted) => {
    const { members } = await reads.organization({ orgId });
    const member = members.find((one) =>
      userId ? isSame(one.userId, userId) : isSame(one.email, email ?? ""),
    );
    if (member) return withRoleLists(member);
    throw new Error(`${printable(email ?? `User ${userId}`)} is not a member of organization ${orgId}`);
  },
});

function nobodyNamed({ userId, email }: Given) {
  return userId || email ? [] : [{ property: "userId or email", reason: "one of them is required" }];
}

function isSame(one: string, other: string): boolean {
  return canonicalAddress(one) === canonicalAddress(other);
}

import type { Invite, Member } from "../../../../client";
import { ago, day, hour, idOf, inviteOf, memberOf, orgId } from "../../samples";
import type { Desired, Scene, State } from "./stack";

export const email = "ann@example.com";
export const newEmail = "ann.new@example.com";
const owner = memberOf("owner@example.com", { userId: idOf(0xf), role: "admin" });
const ann = idOf(0xa);
/** Inclusive: access ended at midnight. */
export const yesterday = "2026-11-14";

export function desired(more: Partial<Desired> = {}): Desired {
  return { orgId, email, role: "view", ...more };
}

function recorded(more: Partial<State>): State {
  return { orgId, email, role: "view", status: "pending", ...more };
}

function sceneOf(
  members: Partial<Member>[],
  invites: Partial<Invite>[],
  before: Partial<State> | undefined,
): Scene {
  return {
    members: [owner, ...members.map((more) => memberOf(email, { userId: ann, ...more }))],
    invites: invites.map((more) => inviteOf(email, more)),
    recorded: before && recorded(before),
  };
}

function invited(age: number, invite: Partial<Invite> = {}): Scene {
  const inviteDate = ago(age);
  return sceneOf([], [{ inviteDate, ...invite }], { inviteDate, inviteId: inviteOf(email).id });
}

/** What is at Losant, and what the stack recorded, by the names of the rows in docs/states.md. */
export const scenes = {
  absent: () => sceneOf([], [], undefined),
  "not confirmed": () => sceneOf([], [], { status: "withdrawn" }),
  pending: () => invited(day),
  "about to expire": () => invited(5 * day + hour),
  expired: () => invited(7 * day + hour, { hasExpired: true }),
  /** An invite with a shorter life. */
  "expired early": () => invited(2 * day, { hasExpired: true, ttl: day }),
  declined: () => sceneOf([], [], { inviteDate: ago(day) }),
  "declined a week ago": () => sceneOf([], [], { status: "withdrawn", inviteDate: ago(7 * day + hour) }),
  active: () => sceneOf([{}], [], { status: "active", userId: ann }),
  "changed by hand": () => sceneOf([{ role: "edit" }], [], { status: "active", userId: ann }),
  "address changed": () => sceneOf([{ email: newEmail }], [], { status: "active", userId: ann }),
  left: () => sceneOf([], [], { status: "active", userId: ann, inviteDate: ago(day) }),
  "left a week ago": () => sceneOf([], [], { status: "left", userId: ann, inviteDate: ago(7 * day + hour) }),
  "left, never invited": () => sceneOf([], [], { status: "active", userId: ann }),
  "left, expired invite left over": () =>
    sceneOf([], [{ inviteDate: ago(9 * day), hasExpired: true }], {
      status: "active",
      userId: ann,
      inviteDate: ago(9 * day),
    }),
  ended: () => sceneOf([{}], [], { status: "active", userId: ann, until: yesterday }),
  "ended, invited": () => ({
    ...invited(day),
    recorded: recorded({ inviteDate: ago(day), until: yesterday }),
  }),
  "ended, expired": () => ({
    ...invited(7 * day + hour, { hasExpired: true }),
    recorded: recorded({ inviteDate: ago(7 * day + hour), until: yesterday }),
  }),
  "ended, gone": () => sceneOf([], [], { status: "ended", inviteDate: ago(day), until: yesterday }),
  own: () => ({
    ...sceneOf([{ role: "admin" }], [], { role: "admin", status: "active", userId: ann }),
    own: { userId: ann, email },
  }),
} satisfies Record<string, () => Scene>;

import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import type { Invite, Member } from "../../client";
import { decide, type RecordedInvite } from "../invites/decision";
import { expiryOf, isExpired } from "../invites/expiry";
import { type Standing, standingIn } from "../live/standing";
import { rolesOf } from "../people/roles";
import type { Run } from "../run/run";
import { entryLike, type RosterEntry, type RosterMembers, type RosterWish, rolesIn } from "./arguments";

/** What a roster records of one person whom it manages: what it wants, and where they stood. */
export const RosterPerson = z.object({
  entry: z.custom<RosterEntry>((value) => typeof value === "string" || typeof value === "object"),
  status: z.enum(["pending", "expired", "withdrawn", "active", "left"]).optional(),
  userId: z.string().optional(),
  inviteDate: z.string().optional(),
  expiresAt: z.string().optional(),
});
export type RosterPerson = z.infer<typeof RosterPerson>;

/** As recorded: without the entry, where that is what stands in the recorded members anyway. */
const RecordedPeople = z.record(z.string(), RosterPerson.partial({ entry: true }));

/** What to record of people beside the members: one text, as the engine's cost grows with the number of values. */
export function recordedPeople(people: RosterPeople, members: RosterMembers): string {
  const shortened = Object.entries(people).map(([email, { entry, ...person }]) =>
    isDeepStrictEqual(entry, members[email]) ? [email, person] : [email, { ...person, entry }],
  );
  return JSON.stringify(Object.fromEntries(shortened));
}

/** The people of a recorded state. */
export function peopleFrom(text: string, members: RosterMembers): RosterPeople {
  const whole: RosterPeople = {};
  for (const [email, person] of Object.entries(RecordedPeople.parse(JSON.parse(text)))) {
    const entry = person.entry ?? members[email];
    if (entry !== undefined) whole[email] = { ...person, entry };
  }
  return whole;
}

/** What users are shown: people of the roster who are not members, or not any more. */
export function awaitingIn(people: RosterPeople): Record<string, Omit<RosterPerson, "entry" | "userId">> {
  const awaiting = Object.entries(people).filter(([, { status }]) => status !== "active");
  return Object.fromEntries(awaiting.map(([email, { entry, userId, ...shown }]) => [email, shown]));
}

/** The people whom a roster manages, by address. */
export type RosterPeople = Record<string, RosterPerson>;

/** An organization's people at one moment. */
export interface View {
  members: Member[];
  invites: Invite[];
  now: Date;
}

export async function viewOf(run: Run, orgId: string): Promise<View> {
  const live = run.live(orgId);
  const [members, invites] = await Promise.all([live.members(), live.invites()]);
  return { members, invites, now: run.now() };
}

/** The people whom a program states, with what is remembered of those it stated before. */
export function peopleIn(members: RosterMembers, known: RosterPeople): RosterPeople {
  return Object.fromEntries(
    Object.entries(members).map(([email, entry]) => [email, { ...known[email], entry }]),
  );
}

/** What was last sent to a person, for deciding about the next mail. */
export function recordedInvite(person: RosterPerson | undefined): RecordedInvite | undefined {
  if (person?.status === undefined) return undefined;
  return { ...rolesIn(person.entry), status: person.status, inviteDate: person.inviteDate };
}

/** What a run has read of people under other resources: whoever takes them over must not mail them anew. */
export function rememberedPeople(run: Run, orgId: string, members: RosterMembers): RosterPeople {
  const remembered = Object.keys(members).map(
    (email) => [email, personFrom(run.lastMail(orgId, email))] as const,
  );
  return Object.fromEntries(remembered.flatMap(([email, person]) => (person ? [[email, person]] : [])));
}

function personFrom(recorded: RecordedInvite | undefined): RosterPerson | undefined {
  const status = RosterPerson.shape.status.safeParse(recorded?.status).data;
  if (!recorded?.role || status === undefined) return undefined;
  const { role, applicationRoles, dashboardRoles, inviteDate } = recorded;
  return { entry: { role, applicationRoles, dashboardRoles }, status, inviteDate };
}

/** Everybody who belongs to an organization now. */
export function everybodyIn(view: View): RosterPeople {
  const { members, invites } = strangersIn(view, {});
  return Object.fromEntries([...invites, ...members].map((one) => [one.email, { entry: rolesOf(one) }]));
}

/** People as they are now: how the program would state them, and what is recorded of them. */
export function observePeople(view: View, people: RosterPeople, wish: Partial<RosterWish>) {
  const members: RosterMembers = {};
  const observed: RosterPeople = {};
  for (const [email, person] of Object.entries(people)) {
    const standing = standingIn(view, { email, userId: person.userId });
    const entry = observedEntry(standing, email, person, wish, view.now);
    if (entry !== undefined) members[email] = entry;
    observed[email] = { ...person, ...recordOf(standing, person) };
  }
  return { members, people: observed };
}

/** Undefined for somebody who is to be invited (again), which shows as missing. */
function observedEntry(
  standing: Standing,
  email: string,
  person: RosterPerson,
  wish: Partial<RosterWish>,
  now: Date,
): RosterEntry | undefined {
  if (standing.stage === "member") return entryLike(person.entry, standing.member);
  if (standing.stage === "pending") return entryLike(person.entry, standing.invite);
  if (person.status === undefined) return undefined;
  const wasMember = person.status === "active" || person.status === "left";
  if (standing.stage === "expired" || !wasMember) return person.entry;
  const wanted = { email, renewal: wish.renewal, ...rolesIn(person.entry) };
  return decide(standing, recordedInvite(person), wanted, now).act === "send" ? undefined : person.entry;
}

function recordOf(standing: Standing, person: RosterPerson): Omit<RosterPerson, "entry"> {
  if (standing.stage === "member") {
    return { status: "active", userId: standing.member.userId, expiresAt: undefined };
  }
  if (standing.stage === "absent") {
    if (person.status === undefined) return {};
    const wasMember = person.status === "active" || person.status === "left";
    return { status: wasMember ? "left" : "withdrawn" };
  }
  const { invite, stage } = standing;
  const inviteDate = new Date(invite.inviteDate ?? 0).toISOString();
  return { status: stage, userId: undefined, inviteDate, expiresAt: expiryOf(invite).toISOString() };
}

/** Members and unexpired invites whom nobody among the given people is. */
export function strangersIn(view: View, people: RosterPeople): { members: Member[]; invites: Invite[] } {
  const emails = new Set(Object.keys(people));
  const userIds = new Set(Object.values(people).map((person) => person.userId));
  return {
    members: view.members.filter((member) => !emails.has(member.email) && !userIds.has(member.userId)),
    invites: view.invites.filter((invite) => !emails.has(invite.email) && !isExpired(invite, view.now)),
  };
}

import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import { Role } from "../../vocabulary/arguments";
import type { RecordedInvite } from "../../vocabulary/desired-invite";
import { ProviderError } from "../../vocabulary/errors";
import { type RosterEntry, type RosterMembers, resendIn, rolesIn } from "../../vocabulary/roster-arguments";

/** What a roster records of one person whom it manages: what was last applied, and where they stood. */
export const RosterPerson = z.object({
  entry: z.custom<RosterEntry>((value) => typeof value === "string" || typeof value === "object"),
  status: z.enum(["pending", "expired", "withdrawn", "active", "left"]).optional(),
  userId: z.string().optional(),
  /** Absent beside a status of somebody who is no member: their invite was not confirmed as sent. */
  inviteDate: z.string().optional(),
  expiresAt: z.string().optional(),
  disallowTransfer: z.boolean().optional(),
  /** To be an admin once their second factor is there. */
  awaitsTwoFactor: z.boolean().optional(),
  /** The role that they have, or are invited to, until then. */
  roleUntilTwoFactor: Role.optional(),
  /** Taken out of the roster, and kept because of something else that does not manage them for good. */
  isReleased: z.boolean().optional(),
});
export type RosterPerson = z.infer<typeof RosterPerson>;

/** The people whom a roster manages, by address. */
export type RosterPeople = Record<string, RosterPerson>;

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
  for (const [email, person] of Object.entries(parsePeople(text))) {
    const entry = person.entry ?? members[email];
    if (entry !== undefined) whole[email] = { ...person, entry };
  }
  return whole;
}

function parsePeople(text: string) {
  try {
    return RecordedPeople.parse(JSON.parse(text));
  } catch {
    throw new ProviderError("What the stack has recorded of the people of this OrgRoster cannot be read.");
  }
}

/** What users are shown: people of the roster who are not members, or not any more. */
export function awaitingIn(people: RosterPeople) {
  const awaiting = Object.entries(people).filter(([, { status }]) => status !== "active");
  return Object.fromEntries(
    awaiting.map(([email, { status, inviteDate, expiresAt }]) => [email, { status, inviteDate, expiresAt }]),
  );
}

/** The people whom a program states, with what is remembered of those it stated before. */
export function peopleIn(members: RosterMembers, known: RosterPeople): RosterPeople {
  return Object.fromEntries(
    Object.entries(members).map(([email, entry]) => [email, statedNow(known[email], entry)]),
  );
}

/** Whoever is not to be an admin any more waits for no second factor. */
function statedNow(known: RosterPerson | undefined, entry: RosterEntry): RosterPerson {
  const { awaitsTwoFactor, ...person } = notReleased(known);
  const isWaiting = awaitsTwoFactor === true && rolesIn(entry).role === "admin";
  return { ...person, entry, ...(isWaiting && { awaitsTwoFactor }) };
}

function notReleased(person: RosterPerson | undefined): Omit<RosterPerson, "entry"> {
  const { isReleased, entry, ...others } = person ?? {};
  return others;
}

/** What was last sent to a person, for deciding about the next email. */
export function recordedInvite(person: RosterPerson | undefined): RecordedInvite | undefined {
  if (person?.status === undefined) return undefined;
  const { status, inviteDate, disallowTransfer, userId } = person;
  const resend = resendIn(person.entry);
  const record = { status, inviteDate, disallowTransfer, userId, ...awaitedBy(person) };
  const recorded = { ...rolesIn(person.entry), ...record };
  return resend === undefined ? recorded : { ...recorded, resend };
}

/** An invite that was accepted manages nobody; to a roster it tells of a member. */
function statusFrom(status: string | undefined): RosterPerson["status"] {
  return status === "accepted" ? "active" : RosterPerson.shape.status.safeParse(status).data;
}

/** What another resource recorded of a person, as a roster records it. */
export function personFrom(recorded: RecordedInvite | undefined): RosterPerson | undefined {
  const status = statusFrom(recorded?.status);
  if (!recorded?.role || status === undefined) return undefined;
  const { role, applicationRoles, dashboardRoles } = recorded;
  const { inviteDate, disallowTransfer, userId } = recorded;
  return {
    entry: { role, applicationRoles, dashboardRoles },
    status,
    inviteDate,
    disallowTransfer,
    userId,
    ...awaitedBy(recorded),
  };
}

type Awaiting = Pick<RosterPerson, "awaitsTwoFactor" | "roleUntilTwoFactor">;

function awaitedBy({ awaitsTwoFactor, roleUntilTwoFactor }: Awaiting): Awaiting {
  return { awaitsTwoFactor, ...(awaitsTwoFactor && roleUntilTwoFactor && { roleUntilTwoFactor }) };
}

/** The members of a state, in order. */
export function sortedMembers(members: RosterMembers): RosterMembers {
  return Object.fromEntries(Object.entries(members).sort(([one], [other]) => (one < other ? -1 : 1)));
}

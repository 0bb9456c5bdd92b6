import { z } from "zod";
import type { RecordedResource } from "../../support/provider-calls";

/** A person whom a recorded resource manages. */
export interface Subject {
  kind: RecordedResource["kind"];
  email: string;
  userId: string | undefined;
  /** Whether whoever takes the resource out keeps the person. */
  isRetained: boolean;
  /** Whether a roster remembers them for the case that nobody else declares them any more. */
  isReleased: boolean;
}

/** Whether two are one person: by user id where both are known by it, else by address. */
export function areSame(
  one: { email: string; userId?: string | undefined },
  other: { email: string; userId?: string | undefined },
): boolean {
  const areKnown = one.userId !== undefined && other.userId !== undefined;
  return areKnown ? one.userId === other.userId : one.email === other.email;
}

/** States record absent outputs as null. */
const Single = z.object({
  email: z.string(),
  userId: z.string().nullish(),
  deletionPolicy: z.string().nullish(),
});
const People = z.record(
  z.string(),
  z.object({ userId: z.string().optional(), isReleased: z.boolean().optional() }),
);
const Limited = z.object({ until: z.string() });
const Roster = z.object({
  __people: z.string(),
  members: z.record(z.string(), z.unknown()),
  deletionPolicy: z.string().nullish(),
});

/** Whom a recorded resource manages. */
export function subjectsOf({ kind, outputs }: RecordedResource): Subject[] {
  if (kind === "organization") return [];
  if (kind === "orgRoster") return rosterSubjects(Roster.parse(outputs));
  const { email, userId, deletionPolicy } = Single.parse(outputs);
  return [
    { kind, email, userId: userId ?? undefined, isRetained: deletionPolicy === "retain", isReleased: false },
  ];
}

/** Whose access has ended is the roster's by the entry alone, should somebody give it again. */
function rosterSubjects({ __people, members, deletionPolicy }: z.infer<typeof Roster>): Subject[] {
  const limited = Object.entries(members).filter(([, entry]) => Limited.safeParse(entry).success);
  const ended: z.infer<typeof People> = Object.fromEntries(limited.map(([email]) => [email, {}]));
  const people = { ...ended, ...People.parse(JSON.parse(__people)) };
  return Object.entries(people).map(([email, { userId, isReleased = false }]) => ({
    kind: "orgRoster",
    email,
    userId,
    isRetained: deletionPolicy !== "remove",
    isReleased,
  }));
}

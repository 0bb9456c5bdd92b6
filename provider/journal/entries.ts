import { z } from "zod";
import { peopleKinds } from "../decisions/declared-people";
import { RecordedInvite } from "../vocabulary/desired-invite";
import { roles } from "../vocabulary/roles";

/** Addresses stand in a journal as keys, so that a file which is left behind names nobody. */
const PersonKeys = z.object({ email: z.string().optional(), userId: z.string().optional() });
const org = z.string();
const kind = z.enum(peopleKinds);
const name = z.string().optional();
const hasEnded = z.boolean().optional();

/** What is planned, or planned no longer, of somebody: a user id, or what stands for an address. */
const PlanChange = z.object({
  part: z.enum(["roles", "removed", "revoked", "ended", "endedInvites", "endingSoon", "invited"]),
  who: z.string(),
  role: z.enum(roles).optional(),
  isPlanned: z.boolean(),
});
export type PlanChange = z.infer<typeof PlanChange>;

/** A process of the run begins. */
export const Opening = z.object({
  is: z.literal("opened"),
  by: z.string(),
  pid: z.number(),
  /** The process of the engine, where the system tells it. */
  engine: z.number().optional(),
  /** Everything up to this byte is of an earlier run, whose engine had the same address. */
  after: z.number(),
  /** Keys are made with the one of the first opening in the file. */
  salt: z.string(),
});
export type Opening = z.infer<typeof Opening>;

/** What one process of a run tells the others. */
export const Entry = z.discriminatedUnion("is", [
  z.object({ is: z.literal("declared"), org, kind, person: PersonKeys, name, hasEnded }),
  z.object({ is: z.literal("recorded"), org, kind, person: PersonKeys }),
  z.object({ is: z.literal("known"), org, email: z.string(), userId: z.string() }),
  z.object({ is: z.literal("remembered"), org, email: z.string(), invite: RecordedInvite }),
  z.object({
    is: z.literal("claimed"),
    org,
    kind: z.enum(["Organization", "OrgRoster"]),
    name,
    content: z.string(),
    isAlone: z.boolean(),
  }),
  z.object({
    is: z.literal("organization"),
    org,
    isDeclared: z.boolean(),
    isTakenOver: z.boolean(),
    recorded: z.object({ adopted: z.boolean(), name: z.string().optional() }).optional(),
  }),
  z.object({
    is: z.literal("planned"),
    org,
    /** Whose it is: a process has one for single people, and one for its roster. */
    plan: z.string(),
    /** Whether its removals have a limit of their own. */
    isApart: z.boolean(),
    changes: z.array(PlanChange),
  }),
  z.object({ is: z.literal("turn"), org, id: z.string(), pid: z.number() }),
  z.object({ is: z.literal("turn over"), org, id: z.string() }),
  z.object({ is: z.literal("user"), org, userId: z.string() }),
  z.object({ is: z.literal("counted"), org, people: z.number() }),
  z.object({ is: z.literal("expected"), org, person: PersonKeys }),
  z.object({ is: z.literal("removal"), org, id: z.string() }),
  z.object({ is: z.literal("withdrawn"), org, id: z.string() }),
]);
export type Entry = z.infer<typeof Entry>;

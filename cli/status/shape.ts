import { z } from "zod";
import { organizationRoles } from "../../client/roles";
import { ReportedCredential } from "../../report/report";

/** Days until an end, begun ones counted; what has ended has none, or negative ones. */
const DaysLeft = z.number().nullable();

const Role = z.enum(organizationRoles);

/** What `status --json` prints for each organization. Times are ISO text; what Losant does not tell is null. */
export const OrganizationStatus = z.object({
  orgId: z.string(),
  name: z.string(),
  /** What the token may do there: its user's role, and whether it may read the names of applications and dashboards. */
  token: z.object({
    /** Null for no member, and where the token's user cannot be identified. */
    role: Role.nullable(),
    /** The role below admin to which the token is limited there, as far as Losant lists it; null for none. */
    limitedTo: Role.nullable(),
    readsApplications: z.boolean(),
    readsDashboards: z.boolean(),
  }),
  /** `required`, `adminRequired` or `notRequired`. */
  mfaMode: z.string().nullable(),
  /** Domains to which invites may go; empty for all. */
  allowedDomains: z.array(z.string()),
  /** Members and unexpired invites, and how many there may be. */
  seats: z.object({ taken: z.number(), limit: z.number().nullable() }),
  members: z.array(
    z.object({
      email: z.string(),
      userId: z.string(),
      /** As Losant says: one of the known roles, or a word that is newer than this release. */
      role: z.string(),
      applicationRoles: z.number(),
      dashboardRoles: z.number(),
      twoFactor: z.boolean().nullable(),
      singleSignOn: z.boolean().nullable(),
      /** When their access ends, as the files of `--people` say. */
      until: z.string().nullable(),
      daysLeft: DaysLeft,
      reason: z.string().nullable(),
      owner: z.string().nullable(),
    }),
  ),
  invites: z.array(
    z.object({
      email: z.string(),
      role: z.string(),
      expiresAt: z.string().nullable(),
      /** As Losant says; by `expiresAt` where it does not. */
      isExpired: z.boolean(),
      /** Until the invite ends; null too where the dates contradict `isExpired`. */
      daysLeft: DaysLeft,
      /** When the access ends that is offered, as the files of `--people` say; not the invite. */
      until: z.string().nullable(),
      accessDaysLeft: DaysLeft,
      reason: z.string().nullable(),
      owner: z.string().nullable(),
    }),
  ),
  /** Who is in the files of `--people` but not at Losant, those whose access has ended too. */
  absent: z.array(z.object({ email: z.string(), until: z.string().nullable(), daysLeft: DaysLeft })),
  /** With `--credentials`, what of the applications' API tokens and access keys somebody should look at; else null. */
  credentials: z
    .array(ReportedCredential.omit({ id: true, makerUserId: true, makerEmail: true, isEndless: true }))
    .nullable(),
  /** Why the credentials that were asked for could not be read; else null. */
  credentialsProblem: z.string().nullable(),
});
export type OrganizationStatus = z.infer<typeof OrganizationStatus>;

/** What `status --json` prints. */
export const Status = z.object({
  /** The token's user; null where it cannot be identified (the scope me.get is missing). */
  token: z.object({ email: z.string(), userId: z.string() }).nullable(),
  /** When the token expires, as it says itself or Losant lists it; null where neither does. */
  tokenExpiresAt: z.string().nullable(),
  tokenDaysLeft: DaysLeft,
  /**
   * What Losant lists of the token (scope userApiTokens.get); null where it does not, or the token is none of those that
   * it lists.
   */
  apiToken: z
    .object({
      /** How many of its user's tokens it may be. What several have in common is here. */
      mayBe: z.number(),
      /** Null for one of several. */
      name: z.string().nullable(),
      /** `active` or `inactive`. */
      status: z.string().nullable(),
      /** The scopes that it lacks for a use: `changes`, `report`, `usage`, `status --credentials`; empty for none. */
      lacks: z.array(z.object({ for: z.string(), scopes: z.array(z.string()) })),
    })
    .nullable(),
  organizations: z.array(OrganizationStatus),
  /** The organizations that could not be read, and why. */
  failed: z.array(z.object({ orgId: z.string(), name: z.string(), problem: z.string() })),
});
export type Status = z.infer<typeof Status>;

/** What a simulator holds, as `GET /_simulator/state` gives it and `PUT` takes it back changed. */
export interface SimulatorState {
  /** The only token that is accepted. */
  token: string;
  /** What the token may do, in the vendor's scope names; `all.User` may do everything here. */
  tokenScopes: string[];
  /** The token's user. */
  userId: string;
  /** The organization of the start, which may be deleted by now. */
  orgId: string;
  /** How far the simulator's clock is ahead of the machine's, in milliseconds. */
  clockAheadMs: number;
  /** How many ids were given out. */
  sequence: number;
  people: SimulatedPerson[];
  organizations: SimulatedOrganization[];
  /** Invites by organization. */
  invites: Record<string, SimulatedInvite[]>;
  applications: SimulatedResource[];
  dashboards: SimulatedResource[];
}

/** A person with a Losant account, member of something or not. */
export interface SimulatedPerson {
  userId: string;
  firstName: string;
  lastName: string;
  email: string;
  avatarUrl?: string;
  twoFactorAuthEnabled: boolean;
  ssoLinked: boolean;
}

/** An organization. What follows from the rest, such as `summary`, is taken and has no effect. */
export interface SimulatedOrganization {
  id: string;
  orgId?: string;
  name: string;
  description: string;
  planId: string;
  billingEmail: string;
  iconColor: string;
  mfaMode: "notRequired" | "adminRequired" | "required";
  creationDate: string;
  lastUpdated: string;
  members: SimulatedMember[];
  limits: SimulatedLimits;
  subscriptionStatus: "trialing" | "active" | "past_due" | "canceled" | "unpaid";
  isEnterprise: boolean;
  whitelistedEmailDomains: string[];
  disabledAt: string | false;
  isReadOnly: boolean;
  banner?: { message?: string; level?: "info" | "warning" | "critical" };
  summary?: unknown;
  currentPeriodStart?: string;
  currentPeriodEnd?: string;
  _type?: string;
  _etag?: string;
  _links?: unknown;
}

type Role = "admin" | "edit" | "collaborate" | "view" | "none";

/** A role on one application or dashboard. */
export interface SimulatedResourceRole {
  resourceId: string;
  role: "collaborate" | "view" | "none";
}

/** A member: `email` and `role` are enough in a state that is put, the rest is filled in. */
export interface SimulatedMember extends Partial<SimulatedPerson> {
  email: string;
  role: Role;
  applicationRoles?: SimulatedResourceRole[];
  dashboardRoles?: SimulatedResourceRole[];
}

/** An invite: `email` and `role` are enough in a state that is put, the rest is filled in. */
export interface SimulatedInvite {
  id?: string;
  email: string;
  role: Role;
  applicationRoles?: SimulatedResourceRole[];
  dashboardRoles?: SimulatedResourceRole[];
  inviteDate?: string;
  ttl?: number;
  disallowTransfer?: boolean;
  token?: string;
  /** Taken, without effect: it follows from `inviteDate`, `ttl` and the clock. */
  hasExpired?: boolean;
}

/** An application or a dashboard. */
export interface SimulatedResource {
  id: string;
  name: string;
  ownerId: string;
  ownerType: "user" | "organization";
  creationDate: string;
}

/** What an organization may hold. A limit that is left out does not bind. */
export type SimulatedLimits = Partial<
  Record<
    | "apitoken"
    | "application"
    | "applicationcertificate"
    | "applicationcertificateauthority"
    | "applicationkey"
    | "credential"
    | "dashboard"
    | "datatable"
    | "device"
    | "devicerecipe"
    | "experiencedomain"
    | "experienceendpoint"
    | "experiencegroup"
    | "experienceslug"
    | "experienceuser"
    | "experienceversion"
    | "experienceview"
    | "file"
    | "flow"
    | "integration"
    | "notebook"
    | "privatefile"
    | "resourcejob"
    | "webhook"
    | "dataTTL"
    | "member"
    | "payload"
    | "storage"
    | "notebookMinutesPerRun"
    | "notebookMinutesPerMonth"
    | "notebookInParallel"
    | "experienceFlowSlots"
    | "applicationFlowSlots"
    | "systemInterval",
    number
  >
>;

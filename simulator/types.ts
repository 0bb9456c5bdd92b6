/** A role on one application or dashboard. */
export interface SimulatedResourceRole {
  resourceId: string;
  role: "collaborate" | "view" | "none";
}

/** A role in an organization. */
export type SimulatedRole = "admin" | "edit" | "collaborate" | "view" | "none";

/** A person with a Losant account, member of something or not. */
export interface SimulatedPerson {
  /** 24 hex digits. */
  userId: string;
  firstName: string;
  lastName: string;
  email: string;
  avatarUrl?: string | undefined;
  twoFactorAuthEnabled: boolean;
  ssoLinked: boolean;
}

/** A member: `email` and `role` are enough for `PUT`, the rest is filled in. */
export interface SimulatedMember extends Partial<SimulatedPerson> {
  email: string;
  role: SimulatedRole;
  applicationRoles?: SimulatedResourceRole[] | undefined;
  dashboardRoles?: SimulatedResourceRole[] | undefined;
}

/** An invite: `email` and `role` are enough for `PUT`, the rest is filled in. */
export interface SimulatedInvite {
  id?: string | undefined;
  email: string;
  role: SimulatedRole;
  applicationRoles?: SimulatedResourceRole[] | undefined;
  dashboardRoles?: SimulatedResourceRole[] | undefined;
  /** When it was sent: ISO text in UTC. */
  inviteDate?: string | undefined;
  /** How long it is valid, in milliseconds. */
  ttl?: number | undefined;
  /** Has no effect: it follows from `inviteDate`, `ttl` and the clock. */
  hasExpired?: boolean | undefined;
  disallowTransfer?: boolean | undefined;
  /** What the email to the invited person would carry. */
  token?: string | undefined;
}

/** An organization, as `GET /orgs/{id}` gives it. What follows from the rest is taken and has no effect. */
export interface SimulatedOrganization {
  /** 24 hex digits. */
  id: string;
  name: string;
  description: string;
  planId: string;
  billingEmail: string;
  iconColor: string;
  mfaMode: "notRequired" | "adminRequired" | "required";
  creationDate: string;
  lastUpdated: string;
  members: SimulatedMember[];
  /** By the vendor's names, such as `member`; a limit that is left out does not bind. */
  limits: { [name: string]: number | undefined; member?: number | undefined };
  subscriptionStatus: "trialing" | "active" | "past_due" | "canceled" | "unpaid";
  isEnterprise: boolean;
  whitelistedEmailDomains: string[];
  /** `false`, or since when: ISO text in UTC. */
  disabledAt: string | false;
  isReadOnly: boolean;
  banner?: { message?: string | undefined; level?: "info" | "warning" | "critical" | undefined } | undefined;
  orgId?: string | undefined;
  summary?: unknown;
  currentPeriodStart?: string | undefined;
  currentPeriodEnd?: string | undefined;
  _type?: string | undefined;
  _etag?: string | undefined;
  _links?: unknown;
}

/** An application or a dashboard. */
export interface SimulatedResource {
  /** 24 hex digits. */
  id: string;
  name: string;
  /** 24 hex digits. */
  ownerId: string;
  ownerType: "user" | "organization";
  creationDate: string;
}

/** An API token or an access key of an application. */
export interface SimulatedCredential {
  /** 24 hex digits. */
  id: string;
  /** 24 hex digits. */
  applicationId: string;
  kind: "apiToken" | "accessKey";
  name: string;
  status: "active" | "inactive";
  /** 24 hex digits. */
  creatorId: string;
  creatorType: "user" | "flow" | "apiToken";
  creatorName?: string | undefined;
  /** ISO text in UTC. */
  creationDate: string;
  /** ISO text in UTC; of API tokens only, without one it never expires. */
  expirationDate?: string | undefined;
}

/** An API token of the authenticated user. */
export interface SimulatedUserApiToken {
  /** 24 hex digits. */
  id: string;
  name: string;
  status: "active" | "inactive";
  /** ISO text in UTC. */
  creationDate: string;
  /** ISO text in UTC; without one it never expires. It has no effect: what is accepted is the state's `token`. */
  expirationDate?: string | undefined;
  /** Absent of the token in use: it has the state's `tokenScopes`. */
  scope?: string[] | undefined;
  /** The most that it may do in organizations that `orgRoles` does not name; absent for no limit. */
  defaultRole?: SimulatedRole | undefined;
  orgRoles?: { orgId: string; role: SimulatedRole }[] | undefined;
}

/** A writing call, as an organization's audit log has it. */
export interface SimulatedAuditEntry {
  /** 24 hex digits. */
  id: string;
  /** ISO text in UTC. */
  creationDate: string;
  orgId: string;
  actorId: string;
  actorType: "Application" | "Device" | "Flow" | "User" | "ApiToken";
  actorName: string;
  /** Such as `org`. */
  requestResource: string;
  /** Such as `modifyMember`. */
  requestAction: string;
  requestPathParams: Record<string, unknown>;
  requestQueryParams: Record<string, unknown>;
  requestBody: Record<string, unknown>;
  responseStatus: number;
}

/** Everything that the simulator holds: what `GET /_simulator/state` gives and `PUT` takes back changed. */
export interface SimulatorState {
  /** The only token that is accepted. */
  token: string;
  /** What the token may do, in the vendor's scope names. */
  tokenScopes: string[];
  /** The authenticated user. */
  userId: string;
  /** The organization of the start, which may be deleted by now. */
  orgId: string;
  /** How far the simulator's clock is ahead of the machine's, in milliseconds. */
  clockAheadMs: number;
  /** How many ids were given out: the next one follows from it. */
  sequence: number;
  people: SimulatedPerson[];
  organizations: SimulatedOrganization[];
  /** Invites by organization. */
  invites: Record<string, SimulatedInvite[]>;
  applications: SimulatedResource[];
  dashboards: SimulatedResource[];
  /** API tokens and access keys of applications. */
  credentials?: SimulatedCredential[] | undefined;
  /** API tokens of the authenticated user; the one without a `scope` is in use. */
  userApiTokens?: SimulatedUserApiToken[] | undefined;
  /** Whether organizations have an audit log; default true. */
  hasAuditLog?: boolean | undefined;
  /** The writing calls on organizations, newest first; at most 1000 are kept. */
  auditLog?: SimulatedAuditEntry[] | undefined;
}

/**
 * A moment: a Date, milliseconds since 1970, or ISO text such as `2026-11-01` (its start in UTC) or
 * `2026-11-01T00:00:00Z`. Text with an hour needs its time zone, or it would mean another moment on each machine.
 */
export type Time = Date | number | string;

/** Which summary figures the answer's `summary` carries. */
export interface SummaryOptions {
  /** Fields to leave out, separated by commas, such as `payloadCount,storageStats`. */
  summaryExclude?: string | undefined;
  /** The only fields to give, separated by commas. */
  summaryInclude?: string | undefined;
}

/** Which organization a call is about. */
export interface OrgParameters {
  /** 24 hex digits. */
  orgId: string;
}

/** Which days a usage figure covers. Days are UTC; without a start or an end Losant chooses the range. */
export interface RangeParameters extends OrgParameters {
  /** The first moment: a Date, milliseconds since 1970, or ISO text. */
  start?: Time | undefined;
  /** The last moment, included. */
  end?: Time | undefined;
}

/** Which page of a list to give; the defaults are the vendor's. */
export interface PageParameters {
  /** Default `asc`. */
  sortDirection?: "asc" | "desc" | undefined;
  /** From 0, the default. */
  page?: number | undefined;
  /** Default 100. */
  perPage?: number | undefined;
  filterField?: "name" | undefined;
  /** Text that the field must match; `*` stands for any. */
  filter?: string | undefined;
}

/** How to list organizations. */
export interface OrgsParameters extends PageParameters, SummaryOptions {
  /** Default `name`. */
  sortField?: "name" | "id" | "creationDate" | "lastUpdated" | undefined;
}

/** How to list applications. */
export interface ApplicationsParameters extends PageParameters, SummaryOptions {
  /** The organization that owns them; blank: the authenticated user; left out: all that the user may see. */
  orgId?: string | undefined;
  /** Default `name`. */
  sortField?: "name" | "id" | "creationDate" | "ownerId" | "lastUpdated" | undefined;
}

/** How to list dashboards. */
export interface DashboardsParameters extends PageParameters {
  /** The organization that owns them; blank: the authenticated user; left out: all that the user may see. */
  orgId?: string | undefined;
  /** The application that they are linked to; blank: none; left out: any. */
  applicationId?: string | undefined;
  /** Default `name`. */
  sortField?: "name" | "id" | "creationDate" | "ownerId" | "applicationId" | "lastUpdated" | undefined;
}

/** Which entries of an audit log to give. */
export interface AuditLogParameters extends OrgParameters {
  /** Only of these actions, such as `modifyMember`; at most 10. Default all. */
  actions?: string[] | undefined;
  /** At most 1000, the newest. Default 100. */
  perPage?: number | undefined;
}

/** Which API tokens of the authenticated user to give. */
export interface UserApiTokensParameters {
  /** From 0, the default. */
  page?: number | undefined;
  /** Default 100. */
  perPage?: number | undefined;
}

/** Which credentials of an application to give. */
export interface CredentialParameters {
  /** 24 hex digits. */
  applicationId: string;
  /** From 0, the default. */
  page?: number | undefined;
  /** At most 1000. */
  perPage?: number | undefined;
}

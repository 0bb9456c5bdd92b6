import type { ResourceRole, Role } from "./roles";

/** An invite that nobody has accepted; expired ones stay listed until somebody revokes them. */
export interface Invite {
  /** 24 hex digits. */
  id: string;
  /** The invited address; Losant keeps it in lower case. */
  email: string;
  /** `none` where the answer gives no role that is known; a word that is not known is `unknownRole`. */
  role: Role;
  unknownRole?: string | undefined;
  /** Undefined where the answer does not give the list: unknown, not empty. */
  applicationRoles?: ResourceRole[] | undefined;
  /** Undefined where the answer does not give the list: unknown, not empty. */
  dashboardRoles?: ResourceRole[] | undefined;
  /** When it was sent: text that `Date.parse` reads. Undefined where the answer gives no such date. */
  inviteDate?: string | undefined;
  /** How long it is valid, in milliseconds. */
  ttl?: number | undefined;
  hasExpired?: boolean | undefined;
  /** Whether it can be accepted only by the invited address. */
  disallowTransfer?: boolean | undefined;
  /** What else the answer holds. */
  [key: string]: unknown;
}

/** An invite to send. */
export interface InvitePost {
  email: string;
  role: Role;
  /** At most 100. */
  applicationRoles?: ResourceRole[] | undefined;
  /** At most 100. */
  dashboardRoles?: ResourceRole[] | undefined;
  disallowTransfer?: boolean | undefined;
}

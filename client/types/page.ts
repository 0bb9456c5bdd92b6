import type { Organization } from "./organization";

/** One page of a list. */
export interface Page<Item> {
  items: Item[];
  /** How many items this page holds. */
  count: number;
  /** How many items all pages hold. */
  totalCount: number;
  /** From 0. */
  page?: number | undefined;
  perPage?: number | undefined;
  /** What else the answer holds. */
  [key: string]: unknown;
}

/** One page of organizations. */
export type OrganizationPage = Page<Organization>;

/** An application or a dashboard: as much of it as this package uses. */
export interface OwnedResource {
  /** 24 hex digits. */
  id: string;
  name?: string | undefined;
  /** The organization or user that owns it: 24 hex digits. */
  ownerId?: string | undefined;
  ownerType?: "user" | "organization" | undefined;
  description?: string | undefined;
  /** ISO text. */
  creationDate?: string | undefined;
  /** ISO text. */
  lastUpdated?: string | undefined;
}

/** One page of applications or dashboards. */
export type OwnedResourcePage = Page<OwnedResource>;

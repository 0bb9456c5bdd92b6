import { z } from "zod";
import { limits, standardLimits } from "./limits";
import { member, memberInput, memberOf } from "./member";
import type { Person } from "./person";
import { email, id, moment } from "./primitives";

const banner = z.strictObject({
  message: z.string().max(2048).optional(),
  level: z.enum(["info", "warning", "critical"]).optional(),
});

/** The settings that a caller may change (vendor's schema orgPatch; `cardToken` is taken and never given back). */
export const organizationSettings = z.strictObject({
  name: z.string().min(1).max(255),
  description: z.string().max(32767),
  planId: z.string().max(1024),
  billingEmail: email,
  iconColor: z.string().max(64),
  mfaMode: z.enum(["notRequired", "adminRequired", "required"]),
});

/** Settings as the vendor's schema orgPatch takes them. A card is taken and never given back. */
export const settingsPatch = organizationSettings
  .partial()
  .extend({ cardToken: z.string().max(1024).optional() });

/** An organization as it is stored: the vendor's schema org without `orgId`, `summary` and the billing period, which follow from the rest. */
export const organization = organizationSettings.extend({
  id,
  creationDate: moment,
  lastUpdated: moment,
  members: z.array(member),
  limits,
  subscriptionStatus: z.enum(["trialing", "active", "past_due", "canceled", "unpaid"]),
  isEnterprise: z.boolean(),
  whitelistedEmailDomains: z.array(z.string().min(3).max(45)),
  disabledAt: z.union([z.literal(false), moment]),
  isReadOnly: z.boolean(),
  banner: banner.optional(),
});

/** An organization. */
export type Organization = z.infer<typeof organization>;

/** An organization with one admin and everything else as usual. */
export const newOrganization = (organizationId: string, admin: Person, date: string): Organization => ({
  id: organizationId,
  creationDate: date,
  lastUpdated: date,
  name: "Simulated Organization",
  description: "",
  planId: "simulated",
  billingEmail: admin.email,
  iconColor: "#0b9ed9",
  mfaMode: "notRequired",
  members: [memberOf(admin, "admin")],
  limits: standardLimits(),
  subscriptionStatus: "active",
  isEnterprise: false,
  whitelistedEmailDomains: [],
  disabledAt: false,
  isReadOnly: false,
});

/** An organization in a PUT state: as `GET /orgs/{id}` gives it; what follows from the rest is taken and has no effect. */
export const organizationInput = organization.extend({
  members: z.array(memberInput),
  orgId: id.optional(),
  summary: z.unknown().optional(),
  currentPeriodStart: moment.optional(),
  currentPeriodEnd: moment.optional(),
  _type: z.string().optional(),
  _etag: z.string().optional(),
  _links: z.unknown().optional(),
});

/** An organization as a test writes it. */
export type OrganizationInput = z.infer<typeof organizationInput>;

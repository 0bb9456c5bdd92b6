import { z } from "zod";

/** An id: 24 hex digits, either case (vendor's schemas); kept in lower case so that ids compare. */
export const id = z
  .string()
  .regex(/^[A-Fa-f\d]{24}$/, "must be 24 hex digits")
  .toLowerCase();

/** An email address of at most 1024 characters (vendor's schemas); kept in lower case (assumed), so addresses compare. */
export const email = z.email("must be an email address").max(1024).toLowerCase();

/** ISO text of a moment, in UTC. */
export const moment = z.iso.datetime();

/** A role in an organization (vendor's schema orgRoleInfo). */
export const organizationRole = z.enum(["admin", "edit", "collaborate", "view", "none"]);

/** A whole number of at least 0. */
export const count = z.int().min(0);

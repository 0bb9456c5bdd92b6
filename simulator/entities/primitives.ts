import { z } from "zod";

/** An id: 24 hex digits, either case (vendor's schemas); kept in lower case so that ids compare. */
export const id = z
  .string()
  .regex(/^[A-Fa-f\d]{24}$/, "must be 24 hex digits")
  .toLowerCase();

// Vendor's schemas: `format: email`, at most 1024 characters. Assumed: as the HTML standard has it, which takes `r&d@` and
// a domain without a dot, and neither quotes nor letters beyond ASCII. This is no code of the client's or provider's.
const emailForm =
  /^[\w.!#$%&'*+/=?^`{|}~-]+@[a-z\d](?:[a-z\d-]*[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]*[a-z\d])?)*$/i;

/** An email address; kept in lower case (assumed), so addresses compare. */
export const email = z.string().max(1024).regex(emailForm, "must be an email address").toLowerCase();

/** ISO text of a moment, in UTC. */
export const moment = z.iso.datetime();

/** A role in an organization (vendor's schema orgRoleInfo). */
export const organizationRole = z.enum(["admin", "edit", "collaborate", "view", "none"]);

/** A whole number of at least 0. */
export const count = z.int().min(0);

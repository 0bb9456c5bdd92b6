import type * as pulumi from "@pulumi/pulumi";
import type { Role } from "./roles";

/** What a program asks of the second factor of people. */
export interface TwoFactorArgs {
  /**
   * Nobody becomes an admin without a second factor. `"admins"` also warns at every preview of admins who have none, `"all"`
   * of all members who have none. Accounts with single sign-on count as having one: it is the identity provider's, and Losant
   * does not tell of it. Default: what `losant:requireTwoFactor` says, else nobody is asked. Where both are stated, `"all"` wins.
   */
  requireTwoFactor?: pulumi.Input<"admins" | "all">;
  /**
   * The role of whoever is to be an admin and has no second factor yet: they are invited to it, or get it as a member, and
   * are made an admin by the first `up` that finds the second factor. Without it, they are refused. Admins who have lost
   * theirs keep the role.
   */
  roleUntilTwoFactor?: pulumi.Input<Exclude<Role, "admin">>;
  /**
   * What to do about people who are there and lack the second factor that `requireTwoFactor` asks for: `"warn"` (the default),
   * or `"fail"`, which refuses at preview. Either way nobody is demoted or removed for it.
   */
  missingTwoFactor?: pulumi.Input<"warn" | "fail">;
}

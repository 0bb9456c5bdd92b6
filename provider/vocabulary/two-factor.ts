import { oneOf } from "./arguments";
import type { Role } from "./roles";

/** Of whom a second factor is asked: of admins, or of everybody. Nobody becomes an admin without one under both. */
export const twoFactorGroups = ["admins", "all"] as const;
export type TwoFactorGroup = (typeof twoFactorGroups)[number];

/** What a program may say of the second factor of people. */
export const TwoFactorArguments = {
  requireTwoFactor: oneOf(twoFactorGroups).optional(),
  roleUntilTwoFactor: oneOf(["edit", "collaborate", "view", "none"]).optional(),
  missingTwoFactor: oneOf(["warn", "fail"]).optional(),
};

/** What of it a program states. */
export interface StatedTwoFactor {
  requireTwoFactor?: TwoFactorGroup | undefined;
  roleUntilTwoFactor?: Role | undefined;
  missingTwoFactor?: "warn" | "fail" | undefined;
}

/** Of whom a second factor is asked, and what becomes of those who have none. */
export interface TwoFactorRule {
  of: TwoFactorGroup;
  /** What is to be an admin has this role until the second factor is there; absent: nobody is given a role for the meantime. */
  roleUntil?: Role | undefined;
  /** Whether somebody who has lost it is a reason to refuse, and not only to warn. */
  isRefused: boolean;
}

/** What a program states, and the run demands of all resources, whichever asks more; undefined for no rule. */
export function twoFactorRule(
  stated: StatedTwoFactor,
  demanded: TwoFactorGroup | undefined,
): TwoFactorRule | undefined {
  const { requireTwoFactor, roleUntilTwoFactor, missingTwoFactor } = stated;
  const of = demanded === "all" ? demanded : (requireTwoFactor ?? demanded);
  return of && { of, roleUntil: roleUntilTwoFactor, isRefused: missingTwoFactor === "fail" };
}

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
  roleUntilTwoFactor?: Exclude<Role, "admin"> | undefined;
  missingTwoFactor?: "warn" | "fail" | undefined;
}

/** Of whom a second factor is asked, and what becomes of those who have none. */
export interface TwoFactorRule {
  of: TwoFactorGroup;
  /** Whoever is to be an admin has this role until their second factor is there; absent: they are refused. */
  roleUntil?: Role | undefined;
  /** Whether somebody who has lost it is a reason to refuse, and not only to warn. */
  isRefused: boolean;
}

type IsUnknown = (name: keyof StatedTwoFactor) => boolean;

/** What a program states, with what it stated before of whatever is known at `up` only. */
export function knownTwoFactor(
  stated: StatedTwoFactor,
  before: StatedTwoFactor | undefined,
  isUnknown: IsUnknown,
): StatedTwoFactor {
  const [requireTwoFactor, roleUntilTwoFactor, missingTwoFactor] = [
    isUnknown("requireTwoFactor") ? before?.requireTwoFactor : stated.requireTwoFactor,
    isUnknown("roleUntilTwoFactor") ? before?.roleUntilTwoFactor : stated.roleUntilTwoFactor,
    isUnknown("missingTwoFactor") ? before?.missingTwoFactor : stated.missingTwoFactor,
  ];
  return { requireTwoFactor, roleUntilTwoFactor, missingTwoFactor };
}

/**
 * What a program states, and the run demands of all resources, whichever asks more; undefined for no rule. What is not known
 * yet is no reason to refuse: the `up` judges by it.
 */
export function twoFactorRule(
  stated: StatedTwoFactor,
  demanded: TwoFactorGroup | undefined,
  isUnknown: IsUnknown = () => false,
): TwoFactorRule | undefined {
  const { requireTwoFactor, roleUntilTwoFactor, missingTwoFactor } = stated;
  if (roleUntilTwoFactor === undefined && isUnknown("roleUntilTwoFactor")) return undefined;
  const of = demanded === "all" ? demanded : (requireTwoFactor ?? demanded);
  return of && { of, roleUntil: roleUntilTwoFactor, isRefused: missingTwoFactor === "fail" };
}

/** That a program states what becomes of people without a second factor, and nothing asks for one. */
export function idleTwoFactor(
  { requireTwoFactor, roleUntilTwoFactor, missingTwoFactor }: StatedTwoFactor,
  demanded: TwoFactorGroup | undefined,
  isUnknown: IsUnknown,
): string | undefined {
  if ((requireTwoFactor ?? demanded) !== undefined || isUnknown("requireTwoFactor")) return undefined;
  const idle = Object.entries({ roleUntilTwoFactor, missingTwoFactor }).find(
    ([, value]) => value !== undefined,
  );
  if (idle === undefined) return undefined;
  return `${idle[0]} has no effect, as nothing asks for a second factor: state requireTwoFactor, or set losant:requireTwoFactor.`;
}

import {
  ConfigurationError,
  type ConnectionSettings,
  connectionSettings,
  readSetting,
  type SettingSource,
} from "../../client";
import { approvedPlanVariable } from "../../plan/approved";
import type { StricterUnmanaged } from "../decisions/roster/list-rules";
import { parseRemovalLimit, type RemovalLimit } from "../vocabulary/removal-limit";
import { type TwoFactorGroup, twoFactorGroups } from "../vocabulary/two-factor";

/** Everything a run is told by the environment and the stack's configuration. */
export interface Settings {
  connection: ConnectionSettings;
  /** Accepted admins that an organization always keeps; default 1. */
  minAdmins: number;
  /** Undefined: a quarter of the people, at least 3. */
  maxRemovals: RemovalLimit | undefined;
  /** How strict every roster is at least; undefined: as it says itself. */
  unmanaged: StricterUnmanaged | undefined;
  /** Of whom a second factor is asked, whatever declares them; undefined: as each resource says. */
  requireTwoFactor?: TwoFactorGroup | undefined;
  /** The file of what an `up` may do; undefined: whatever it plans. */
  approvedPlan?: string | undefined;
}

export function readSettings(source: SettingSource): Settings {
  return {
    connection: connectionSettings(source),
    minAdmins: minAdmins(source),
    maxRemovals: maxRemovals(source),
    unmanaged: unmanaged(source),
    requireTwoFactor: requireTwoFactor(source),
    approvedPlan: source.environment[approvedPlanVariable],
  };
}

function minAdmins(source: SettingSource): number {
  const setting = readSetting("minAdmins", source);
  if (!setting) return 1;
  if (/^[1-9]\d{0,5}$/.test(setting.value)) return Number(setting.value);
  throw new ConfigurationError(`${setting.origin} must be a whole number of at least 1, such as 2`);
}

function maxRemovals(source: SettingSource): RemovalLimit | undefined {
  const setting = readSetting("maxRemovals", source);
  if (!setting) return undefined;
  const limit = parseRemovalLimit(setting.value);
  if (limit) return limit;
  throw new ConfigurationError(
    `${setting.origin} must be a number of people, such as 5, or a share of them, such as 25% or 0.25`,
  );
}

function requireTwoFactor(source: SettingSource): TwoFactorGroup | undefined {
  const setting = readSetting("requireTwoFactor", source);
  if (!setting) return undefined;
  const group = twoFactorGroups.find((one) => one === setting.value);
  if (group !== undefined) return group;
  throw new ConfigurationError(`${setting.origin} must be admins or all`);
}

function unmanaged(source: SettingSource): StricterUnmanaged | undefined {
  const setting = readSetting("unmanaged", source);
  if (!setting) return undefined;
  if (setting.value === "warn" || setting.value === "fail") return setting.value;
  throw new ConfigurationError(
    `${setting.origin} must be warn or fail; who is to be removed is stated by a roster alone`,
  );
}

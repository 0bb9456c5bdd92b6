import type { z } from "zod";
import { losantId } from "../client/losant-id";
import { escapeMarks } from "../client/text";
import { Email, explain, ResourceRoles } from "../provider/vocabulary/arguments";
import { OrganizationSettings } from "../provider/vocabulary/organization-settings";
import type { Role } from "../provider/vocabulary/roles";
import { unknownValues } from "../provider/vocabulary/unknown-values";

/** A role on one application or dashboard, by id or by name. */
export type NamedRole = ({ resourceId: string } | { name: string }) & {
  role: Extract<Role, "collaborate" | "view" | "none">;
};

/** Half of a character: neither files nor the engine carry it. */
const halves = /\p{Cs}/u;

/** YAML refuses a longer key, as it stands in the file: in quotes, with escapes. */
const longestKey = 1024;

/** Whether a key of a map of resources is an id. */
export function isId(key: string): boolean {
  return losantId.test(key);
}

/** Roles by name or id as a list, in the form that `OrgRoster` takes. */
export function namedRoles(roles: Readonly<Record<string, NamedRole["role"]>>): NamedRole[] {
  return Object.entries(roles).map(([key, role]) =>
    isId(key) ? { resourceId: key, role } : { name: key, role },
  );
}

/** Why a program may not state an address; undefined where it may. */
export function addressProblem(address: string): string | undefined {
  return firstProblem(Email, address);
}

/** Why a program may not state roles on applications or dashboards; undefined where it may. */
export function rolesProblem(roles: readonly NamedRole[]): string | undefined {
  return firstProblem(ResourceRoles, roles);
}

/** A setting of an organization that holds text. */
export type TextSetting = Exclude<keyof OrganizationSettings, "cardToken">;

/** Why a program may not state a setting as it is at Losant, addresses and colors in lower case; undefined where it may. */
export function settingProblem(name: TextSetting, value: string): string | undefined {
  const { data, error } = OrganizationSettings.shape[name].safeParse(value);
  if (error) return error.issues[0]?.message;
  return data !== value || halves.test(value) ? "cannot be written down as it is" : undefined;
}

/** Whether a stack can record a setting that stands at Losant so. */
export function isRecordable(name: TextSetting, value: string | undefined): boolean {
  return OrganizationSettings.shape[name].safeParse(value).success;
}

/** Whether the name of an application or dashboard can stand in a file; the id can where it cannot. */
export function isAllowedName(name: string): boolean {
  const isReserved = ["", "__proto__"].includes(name) || isUnknownValue(name);
  return !isReserved && !halves.test(name) && escapeMarks(JSON.stringify(name)).length <= longestKey;
}

/** Whether Pulumi takes a text for a value that is not known yet. */
export function isUnknownValue(text: string): boolean {
  return unknownValues.includes(text);
}

function firstProblem(schema: z.ZodType, value: unknown): string | undefined {
  return schema.safeParse(value, { error: explain }).error?.issues[0]?.message;
}

import type { z } from "zod";
import { escapeMarks } from "../client/text";
import { Email, explain, ResourceRoles } from "../provider/vocabulary/arguments";
import { OrganizationSettings } from "../provider/vocabulary/organization-settings";
import type { NamedRole } from "./named-role";

/** Half of a character: neither files nor the engine carry it. */
const halves = /\p{Cs}/u;

/** Pulumi's texts for values that are not known yet, one for each type: nothing may be named so. */
const unknownValues: readonly string[] = [
  "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
  "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
  "04da6b54-80e4-46f7-96ec-b56ff0331ba9",
  "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
  "030794c1-ac77-496b-92df-f27374a8bd58",
  "e48ece36-62e2-4504-bad9-02848725956a",
  "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
];

/** YAML refuses a longer key, as it stands in the file: in quotes, with escapes. */
const longestKey = 1024;

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
export function isStatableName(name: string): boolean {
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

import { z } from "zod";
import type { Organization } from "../../client";
import { printableLines } from "../../client/printable";
import { asciiLowerCase } from "../../client/text";
import { Email, oneOf } from "./arguments";

/** What a program may set, and a change of which is sent. */
export const OrganizationSettings = z.strictObject({
  name: z.string().min(1, "must not be empty").max(255, "must have at most 255 characters").optional(),
  description: z.string().max(32767, "must have at most 32767 characters").optional(),
  iconColor: z
    .string()
    .regex(/^#([0-9a-f]{3}|[0-9a-f]{6})$/i, "must be a color such as #ff8800")
    .toLowerCase()
    .optional(),
  billingEmail: Email.optional(),
  planId: z.string().max(1024, "must have at most 1024 characters").optional(),
  cardToken: z.string().max(1024, "must have at most 1024 characters").optional(),
  mfaMode: oneOf(["notRequired", "adminRequired", "required"]).optional(),
});
export type OrganizationSettings = z.output<typeof OrganizationSettings>;

/** Texts as they are recorded: Losant may have what a program may not state. */
export const RecordedSettings = {
  name: z.string().optional(),
  description: z.string().optional(),
  iconColor: z.string().optional(),
  billingEmail: z.string().optional(),
  planId: z.string().optional(),
};

/** The live settings, in the form that `check` gives a program's. Losant never tells the card token. */
export function settingsOf(live: Organization): Omit<OrganizationSettings, "cardToken"> {
  return {
    name: live.name,
    description: live.description ?? "",
    iconColor: live.iconColor?.toLowerCase(),
    billingEmail: live.billingEmail === undefined ? undefined : asciiLowerCase(live.billingEmail),
    planId: live.planId,
    mfaMode: live.mfaMode,
  };
}

const texts = z.object(RecordedSettings).keyof().options;

/** The live settings as they are recorded: what the program stated as it is, other text printable. */
export function recordedSettings(
  live: Organization,
  stated: Partial<OrganizationSettings>,
): ReturnType<typeof settingsOf> {
  const recorded = settingsOf(live);
  for (const name of texts) {
    const text = recorded[name];
    if (text !== undefined && text !== stated[name]) recorded[name] = printableLines(text);
  }
  return recorded;
}

/** The settings among a program's arguments. */
export function settingsIn(desired: Partial<OrganizationSettings>): OrganizationSettings {
  return picked(desired, OrganizationSettings.keyof().options);
}

/** The stated settings that are not so already. */
export function differingSettings(
  have: Partial<OrganizationSettings>,
  want: Partial<OrganizationSettings>,
): OrganizationSettings {
  const names = OrganizationSettings.keyof().options.filter((name) => want[name] !== have[name]);
  return picked(want, names);
}

function picked(
  desired: Partial<OrganizationSettings>,
  names: readonly (keyof OrganizationSettings)[],
): OrganizationSettings {
  const stated = names.filter((name) => desired[name] !== undefined);
  return OrganizationSettings.parse(Object.fromEntries(stated.map((name) => [name, desired[name]])));
}

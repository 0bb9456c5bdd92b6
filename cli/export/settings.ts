import type { Organization } from "../../client";
import { asciiLowerCase } from "../../client/text";
import { isRecordable, settingProblem } from "../../people";

/** The settings of an organization, as far as a program may state them. */
export interface ExportedSettings {
  /** By name; undefined where the organization can be no resource, as its settings could not be recorded. */
  settings: Record<string, string> | undefined;
  /** What is not stated, and why: lines, fit for comments. */
  omissions: string[];
}

/** What is recorded as it is at Losant, stated or not. */
const recorded = ["name", "description", "planId"] as const;

/** Not the plan: stating it would make the program decide on the bill. What is not stated is left alone. */
export function exportedSettings(organization: Organization): ExportedSettings {
  const unrecordable = recorded.filter((name) => !isRecordable(name, organization[name]));
  if (unrecordable.length > 0) {
    const which = unrecordable.join(" and ");
    return {
      settings: undefined,
      omissions: [`the resource Organization is left out: it cannot hold this ${which}`],
    };
  }
  const judged = statedOf(organization).map((one) => ({
    ...one,
    problem: settingProblem(one.name, one.value),
  }));
  const wrong = judged.filter(({ problem }) => problem !== undefined);
  const right = judged.filter(({ problem }) => problem === undefined);
  return {
    settings: Object.fromEntries(right.map(({ name, value }) => [name, value])),
    omissions: wrong.map(({ name, problem }) => `${name} is left out: it ${problem}`),
  };
}

/** In the form in which the provider compares them; what is empty needs no statement. */
function statedOf({ name, description, iconColor, billingEmail, mfaMode }: Organization) {
  const all = [
    { name: "name", value: name },
    { name: "description", value: description },
    { name: "iconColor", value: iconColor?.toLowerCase() },
    { name: "billingEmail", value: billingEmail && asciiLowerCase(billingEmail) },
    { name: "mfaMode", value: mfaMode },
  ] as const;
  return all.flatMap(({ name, value }) => (value === undefined || value === "" ? [] : [{ name, value }]));
}

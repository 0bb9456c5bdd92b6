import { type SettingSource, settings } from "../client";
import { type Properties, unknownValue } from "../provider/calls/properties";
import { readSettings } from "../provider/live/settings";
import { messageOf } from "../provider/vocabulary/errors";

const names = Object.keys(settings);
const settingOf = new Map<string, (typeof settings)[keyof typeof settings]>(Object.entries(settings));

/** The engine adds these to a provider's arguments. */
const engineNames = ["version", "pluginDownloadURL", "pluginChecksums"];

/** What a provider's arguments are wrong about; `isExplicit`: the program states them, no configuration does. */
export function checkSettings(stated: Properties, isExplicit: boolean): string[] {
  const unknown = Object.keys(stated).filter((name) => !isKnown(name));
  const problems = unknown.map((name) => `${name}: there is no such setting; use one of ${names.join(", ")}`);
  return [...problems, ...problemOf(settingSource(withoutUnknown(stated), isExplicit))];
}

/**
 * Where a provider's settings come from. The environment wins over the stack's configuration, as refresh and destroy
 * get what was recorded of that; the arguments of an explicit provider win over the environment.
 */
export function settingSource(stated: Properties, isExplicit: boolean): SettingSource {
  const environment = { ...process.env };
  if (isExplicit) {
    for (const name of Object.keys(stated)) delete environment[settingOf.get(name)?.environment ?? ""];
  }
  return { environment, stack: (name) => textOf(stated[name]) };
}

/** What comes from a resource that is still to be made is checked at `up`. */
function withoutUnknown(stated: Properties): Properties {
  return Object.fromEntries(Object.entries(stated).filter(([, value]) => value !== unknownValue));
}

/** Programs state numbers, and configurations texts. */
function textOf(value: unknown): string | undefined {
  return value === undefined || value === null ? undefined : String(value);
}

function isKnown(name: string): boolean {
  return names.includes(name) || engineNames.includes(name) || name.startsWith("__");
}

function problemOf(source: SettingSource): string[] {
  try {
    readSettings(source);
    return [];
  } catch (error) {
    return [messageOf(error)];
  }
}

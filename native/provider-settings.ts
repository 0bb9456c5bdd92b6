import { type SettingSource, settings } from "../client";
import type { Properties } from "../provider/calls/properties";
import { readSettings } from "../provider/live/settings";
import { messageOf, ProviderError } from "../provider/vocabulary/errors";
import { unknownValue } from "../provider/vocabulary/unknown-values";
import { partsOf } from "./urn";

type Environment = SettingSource["environment"];

const names = Object.keys(settings);
const settingOf = new Map<string, (typeof settings)[keyof typeof settings]>(Object.entries(settings));

/** The engine adds these to a provider's arguments. */
const engineNames = ["version", "pluginDownloadURL", "pluginChecksums"];

/** Programs create explicit providers; the engine itself creates default ones, from the stack's configuration. */
export function isExplicit(urn: string): boolean {
  return urn !== "" && !/^default(_\d+_\d+_\d+(_.*)?|_\w+_\/.*)?$/.test(partsOf(urn).name);
}

/**
 * Why a name may not stay, under which a program's provider would count as the engine's own: the environment would win
 * over its arguments, its token too. The engine names its own by their version, and gives that as `version`.
 */
function nameProblems({ version }: Properties, urn: string): string[] {
  if (urn === "" || isExplicit(urn)) return [];
  const { name } = partsOf(urn);
  const made = version === undefined ? "default" : `default_${String(version).replace(/[.+-]/g, "_")}`;
  const rest = name.startsWith(made) ? name.slice(made.length) : undefined;
  if (rest === "" || (rest !== undefined && /^_\w+_\//.test(rest))) return [];
  return [
    `"${name}": the engine gives such names to its own providers; give the Provider another name. To keep its ` +
      `resources as they are, add the option aliases: [{name: "${name}"}].`,
  ];
}

/** What the settings of the provider with this URN are wrong about. */
export function checkSettings(stated: Properties, urn: string, environment: Environment): string[] {
  // The configuration of a project that is itself called losant has other keys with the same prefix.
  const isShared = !isExplicit(urn) && partsOf(urn).project === "losant";
  const unknown = isShared ? [] : Object.keys(stated).filter((name) => !isKnown(name));
  const problems = unknown.map((name) => `${name}: there is no such setting; use one of ${names.join(", ")}`);
  const wrong = [...nameProblems(stated, urn), ...problems];
  return [...wrong, ...problemOf(settingSource(withoutUnknown(stated), isExplicit(urn), environment))];
}

/**
 * Where a provider's settings come from. The environment wins over the stack's configuration, as refresh and destroy
 * get what was recorded of that; the arguments of an explicit provider win over the environment.
 */
export function settingSource(
  stated: Properties,
  argumentsWin: boolean,
  { ...environment }: Environment,
): SettingSource {
  if (argumentsWin) {
    for (const name of Object.keys(stated)) delete environment[settingOf.get(name)?.environment ?? ""];
  }
  return { environment, stack: (name) => textOf(stated[name]) };
}

/**
 * A CLI that does not name the provider that it configures leaves open whether arguments or the environment win. That
 * matters where they differ.
 */
export function refuseContradictions(stated: Properties, environment: Environment): void {
  const open = Object.keys(stated).flatMap((name) => {
    const variable = settingOf.get(name)?.environment;
    const other = variable === undefined ? undefined : environment[variable];
    return variable !== undefined && other && other !== textOf(stated[name])
      ? [`${name} and ${variable}`]
      : [];
  });
  if (open.length === 0) return;
  throw new ProviderError(
    `${open.join(", ")} are set to different values, and this Pulumi CLI does not tell whether the first is an ` +
      `argument of a provider. Take Pulumi CLI 3.154.0 or later, or set only one of them.`,
  );
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

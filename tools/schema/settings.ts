import { type Setting, type SettingName, settings } from "../../client/configuration";
import type { Properties, PropertySpecification } from "./package-specification";

const types = {
  apiToken: "string",
  apiUrl: "string",
  domain: "string",
  requestTimeout: "integer",
  maxAttempts: "integer",
  minAdmins: "integer",
  maxRemovals: "string",
} as const satisfies Record<SettingName, "string" | "integer">;

/** The settings as a stack's configuration states them, for the default provider. */
export function configurationVariables(): Properties {
  return settingProperties(({ environment }) => `The environment variable \`${environment}\` wins over it.`);
}

/** The settings as a program states them, for a provider of its own. */
export function providerArguments(): Properties {
  return settingProperties(
    ({ environment }) => `Left out, the environment variable \`${environment}\` holds, if it is set.`,
  );
}

/**
 * The environment stands in words alone. As a default of the schema's it would be copied by the program's side into
 * the arguments, and so into the state: the token as well.
 */
function settingProperties(precedence: (setting: Setting) => string): Properties {
  const entries = Object.entries<Setting>(settings).map(([name, setting]) => [
    name,
    settingProperty(name, `${meaningOf(setting)} ${precedence(setting)}`),
  ]);
  return Object.fromEntries(entries);
}

function settingProperty(name: string, description: string): PropertySpecification {
  const type = new Map<string, "string" | "integer">(Object.entries(types)).get(name) ?? "string";
  return { type, description, ...(name === "apiToken" && { secret: true }) };
}

function meaningOf({ meaning, default: standard }: Setting): string {
  return `${meaning.charAt(0).toUpperCase()}${meaning.slice(1)}. Default: ${standard}.`;
}

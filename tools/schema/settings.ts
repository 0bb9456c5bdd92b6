import { type Setting, type SettingName, settings } from "../../client/configuration";
import type { Properties, PropertySpecification } from "./package-specification";
import type { Member } from "./shape";

/** A code generator passes texts on as they are, and anything else as JSON, so a number or a text is a text. */
const types: Record<SettingName, "string" | "integer"> = {
  apiToken: "string",
  apiUrl: "string",
  domain: "string",
  requestTimeout: "integer",
  maxAttempts: "integer",
  minAdmins: "integer",
  maxRemovals: "string",
  unmanaged: "string",
};

/*
 * The environment stands in words alone. As a default of the schema's it would be copied by the program's side into the
 * arguments, and so into the state: the token as well.
 */

/** The settings as a stack's configuration states them, for the default provider. */
export function configurationVariables(): Properties {
  return settingProperties(
    (_name, setting) =>
      `${meaningOf(setting)} The environment variable \`${setting.environment}\` wins over it.`,
  );
}

/** The settings as a program states them, for a provider of its own; described as the class describes them. */
export function providerArguments(documented: Member[]): Properties {
  const words = new Map(documented.map((member) => [member.name, member.words]));
  return settingProperties(
    (name, { environment }) =>
      `${words.get(name)} Left out, the environment variable \`${environment}\` holds, if it is set.`,
  );
}

/** Where the class's arguments are not the settings, or do not take what the schema says. */
export function settingProblems(documented: Member[]): string[] {
  const known = new Map<string, "string" | "integer">(Object.entries(types));
  const given = new Map(documented.map((member) => [member.name, member]));
  return [...new Set([...known.keys(), ...given.keys()])].flatMap((name) => {
    const [type, member] = [known.get(name), given.get(name)];
    if (!type || !member)
      return [`ProviderArgs.${name}: ${type ? "TypeScript lacks it" : "there is no such setting"}`];
    return [
      ...(member.words === "" ? [`ProviderArgs.${name}: has no docstring`] : []),
      ...typeProblems(type, member),
    ];
  });
}

function typeProblems(type: "string" | "integer", { name, shape }: Member): string[] {
  const kinds = (shape.kind === "union" ? shape.options : [shape]).map(({ kind }) => kind);
  const isTaken = kinds.includes(type === "string" ? "text" : "number");
  return isTaken ? [] : [`ProviderArgs.${name}: TypeScript takes no ${type}`];
}

function settingProperties(
  describe: (name: SettingName, setting: Setting) => string,
): Record<SettingName, PropertySpecification> {
  const property = (name: SettingName) => ({
    type: types[name],
    description: describe(name, settings[name]),
  });
  return {
    apiToken: { ...property("apiToken"), secret: true },
    apiUrl: property("apiUrl"),
    domain: property("domain"),
    requestTimeout: property("requestTimeout"),
    maxAttempts: property("maxAttempts"),
    minAdmins: property("minAdmins"),
    maxRemovals: property("maxRemovals"),
    unmanaged: property("unmanaged"),
  };
}

function meaningOf({ meaning, default: standard }: Setting): string {
  return `${meaning.charAt(0).toUpperCase()}${meaning.slice(1)}. Default: ${standard}.`;
}

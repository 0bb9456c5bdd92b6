import { type Setting, settings } from "../../client/configuration";
import type { Properties } from "./package-specification";
import type { Member } from "./shape";

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
  const known = new Map<string, Setting>(Object.entries(settings));
  const given = new Map(documented.map((member) => [member.name, member]));
  return [...new Set([...known.keys(), ...given.keys()])].flatMap((name) => {
    const [setting, member] = [known.get(name), given.get(name)];
    if (!setting || !member)
      return [`ProviderArgs.${name}: ${setting ? "TypeScript lacks it" : "there is no such setting"}`];
    return [
      ...(member.words === "" ? [`ProviderArgs.${name}: has no docstring`] : []),
      ...typeProblems(setting, member),
    ];
  });
}

function typeProblems({ type }: Setting, { name, shape }: Member): string[] {
  const kinds = (shape.kind === "union" ? shape.options : [shape]).map(({ kind }) => kind);
  const isTaken = kinds.includes(type === "string" ? "text" : "number");
  return isTaken ? [] : [`ProviderArgs.${name}: TypeScript takes no ${type}`];
}

/** A code generator passes texts on as they are, and anything else as JSON. */
function settingProperties(describe: (name: string, setting: Setting) => string): Properties {
  const all: [string, Setting][] = Object.entries(settings);
  return Object.fromEntries(
    all.map(([name, setting]) => {
      const { type, isSecret } = setting;
      const property = { type, description: describe(name, setting) };
      return [name, isSecret ? { ...property, secret: isSecret } : property];
    }),
  );
}

function meaningOf({ meaning, default: standard }: Setting): string {
  return `${meaning.charAt(0).toUpperCase()}${meaning.slice(1)}. Default: ${standard}.`;
}

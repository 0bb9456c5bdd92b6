import type { Properties } from "../provider/calls/properties";
import { unknownValue } from "../provider/vocabulary/unknown-values";

/** The names of a resource's arguments and of all its outputs. */
export interface Names {
  arguments: readonly string[];
  outputs: readonly string[];
}

/** What a resource will have after it is created, as far as that can be told: what the program states. */
export function previewedCreate(stated: Properties, names: Names): Properties {
  return { ...unknown(names.outputs), ...stated };
}

/** What a resource will have after an update: what was not stated before or now stays as it was. */
export function previewedUpdate(
  recorded: Properties,
  statedBefore: readonly string[],
  stated: Properties,
  names: Names,
): Properties {
  const kept = names.arguments.filter((name) => name in recorded && !statedBefore.includes(name));
  return {
    ...unknown(names.outputs),
    ...Object.fromEntries(kept.map((name) => [name, recorded[name]])),
    ...stated,
  };
}

function unknown(names: readonly string[]): Properties {
  const shown = names.filter((name) => !name.startsWith("__"));
  return Object.fromEntries(shown.map((name) => [name, unknownValue]));
}

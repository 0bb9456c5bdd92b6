import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { projectName } from "./project-folder";
import type { Kind, Properties } from "./provider-messages";

/** Constants of Pulumi's protocol. */
export const signatureKey = "4dabf18193072939515e22adb298388d";
export const secretSignature = "1b47061264138c4ac30d75fd1eb44270";
export const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** The URN of a resource of the native plugin. */
export function urnOf(kind: Kind, name = "one"): string {
  const type = `${kind.slice(0, 1).toUpperCase()}${kind.slice(1)}`;
  return `urn:pulumi:dev::${projectName}::losant:index:${type}::${name}`;
}

/** A value that the program made a secret. */
export function secret(value: unknown): Properties {
  return { [signatureKey]: secretSignature, value };
}

/** Properties as the engine sends them. */
export function toMessage(properties: Properties): Struct {
  return Struct.fromJavaScript(JSON.parse(JSON.stringify(properties)));
}

/** Properties as the plugin answered them, secrets still marked. */
export function fromMessage(struct: Struct | undefined): Properties {
  return struct?.toJavaScript() ?? {};
}

/** Properties as the plugin answered them, secrets in clear. */
export function inClear(struct: Struct | undefined): Properties {
  return withoutMarks(fromMessage(struct));
}

/** The same properties, secrets in clear. */
export function withoutMarks(properties: Properties): Properties {
  const entries = Object.entries(properties);
  return Object.fromEntries(entries.map(([name, value]) => [name, revealed(value)]));
}

function revealed(value: unknown): unknown {
  if (typeof value !== "object" || value === null || !(signatureKey in value)) return value;
  return "value" in value ? value.value : undefined;
}

import type { Properties } from "../provider/calls/properties";
import { unknownValue, unknownValues } from "../provider/vocabulary/unknown-values";
import { Struct, Value } from "./protocol";

/** Properties as plain JSON, and the names of those with a secret anywhere inside. */
export interface Decoded {
  properties: Properties;
  secrets: ReadonlySet<string>;
}

/** The key that marks an object as something else than an object (constants of Pulumi's protocol). */
const signatureKey = "4dabf18193072939515e22adb298388d";
const secretSignature = "1b47061264138c4ac30d75fd1eb44270";
const outputSignature = "d0e6a833031e9bbcd3f4e8bde6ca49a4";

/** Reads properties as the engine sends them. Secrets are given in clear, with the names of what they are in. */
export function decode(struct: Struct | undefined): Decoded {
  const secrets = new Set<string>();
  const properties = fieldsOf(struct).map(([name, value]) => [name, read(value, () => secrets.add(name))]);
  return { properties: Object.fromEntries(properties), secrets };
}

/** Writes properties for the engine, the named ones as secrets. */
export function encode(properties: Properties, secrets: Iterable<string> = []): Struct {
  const secret = new Set(secrets);
  const struct = new Struct();
  for (const [name, value] of Object.entries(properties)) {
    const sent = secret.has(name) ? { [signatureKey]: secretSignature, value } : value;
    struct.getFieldsMap().set(name, Value.fromJavaScript(sent as never));
  }
  return struct;
}

function read(value: Value, noteSecret: () => void): unknown {
  switch (value.getKindCase()) {
    case Value.KindCase.STRING_VALUE:
      return readText(value.getStringValue());
    case Value.KindCase.NUMBER_VALUE:
      return value.getNumberValue();
    case Value.KindCase.BOOL_VALUE:
      return value.getBoolValue();
    case Value.KindCase.LIST_VALUE:
      return (value.getListValue()?.getValuesList() ?? []).map((one) => read(one, noteSecret));
    case Value.KindCase.STRUCT_VALUE:
      return readObject(value.getStructValue(), noteSecret);
    default:
      return null;
  }
}

function readText(text: string): string {
  return unknownValues.includes(text) ? unknownValue : text;
}

function readObject(struct: Struct | undefined, noteSecret: () => void): unknown {
  const fields = struct?.getFieldsMap();
  const signature = fields?.get(signatureKey)?.getStringValue();
  const inner = fields?.get("value");
  if (signature === secretSignature) noteSecret();
  if (signature === outputSignature && fields?.get("secret")?.getBoolValue()) noteSecret();
  if (signature === secretSignature || signature === outputSignature) {
    return inner ? read(inner, noteSecret) : unknownValue;
  }
  // Object.fromEntries keeps a key such as __proto__ a key.
  return Object.fromEntries(fieldsOf(struct).map(([name, value]) => [name, read(value, noteSecret)]));
}

function fieldsOf(struct: Struct | undefined): [string, Value][] {
  const fields: [string, Value][] = [];
  struct?.getFieldsMap().forEach((value, name) => {
    fields.push([name, value]);
  });
  return fields;
}

import { nativeFaceText } from "./native-face";
import { packageSchema, sdkDocumentation } from "./package-schema";
import { sdkKinds } from "./sdk-kinds";

/** All that is made of the sources and checked in, by its path: `npm run schema` writes it, and a test compares it. */
export function generatedFiles(): Record<string, string> {
  const sdk = sdkDocumentation();
  return {
    "sdk/generated/kinds.ts": sdkKinds(),
    "sdk/generated/native.ts": nativeFaceText(sdk.exported),
    "native/schema.json": schemaText(sdk),
  };
}

/** The package's schema as Pulumi reads it. */
export function schemaText(sdk = sdkDocumentation()): string {
  return `${JSON.stringify(packageSchema(sdk), null, 2)}\n`;
}

import { settings } from "../../client/configuration";
import { type ResourceKind, resourceKinds } from "../../provider/calls/resource-kinds";

/**
 * The text of `sdk/generated/kinds.ts`: what the classes tell the engine, and what a stack's configuration may set. The
 * program side loads neither the provider nor zod.
 */
export function sdkKinds(): string {
  const kinds: [string, ResourceKind][] = Object.entries(resourceKinds);
  const entries = kinds.map(([handler, { lifecycle, secrets, secretWith }]) => {
    const outputs = Object.keys(lifecycle.state.shape).filter((name) => !name.startsWith("__"));
    return [lifecycle.kind, { handler, outputs, secrets, secretWith }];
  });
  const settingKeys = Object.values(settings).map(({ stack }) => stack);
  return [
    "// Made by `npm run schema` from provider/calls/resource-kinds.ts, the states of provider/resources/ and client/configuration.ts.",
    `export const kinds = ${JSON.stringify(Object.fromEntries(entries), null, 2)};`,
    `export const settingKeys = ${JSON.stringify(settingKeys, null, 2)};`,
    "",
  ].join("\n");
}

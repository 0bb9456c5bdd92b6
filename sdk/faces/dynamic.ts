import { refuseOtherStack } from "./approved-stack";
import type { Face } from "./face";
import { requireProvider } from "./reachable-provider";
import { checkOptions } from "./resource-options";
import { dynamicType, nativeType } from "./types";

/**
 * Runs resources by `pulumi-losant/provider` in Pulumi's dynamic-provider process. The provider is named, not
 * serialized: nothing of the program is captured in the state, and the text is the same in every release. States rely
 * on it: never change it.
 */
export const dynamicFace: Face = {
  check(kind, name, options) {
    checkOptions(kind, name, options);
    requireProvider();
    refuseOtherStack();
  },
  typeOf: dynamicType,
  inputs: (handler) => ({ __provider: providerText(handler) }),
  options: (kind) => ({ aliases: [{ type: nativeType(kind) }] }),
};

function providerText(handler: string): string {
  return `exports.handler = () => require("module").createRequire(process.cwd() + "/")("pulumi-losant/provider").${handler}()`;
}

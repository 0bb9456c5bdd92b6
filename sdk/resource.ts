import * as pulumi from "@pulumi/pulumi";
import { countChange } from "./data/freshness";
import { requireProvider } from "./reachable-provider";
import { checkOptions } from "./resource-options";
import { warnOfSettings } from "./settings";

/** A Losant id: 24 hex digits, in either case. */
export type LosantId = string;

/** The names of a class's outputs; the compiler refuses one that it does not declare, and one that is left out. */
export function outputNames<Resource>(
  names: Record<Exclude<keyof Resource, keyof pulumi.CustomResource>, true>,
): string[] {
  return Object.keys(names);
}

/** What each resource of this package tells the engine about itself. */
interface Kind {
  /** The noun; with the prefix below it is the type that states record. */
  name: string;
  /** The export of `pulumi-losant/provider` that runs it. */
  handler: string;
  /** Its outputs, arguments included. */
  outputs: readonly string[];
  /** Outputs that are secret even where the program did not say so. */
  secrets?: readonly string[];
}

/**
 * A resource whose life is run by `pulumi-losant/provider` in Pulumi's dynamic-provider process. The provider
 * is named, not serialized: nothing of the program is captured in the state, and the text is the same in every
 * release. States rely on the type and on the text: never change them.
 */
export abstract class LosantResource extends pulumi.CustomResource {
  /** @internal */
  protected constructor(kind: Kind, name: string, args: object, options?: pulumi.CustomResourceOptions) {
    checkOptions(kind.name, name, options);
    requireProvider();
    warnOfSettings();
    const outputs = Object.fromEntries(kind.outputs.map((output) => [output, undefined]));
    // For every output Pulumi notes a stack, for finding promises that leak: a third of a large program's time.
    const depth = Error.stackTraceLimit;
    Error.stackTraceLimit = 0;
    try {
      super(
        typeOf(kind.name),
        name,
        { ...outputs, ...withoutNulls(args), __provider: providerText(kind.handler) },
        pulumi.mergeOptions({ additionalSecretOutputs: [...(kind.secrets ?? [])] }, options),
      );
    } finally {
      Error.stackTraceLimit = depth;
    }
    countChange(this);
  }
}

/** A program without types may say null where it means that it says nothing. */
function withoutNulls(args: object): object {
  return Object.fromEntries(Object.entries(args).filter(([, value]) => value !== null));
}

function typeOf(kind: string): string {
  return `pulumi-nodejs:dynamic/losant:${kind}`;
}

function providerText(handler: string): string {
  return `exports.handler = () => require("module").createRequire(process.cwd() + "/")("pulumi-losant/provider").${handler}()`;
}

import * as pulumi from "@pulumi/pulumi";
import { countChange } from "./data/freshness";
import { dynamicFace } from "./faces/dynamic";
import type { Face } from "./faces/face";
import { kinds } from "./generated/kinds";
import { isEventual } from "./inputs";
import { warnOfSettings } from "./settings";

/** A Losant id: 24 hex digits, in either case. */
export type LosantId = string;

/** What each resource of this package tells the engine about itself. */
interface Kind {
  /** The export of `pulumi-losant/provider` that runs it. */
  handler: string;
  /** Its outputs, arguments included. */
  outputs: readonly string[];
  /** Properties that are secret even where the program did not say so. */
  secrets?: readonly string[];
  /** Outputs that are secret where the program may keep an argument secret: the argument by the output. */
  secretWith?: Readonly<Record<string, string>>;
}

/**
 * A resource whose life is run by one of the two faces of the provider: Pulumi's dynamic-provider process, unless
 * a class says otherwise.
 */
export abstract class LosantResource extends pulumi.CustomResource {
  /** @internal */
  protected static readonly face: Face = dynamicFace;

  /** @internal With a prefix, `noun` is the type that states record. */
  protected constructor(
    noun: keyof typeof kinds,
    name: string,
    args: object,
    options?: pulumi.CustomResourceOptions,
  ) {
    const { face } = new.target;
    const kind: Kind = kinds[noun];
    face.check(noun, name, options);
    warnOfSettings();
    const outputs = Object.fromEntries(kind.outputs.map((output) => [output, undefined]));
    const ownOptions = { ...face.options(noun), additionalSecretOutputs: secretOutputs(kind, args) };
    // For every output Pulumi notes a stack, for finding promises that leak: a third of a large program's time.
    const depth = Error.stackTraceLimit;
    Error.stackTraceLimit = 0;
    try {
      super(
        face.typeOf(noun),
        name,
        { ...outputs, ...withSecrets(kind, withoutNulls(args)), ...face.inputs(kind.handler) },
        pulumi.mergeOptions(ownOptions, options),
      );
      giveUndefined(this, kind.outputs);
    } finally {
      Error.stackTraceLimit = depth;
    }
    countChange(this);
  }
}

/** What is absent is recorded as null, or previews would take it for unknown; a program gets undefined, as typed. */
function giveUndefined(resource: LosantResource, outputs: readonly string[]): void {
  for (const name of outputs) {
    const output: unknown = Reflect.get(resource, name);
    if (!pulumi.Output.isInstance(output)) continue;
    // Made at the first use: for all outputs of many resources it takes time.
    let given: pulumi.Output<unknown> | undefined;
    const get = () => {
      given ??= output.apply((value) => value ?? undefined);
      return given;
    };
    const set = (replaced: pulumi.Output<unknown>) => {
      given = replaced;
    };
    Object.defineProperty(resource, name, { get, set, enumerable: true, configurable: true });
  }
}

function secretOutputs({ secrets = [], secretWith = {} }: Kind, args: object): string[] {
  const following = Object.entries(secretWith).filter(([, argument]) =>
    isEventual(Reflect.get(args, argument)),
  );
  return [...secrets, ...following.map(([output]) => output)];
}

function withSecrets({ secrets = [] }: Kind, args: object): object {
  const stated = Object.entries(args).filter(
    ([name, value]) => secrets.includes(name) && value !== undefined,
  );
  return { ...args, ...Object.fromEntries(stated.map(([name, value]) => [name, pulumi.secret(value)])) };
}

/** A program without types may say null where it means that it says nothing. */
function withoutNulls(args: object): object {
  return Object.fromEntries(Object.entries(args).filter(([, value]) => value !== null));
}

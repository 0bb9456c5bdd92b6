import { join } from "node:path";
import { projectFolder } from "../../tools/set-up/project";
import { InProcessDynamic } from "./in-process-dynamic";
import { NativeProvider } from "./native-provider";
import type { ProviderCalls, ProviderOptions } from "./provider-calls";
import { ProviderProcess } from "./provider-process";

type During = <Result>(
  options: ProviderOptions,
  work: (provider: ProviderCalls) => Promise<Result>,
) => Promise<Result>;

/** One of the two ways in which the engine runs the resources. */
export interface Face {
  name: "dynamic" | "native";
  /** What a program requires. */
  module: string;
  /** The plugins that `Pulumi.yaml` names. */
  plugins: Record<string, string>;
  /** Whether `Pulumi.yaml` has to say that live resources are read first. */
  needsRefreshOption: boolean;
  /** What states record among a resource's inputs beside the program's. */
  ownInputs: readonly string[];
  /** The type that states record. */
  typeOf(kind: string): string;
  /** The command lines of the processes that the CLI starts for it. */
  processes: RegExp;
  /** Runs calls of its code in this process. */
  inProcess: During;
  /** Runs calls in a process of their own. */
  during: During;
}

export const dynamicFace: Face = {
  name: "dynamic",
  module: "pulumi-losant",
  plugins: {},
  needsRefreshOption: true,
  ownInputs: ["__provider"],
  typeOf: (kind) => `pulumi-nodejs:dynamic/losant:${kind}`,
  processes: /dynamic-provider/,
  inProcess: InProcessDynamic.during,
  during: ProviderProcess.during,
};

export const nativeFace: Face = {
  name: "native",
  module: "pulumi-losant/native",
  plugins: { losant: join(projectFolder, "plugin") },
  needsRefreshOption: false,
  ownInputs: [],
  typeOf: (kind) => `losant:index:${kind}`,
  processes: /pulumi-resource-losant/,
  inProcess: NativeProvider.inProcess,
  during: NativeProvider.during,
};

/** Describes the same of both faces: a test that one of them fails names it. */
export function onBothFaces(title: string, suite: (face: Face) => void): void {
  for (const face of [dynamicFace, nativeFace]) describe(`${title} (${face.name})`, () => suite(face));
}

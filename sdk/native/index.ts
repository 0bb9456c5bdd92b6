/**
 * Losant organizations as code by the native plugin: `import * as losant from "pulumi-losant/native"`. The same classes
 * as in `pulumi-losant`, with `pulumi import`, explicit providers and detailed diffs. The plugin has to be named in
 * `Pulumi.yaml`; see the README.
 *
 * @module
 */

export * from "../generated/native";
export type { InvokeOutputOptions } from "./invoke";
export * from "./provider";

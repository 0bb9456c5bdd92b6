import type { RunOptions } from "../../provider/live/run";
import type { Kind, Properties } from "./provider-messages";

/** How a provider is started, in a process of its own or in this one. */
export interface ProviderOptions {
  /** A project folder that has this package in its `node_modules`. */
  folder: string;
  /** Its environment, such as `LOSANT_API_TOKEN`. */
  env?: Record<string, string> | undefined;
  /** The stack's configuration, keys with their namespace: `losant:minAdmins`. */
  config?: Record<string, string> | undefined;
  /** The engine's address, which the processes of one run have in common; of its own where none is given. */
  engine?: string | undefined;
  /** What the program calls the provider that it makes; the native face only. */
  providerName?: string | undefined;
  /** How it makes requests, other than as usual; in this process only. */
  client?: RunOptions["client"];
}

/** A resource as the stack records it. */
export interface RecordedResource {
  kind: Kind;
  id: string;
  inputs: Properties;
  outputs: Properties;
}

/** A change that `up` would make: with `old` an update, else a create. */
export interface PreviewedChange {
  kind: Kind;
  name: string;
  inputs: Properties;
  old?: RecordedResource | undefined;
}

/** The calls that the engine makes, with what each answers. Not every provider is told the names in the program. */
export interface ProviderCalls {
  check(
    kind: Kind,
    olds: Properties,
    news: Properties,
    name?: string,
  ): Promise<{ inputs: Properties; failures: { reason: string }[] }>;
  diff(
    kind: Kind,
    id: string,
    olds: Properties,
    news: Properties,
    name?: string,
  ): Promise<{ changes: boolean | undefined; replaces: string[] }>;
  create(kind: Kind, news: Properties, name?: string): Promise<{ id: string; outs: Properties }>;
  /** `id` is empty where the resource is gone. */
  read(
    kind: Kind,
    id: string,
    props: Properties,
    name?: string,
  ): Promise<{ id: string; props: Properties; inputs: Properties | undefined }>;
  update(
    kind: Kind,
    id: string,
    olds: Properties,
    news: Properties,
    name?: string,
  ): Promise<{ outs: Properties }>;
  /** Not every provider is asked to foretell a change. */
  preview?(change: PreviewedChange): Promise<void>;
  delete(kind: Kind, id: string, props: Properties, name?: string): Promise<void>;
  /** All that was printed up to the last answered call. */
  output(): Promise<string>;
}

/** The provider's process has ended in the middle of a step: what it had not answered is not recorded. */
export class ProviderCrash extends Error {
  override readonly name = "ProviderCrash";
}

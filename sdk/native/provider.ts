import * as pulumi from "@pulumi/pulumi";
import { programError } from "../errors";

/** The arguments of {@link Provider}: the settings of the stack's configuration. What is left out is the default. */
export interface ProviderArgs {
  /** The API token of an administrator. A secret even where the program does not say so. */
  apiToken?: pulumi.Input<string>;
  /** The API's address, default `https://api.losant.com`; plain http only on this machine. */
  apiUrl?: pulumi.Input<string>;
  /** The domain scope, sent as the `losantdomain` header; default none. */
  domain?: pulumi.Input<string>;
  /** Seconds per request, 1 to 3600; default 30. */
  requestTimeout?: pulumi.Input<number>;
  /** Tries per request, 1 to 20; default 5. */
  maxAttempts?: pulumi.Input<number>;
  /** Accepted admins that an organization always keeps; default 1. */
  minAdmins?: pulumi.Input<number>;
  /**
   * Removals allowed in one run, a number or a share such as `"25%"`; default a quarter of members plus unexpired
   * invites at the start of the run, at least 3.
   */
  maxRemovals?: pulumi.Input<number | string>;
  /**
   * How strict every OrgRoster is at least about people whom it does not name: `"warn"` shows them, `"fail"` refuses at
   * preview; default what each roster says. It never makes a roster less strict, and never removes anybody.
   */
  unmanaged?: pulumi.Input<"warn" | "fail">;
  /**
   * Of whom a second factor is asked, whatever declares them: `"admins"`, or `"all"`; default what each OrgRoster and
   * OrgMembership says. Nobody becomes an admin without one.
   */
  requireTwoFactor?: pulumi.Input<"admins" | "all">;
}

/**
 * A provider with settings of its own, for programs that work with several tokens. Its arguments win over the environment;
 * resources without a `provider` option use the environment and the stack's configuration.
 *
 * @example
 * ```ts
 * import * as pulumi from "@pulumi/pulumi";
 * import * as losant from "pulumi-losant/native";
 *
 * const config = new pulumi.Config();
 * const provider = new losant.Provider("customer", { apiToken: config.requireSecret("customerToken") });
 * const ann = new losant.OrgMembership(
 *   "ann",
 *   { orgId: "575ed6e87ae143cd83dc4aa8", email: "ann@example.com", role: "edit" },
 *   { provider },
 * );
 * ```
 */
export class Provider extends pulumi.ProviderResource {
  constructor(name: string, args: ProviderArgs = {}, options?: pulumi.ResourceOptions) {
    // The engine tells the provider whose settings are the program's by its name alone.
    if (isEnginesName(name))
      throw programError(`Provider "${name}": the engine gives such names to its own; take another name.`);
    const apiToken = args.apiToken === undefined ? undefined : pulumi.secret(args.apiToken);
    super("losant", name, { ...args, apiToken }, { ...options });
  }
}

function isEnginesName(name: string): boolean {
  return /^default(_\d+_\d+_\d+(_.*)?|_\w+_\/.*)?$/.test(name);
}

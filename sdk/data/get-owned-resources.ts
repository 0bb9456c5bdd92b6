import { dataFunctions } from "../../client/data-functions";
import { askHere } from "./ask-here";
import { outputForm } from "./output-form";

/** The arguments of {@link getApplications} and {@link getDashboards}. */
export interface GetOwnedResourcesArgs {
  /** The organization: 24 hex digits. */
  orgId: string;
  /** Only those with exactly this name, in its case. Left out: all. */
  name?: string;
}

/** An application or dashboard of an organization. */
export interface OwnedResource {
  /** 24 hex digits. */
  id: string;
  /** The name; several may have the same. */
  name: string;
}

/**
 * Reads the applications of an organization that the authenticated user may see, by name. The token needs
 * `applications.get` or `applications.*`, which `org.*` does not cover. A role on an application takes its name as it is;
 * this is for everything else.
 *
 * @returns The applications, by name.
 * @throws pulumi.RunError with Losant's own message, and what to do.
 * @example
 * ```ts
 * import * as losant from "pulumi-losant";
 *
 * const found = losant.getApplicationsOutput({ orgId: "575ed6e87ae143cd83dc4aa8", name: "Factory floor" });
 * export const factoryFloor = found.apply(([application]) => application?.id);
 * ```
 */
export async function getApplications(args: GetOwnedResourcesArgs): Promise<OwnedResource[]> {
  return askHere(dataFunctions.getApplications, args);
}

/** As {@link getApplications}, for arguments that may be Outputs. */
export const getApplicationsOutput = outputForm(getApplications);

/**
 * Reads the dashboards of an organization that the authenticated user may see, by name. The token needs
 * `dashboards.get` or `dashboards.*`, which `org.*` does not cover.
 *
 * @returns The dashboards, by name.
 * @throws pulumi.RunError with Losant's own message, and what to do.
 * @example
 * ```ts
 * import * as losant from "pulumi-losant";
 *
 * export const names = losant
 *   .getDashboards({ orgId: "575ed6e87ae143cd83dc4aa8" })
 *   .then((dashboards) => dashboards.map((one) => one.name));
 * ```
 */
export async function getDashboards(args: GetOwnedResourcesArgs): Promise<OwnedResource[]> {
  return askHere(dataFunctions.getDashboards, args);
}

/** As {@link getDashboards}, for arguments that may be Outputs. */
export const getDashboardsOutput = outputForm(getDashboards);

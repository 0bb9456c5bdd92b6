import * as organization from "./organization";
import * as ownedResources from "./owned-resources";
import * as usage from "./usage";

export type { Given, Problem } from "./checks";
export { type DataFunction, problemText, withoutNulls } from "./data-function";
export { type Ask, type Reads, sharedReads } from "./shared-reads";

/** Every data function by its name. This folder loads neither packages nor the client. */
export const dataFunctions = {
  ...organization,
  ...ownedResources,
  ...usage,
};

export type DataFunctionName = keyof typeof dataFunctions;

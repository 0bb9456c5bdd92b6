import type { Faults } from "../store/faults";
import type { RequestCounts } from "../store/request-counts";
import type { Store } from "../store/store";

/** What the control routes act upon. */
export interface Control {
  store: Store;
  faults: Faults;
  requestCounts: RequestCounts;
}

/** Where the control routes are. */
export const controlPath = "/_simulator";

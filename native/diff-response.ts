import type { Change } from "./detailed-diff";
import { DiffResponse, PropertyDiff } from "./protocol";

const { ADD, ADD_REPLACE, DELETE, DELETE_REPLACE, UPDATE, UPDATE_REPLACE } = PropertyDiff.Kind;
const updating = { add: ADD, delete: DELETE, update: UPDATE } as const;
const replacing = { add: ADD_REPLACE, delete: DELETE_REPLACE, update: UPDATE_REPLACE } as const;

/** A difference for the engine: what changes, by path, and which arguments make it another resource. */
export function differenceOf(
  changes: boolean,
  replaces: string[],
  detailed: ReadonlyMap<string, Change>,
): DiffResponse {
  const { DIFF_SOME, DIFF_NONE } = DiffResponse.DiffChanges;
  const response = new DiffResponse()
    .setChanges(changes ? DIFF_SOME : DIFF_NONE)
    .setReplacesList(replaces)
    .setHasdetaileddiff(true);
  for (const [path, change] of changes ? detailed : []) {
    const kind = (replaces.includes(rootOf(path)) ? replacing : updating)[change];
    response.getDetaileddiffMap().set(path, new PropertyDiff().setKind(kind));
  }
  return response;
}

/** The argument that a path is in. */
function rootOf(path: string): string {
  return path.replace(/[.[].*$/s, "");
}

import { isAllowedName, isId } from "../../people";
import type { Names } from "../live/organization-snapshot";
import { repeated } from "./repeated";

/** What stands for an application or dashboard in a program. */
export type ResourceKey = { name: string } | { resourceId: string };

/** What stands for an id: its name, unless several have it, or it looks like an id, or cannot be written. */
export function resourceKeys(names: Names = new Map()): (id: string) => ResourceKey {
  const shared = repeated(names.values());
  return (id) => {
    const name = names.get(id);
    const isUsable = name !== undefined && !shared.has(name) && !isId(name) && isAllowedName(name);
    return isUsable ? { name } : { resourceId: id };
  };
}

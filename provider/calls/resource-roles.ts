import { idOfName, type NamedList, type NamedResource, namedKinds } from "../decisions/named-resources";
import { describeResource } from "../vocabulary/describe-roles";
import { unknownValue } from "../vocabulary/unknown-values";
import { hasEnded } from "../vocabulary/until";
import { isObject, type Properties } from "./properties";

/** Arguments whose names of applications and dashboards are ids now, and the names that stand for none. */
export interface Resolved {
  stated: Properties;
  problems: string[];
}

/** Lists what a name may stand for; undefined where that cannot be asked yet. */
export type Listing = ((list: NamedList) => Promise<readonly NamedResource[]>) | undefined;

const lists = ["applicationRoles", "dashboardRoles"] as const;

/** Whether any role of a resource, or of a roster's entries, names its application or dashboard. */
export function usesNames(stated: Properties): boolean {
  const entries = isObject(stated.members) ? Object.values(stated.members) : [];
  return [stated, ...entries].some((one) => isObject(one) && lists.some((list) => namedIn(one[list])));
}

function namedIn(roles: unknown): boolean {
  return Array.isArray(roles) && roles.some(isNamed);
}

/**
 * Puts ids in the place of names of applications and dashboards, in a resource's own role lists and in those of a roster's
 * entries. What cannot be resolved becomes an unknown value; only lists that use names are asked for. Access that has ended
 * gives no role, so that a name in it may be gone.
 */
export class NameResolver {
  /** Where each name stands that stands for none: one that a team shares is told once. */
  private readonly places = new Map<string, string[]>();
  /** What a name that stands for none may have stood for: all that is there of its kind. */
  private readonly candidates = new Map<string, string | undefined>();
  private readonly found = new Set<string>();

  /** `recorded`: what the program stated before, by ids. */
  constructor(
    private readonly orgId: string,
    private readonly listing: Listing,
    private readonly now: () => Date,
    private readonly recorded: Properties = {},
  ) {}

  async resolve(stated: Properties): Promise<Resolved> {
    const resolved = await this.withIds(stated, "");
    const { members } = stated;
    if (!isObject(members)) return { stated: resolved, problems: this.problems(stated) };
    const entries = Object.entries(members).map(async ([email, entry]) => {
      return [email, isObject(entry) ? await this.withIds(entry, `members.${email}.`) : entry] as const;
    });
    const whole = { ...resolved, members: Object.fromEntries(await Promise.all(entries)) };
    return { stated: whole, problems: this.problems(stated) };
  }

  private problems(stated: Properties): string[] {
    const problems = [...this.places].map(([problem, [first = "", ...others]]) => {
      const more = others.length === 0 ? "" : ` and ${others.length} more of that name`;
      return `${first}${more}: ${problem}`;
    });
    const used = new Set([...idsIn(stated), ...this.found]);
    const renamed = [...idsIn(this.recorded)].filter((id) => this.candidates.has(id) && !used.has(id));
    if (renamed.length === 0) return problems;
    const shown = renamed.map((id) => describeResource(id, (one) => this.candidates.get(one))).join(", ");
    const told = `before, the program had roles on ${shown}: if that was renamed, state its new name`;
    return [...problems, told];
  }

  private async withIds(stated: Properties, path: string): Promise<Properties> {
    const changed: Properties = {};
    const end = typeof stated.until === "string" ? stated.until.trim() : undefined;
    for (const list of lists) {
      const roles = stated[list];
      if (!Array.isArray(roles) || !namedIn(roles)) continue;
      const all = await this.listing?.(list);
      changed[list] = all ? this.listWithIds(list, roles, all, path, end) : unknownValue;
    }
    return Object.keys(changed).length === 0 ? stated : { ...stated, ...changed };
  }

  private listWithIds(
    list: NamedList,
    roles: unknown[],
    all: readonly NamedResource[],
    path: string,
    end: string | undefined,
  ): unknown {
    const resolved = roles.flatMap((role, index) => {
      if (!isNamed(role)) return [role];
      const found = idOfName(namedKinds[list], role.name, all, this.orgId);
      if ("id" in found) {
        this.found.add(found.id);
        return [{ resourceId: found.id, role: role.role }];
      }
      if (hasEnded(end, this.now())) return [];
      for (const { id, name } of all) this.candidates.set(id.toLowerCase(), name);
      const places = this.places.get(found.problem) ?? [];
      this.places.set(found.problem, [...places, `${path}${list}.${index}.name`]);
      return [undefined];
    });
    return resolved.includes(undefined) ? unknownValue : resolved;
  }
}

/** The ids in the role lists of a resource and of a roster's entries. */
function idsIn({ members, ...stated }: Properties): Set<string> {
  const entries = isObject(members) ? Object.values(members) : [];
  const roles = [stated, ...entries].flatMap((one) =>
    isObject(one) ? lists.flatMap((list) => (Array.isArray(one[list]) ? one[list] : [])) : [],
  );
  const ids = roles.flatMap((role) => (isObject(role) ? role.resourceId : []));
  return new Set(ids.flatMap((id) => (typeof id === "string" ? id.toLowerCase() : [])));
}

/** Whether something has a name and no id; whatever else is in it is for the schema to refuse. */
function isNamed(role: unknown): role is { name: string; role: unknown } {
  return (
    isObject(role) &&
    typeof role.name === "string" &&
    role.resourceId === undefined &&
    role.name !== unknownValue
  );
}

import { besideRoster, declaredTwice, type NamedResource } from "./duplicates";

/** What a resource that stands for a whole organization says of itself. */
export interface Claim {
  kind: "Organization" | "OrgRoster";
  /** In the program, where it is known. */
  name?: string | undefined;
  /** What the resource states: without names, checks of one resource are known by it. */
  content: string;
  /** A roster that manages everybody, so that no resource of a single person may stand beside it. */
  isAlone: boolean;
}

/** The resources of one run that stand for a whole organization, each of which may be there once. */
export class Claims {
  private readonly byKind = new Map<Claim["kind"], Claim>();

  /** Notes a claim, if it does not oppose the one that is there. */
  add(claim: Claim): void {
    const other = this.byKind.get(claim.kind);
    if (!other || isSame(other, claim))
      this.byKind.set(claim.kind, { ...claim, name: claim.name ?? other?.name });
  }

  /** Why a claim cannot stand: another resource of the kind is there, or one of a single person beside the roster. */
  problemOf(claim: Claim, orgId: string, single: NamedResource | undefined): string | undefined {
    const other = this.byKind.get(claim.kind);
    if (other && !isSame(other, claim)) return rivals(other, claim, orgId);
    const isBeside = claim.isAlone && claim.name !== undefined && single !== undefined;
    return isBeside ? besideRoster(claim.name ?? "", single) : undefined;
  }

  /** Why a resource of a single person cannot stand beside the roster. */
  problemOfSingle(single: NamedResource): string | undefined {
    const roster = this.byKind.get("OrgRoster");
    const isBeside = roster?.isAlone && roster.name !== undefined;
    return isBeside ? besideRoster(roster.name ?? "", single) : undefined;
  }
}

/** Checks of one resource come as often as they like; by name, it may state something else each time. */
function isSame(one: Claim, other: Claim): boolean {
  const areNamed = one.name !== undefined && other.name !== undefined;
  return areNamed ? one.name === other.name : one.content === other.content;
}

function rivals(one: Claim, other: Claim, orgId: string): string {
  const { kind } = other;
  if (one.name === undefined || other.name === undefined) {
    return `organization ${orgId} is declared by two ${kind} resources, which would undo each other: keep one`;
  }
  if (kind === "OrgRoster") return besideRoster(one.name, { kind, name: other.name });
  return declaredTwice(`Organization ${orgId}`, { kind, name: one.name }, { kind, name: other.name });
}

import { ProviderError } from "../engine/errors";
import type { RemovalLimit } from "../run/settings";

const smallestDefault = 3;

/** How many removals a limit allows among so many people (members and unexpired invites). */
export function removalsAllowed(limit: RemovalLimit | undefined, people: number): number {
  if (limit === undefined) return Math.max(smallestDefault, Math.floor(people / 4));
  return "count" in limit ? limit.count : Math.floor(limit.share * people);
}

/** Counts one run's removals from one organization, and stops after the allowed number. */
export class RemovalCap {
  private taken = 0;

  constructor(
    public allowed: number,
    readonly people: number,
  ) {}

  /** How many more removals this run may make. */
  get left(): number {
    return this.allowed - this.taken;
  }

  /** Runs a removal if one more is allowed; one that fails is not counted. */
  async spend<Result>(who: string, orgId: string, removal: () => Promise<Result>): Promise<Result> {
    if (this.left <= 0) throw new ProviderError(this.refusal(who, orgId));
    this.taken += 1;
    try {
      return await removal();
    } catch (error) {
      this.taken -= 1;
      throw error;
    }
  }

  private refusal(who: string, orgId: string): string {
    return (
      `${who} stays in organization ${orgId}: this run has made the ${this.allowed} removals that it may ` +
      `(of ${this.people} people at its start). If more is meant, set LOSANT_MAX_REMOVALS or ` +
      `losant:maxRemovals to a number or a share such as 50%, or run again to go on.`
    );
  }
}

import type { ApprovedChange } from "../../../plan/approved";
import type { PlannedChanges } from "../planned-changes";
import type { Snapshot } from "../snapshot";
import type { ChangeStep } from "../steps";

/** How many removals there may be, and how many there were. */
export interface RemovalCount {
  allowed: number;
  /** Removals sent, whatever came of them. */
  sent: number;
  /** Members and unexpired invites at the start of the run. */
  people: number;
  /** Whether the limit is the one that a roster states for itself. */
  isRosters?: boolean | undefined;
}

/** What guard rails judge: what one resource is about to do, over the organization, with all that the run plans. */
export interface Judgement {
  snapshot: Snapshot;
  steps: readonly ChangeStep[];
  /** Whether the steps are a roster's or those of one person, in messages. */
  of: "roster" | "person";
  /** All that the run plans, the steps included; at `up`, the step alone: what others have done is in the snapshot. */
  planned: PlannedChanges;
  minAdmins: number;
  /** The users whose tokens the run has, as far as they can be identified. */
  tokenUsers: ReadonlySet<string>;
  /** Absent where removals are counted as they are sent. */
  removals?: RemovalCount | undefined;
  /** The changes in the organization that were approved; absent where a run may do whatever it plans. */
  approved?: readonly ApprovedChange[] | undefined;
  /** How many people leave within the limit of the whole run. */
  leaving: number;
}

/** Why something may not be done, with the numbers that say how far it is beyond. */
export interface Refusal {
  /** The name of the guard rail. */
  guard: string;
  message: string;
  /** Whether one person is refused something, which then counts for nobody else; the others may be planned all the same. */
  isPersonal?: boolean;
  /** Whom it is about; absent for the steps together. */
  email?: string;
  numbers?: Readonly<Record<string, number>>;
}

/** A rule that no run breaks, at preview and at `up`. */
export interface GuardRail {
  /** Says why steps may not be carried out; nothing where they may. */
  judge(judgement: Judgement): Refusal[];
  /**
   * Whether a step is judged at `up` over a fresh look at Losant, while no other resource or process of the run changes
   * anything: two of them could pass together what only one may pass. `freeSeats`: undefined where no limit is known.
   */
  needsFreshLook?(step: ChangeStep, freeSeats: number | undefined): boolean;
}

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
  /** All that the run plans, the steps included. */
  planned: PlannedChanges;
  minAdmins: number;
  /** The users whose tokens the run has, as far as they can be identified. */
  tokenUsers: ReadonlySet<string>;
  /** Absent where removals are counted as they are sent. */
  removals?: RemovalCount | undefined;
  /** How many people leave within the limit of the whole run. */
  leaving: number;
}

/** Why something may not be done, with the numbers that say how far it is beyond. */
export interface Refusal {
  /** The name of the guard rail. */
  guard: string;
  message: string;
  /** Whether it is about one person, whatever others plan: what is refused to them counts for nobody else. */
  isPersonal?: boolean;
  /** Whom it is about; absent for the steps together. */
  email?: string;
  numbers?: Readonly<Record<string, number>>;
}

/** Says why steps may not be carried out; nothing where they may. */
export type GuardRail = (judgement: Judgement) => Refusal[];

/** The steps of one kind. */
export function stepsThat<Does extends ChangeStep["does"]>(
  { steps }: Pick<Judgement, "steps">,
  does: Does,
): Extract<ChangeStep, { does: Does }>[] {
  return steps.filter((step): step is Extract<ChangeStep, { does: Does }> => step.does === does);
}

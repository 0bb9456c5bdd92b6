import type { z } from "zod";
import type { Run } from "../run/run";

/** What one kind of resource reports of itself: its id for the engine and everything it knows. */
export interface Found<State> {
  id: string;
  state: State;
}

/**
 * The life of one kind of resource, from the program's wish to its end. It knows nothing of the engine that
 * runs it: the adapter does.
 *
 * `Wish` is what a program may state, `State` what is recorded. A wish may be partial where values are not
 * known yet (at preview); whoever gets a whole `Wish` is called at `up`.
 */
export interface Life<
  Arguments extends z.ZodObject,
  Recorded extends z.ZodObject,
  Wish extends object = z.output<Arguments>,
  State extends object = z.output<Recorded>,
> {
  /** The noun, as users write it. */
  readonly kind: string;
  /** What a program may state, strictly; without cross-checks, so that it can be made partial. */
  readonly arguments: Arguments;
  /** What is recorded, leniently: older releases wrote it. */
  readonly state: Recorded;

  /** Faults of the arguments taken together; asks nobody. `isUnknown` tells values that only `up` will know. */
  consistent?(wish: Partial<Wish>, isUnknown: (name: string) => boolean): string[];
  /** Faults that only the live organization shows. `previous` is what the program stated before, if anything. */
  check?(wish: Partial<Wish>, previous: Partial<Wish> | undefined, run: Run): Promise<string[]>;

  /** Which arguments, among those that differ, make it another thing. */
  replacedBy(state: State, wish: Partial<Wish>, changed: string[], run: Run): Promise<string[]>;
  /** Why an update is due although the arguments are as recorded; one sentence each. */
  due?(state: State, wish: Partial<Wish>, run: Run): Promise<string[]>;

  create(wish: Wish, run: Run): Promise<Found<State>>;
  /** `state` is absent when a program gets the resource by its id alone. Undefined: certainly gone. */
  read(id: string, state: State | undefined, run: Run): Promise<Found<State> | undefined>;
  update(id: string, state: State, wish: Wish, run: Run): Promise<State>;
  delete(id: string, state: State, run: Run): Promise<void>;
}

/** A create or update that changed the vendor's side and then failed: what exists is recorded, not lost. */
export class PartlyDone<State> extends Error {
  override readonly name = "PartlyDone";

  constructor(
    readonly found: Found<State>,
    readonly reasons: string[],
  ) {
    super(reasons.join("\n"));
  }
}

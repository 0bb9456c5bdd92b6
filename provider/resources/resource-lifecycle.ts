import type { z } from "zod";
import type { ResourceCheck } from "../decisions/declared-people";
import type { Run } from "../live/run";
import type { Reporter } from "../vocabulary/reporter";

/** What a preview does not know yet of a resource's arguments. */
export interface Unknowns {
  /** Whether an argument is stated with a value that only `up` will know. */
  isUnknown: (name: string) => boolean;
  /** The entries of the open argument whose values only `up` will know; absent for none. */
  unknownEntries?: readonly string[];
}

/** What one call of a resource has beside its own values. */
export interface Context extends Unknowns {
  run: Run;
  report: Reporter;
  /** The resource's name in the program, where the face tells. */
  readonly name?: string | undefined;
}

/** What a check has before anybody is asked. */
export interface DeclaringContext extends Pick<Context, "run" | "name" | "unknownEntries"> {
  check: ResourceCheck;
  /** By which access has ended: this machine's time where Losant has not told its own. */
  now: Date;
}

/** An argument that is an object whose entries may become known one by one. */
export interface OpenArgument {
  argument: string;
  /** Stands for an entry that is not known, so that its name can be checked. */
  placeholder: unknown;
}

/** What the stack recorded of a resource. */
export interface Recorded<State> {
  state: State;
  /** The arguments that the program stated. */
  stated: readonly string[];
}

/** What one kind of resource reports of itself: its id for the engine and everything it knows. */
export interface ResourceSnapshot<State> {
  id: string;
  state: State;
}

/** What a resource reads of itself, and how the program would state it. */
export interface ReadSnapshot<State> extends ResourceSnapshot<State> {
  inputs: object;
}

/** A resource that is imported. */
export interface Imported<State> {
  state: State;
  stated: string[];
}

/** Why an update is due although the arguments are as recorded. */
export interface UpdateReason {
  text: string;
  isWarning: boolean;
  /** What of it is to be told where the update is carried out, which tells itself what was done. */
  atUp?: string | undefined;
}

/**
 * The life of one kind of resource, from what the program states to its end. It knows nothing of the engine that runs
 * it: the faces do.
 *
 * `Desired` is what a program may state, `State` what is recorded. What is desired may be partial where values are not
 * known yet (at preview); whoever gets a whole `Desired` is called at `up`.
 */
export interface ResourceLifecycle<
  Arguments extends z.ZodObject,
  StateSchema extends z.ZodObject,
  Desired extends object = z.output<Arguments>,
  State extends object = z.output<StateSchema>,
> {
  /** The noun, as users write it. */
  readonly kind: string;
  /** What a program may state, strictly; without cross-checks, so that it can be made partial. */
  readonly arguments: Arguments;
  /** What is recorded, leniently: older releases wrote it. */
  readonly state: StateSchema;

  readonly open?: OpenArgument;
  /** Arguments that are recorded for the next run, and make no difference by themselves. */
  readonly notes?: readonly string[];

  /** Notes whom a program names. Asks nobody, so that nothing else removes them where a request fails later. */
  declare?(desired: Partial<Desired>, context: DeclaringContext): void;
  /** Problems of the arguments taken together; asks nobody. */
  validate?(desired: Partial<Desired>, unknowns: Unknowns): string[];
  /** Problems that only the live organization shows. `previous` is what the program stated before, if anything. */
  check?(
    desired: Partial<Desired>,
    previous: Partial<Desired> | undefined,
    context: Context,
  ): Promise<string[]>;

  /** Which arguments, among those that differ, make it another thing. */
  replacedBy(
    recorded: Recorded<State>,
    desired: Partial<Desired>,
    changed: string[],
    context: Context,
  ): Promise<string[]>;
  /** At preview: says what will be done about a resource that another takes the place of. */
  previewReplacement?(recorded: Recorded<State>, context: Context): Promise<void>;
  /** Why an update is due although the arguments are as recorded; and what it will do to a person. */
  updateReasons?(
    recorded: Recorded<State>,
    desired: Partial<Desired>,
    context: Context,
  ): Promise<UpdateReason[]>;

  create(desired: Desired, context: Context): Promise<ResourceSnapshot<State>>;
  /**
   * `recorded` is absent when a program gets the resource by its id alone; what is not there is an error then.
   * Undefined: certainly gone.
   */
  read(
    id: string,
    recorded: Recorded<State> | undefined,
    context: Context,
  ): Promise<ReadSnapshot<State> | undefined>;
  /** What was read by its id alone, with the arguments that a program must state for its next preview to be empty. */
  imported?(state: State): Imported<State>;
  update(id: string, recorded: Recorded<State>, desired: Desired, context: Context): Promise<State>;
  delete(id: string, recorded: Recorded<State>, context: Context): Promise<void>;
}

/** A create or update that changed Losant's side and then failed: what exists is recorded, not lost. */
export class PartialFailure<State> extends Error {
  override readonly name = "PartialFailure";

  constructor(
    readonly snapshot: ResourceSnapshot<State>,
    readonly reasons: string[],
  ) {
    super(reasons.join("\n"));
  }
}

/** A state whose named arguments are stated, apart from lists that give nothing. */
export function importedWith<State extends object>(
  state: State,
  names: readonly (keyof State & string)[],
): Imported<State> {
  const isStated = (value: unknown) => value !== undefined && !(Array.isArray(value) && value.length === 0);
  return { state, stated: names.filter((name) => isStated(state[name])) };
}

/** A state as inputs: the arguments that the program stated, as they are now. */
export function statedInputs(state: object, recorded: Recorded<unknown> | undefined): object {
  const stated = recorded?.stated ?? [];
  return Object.fromEntries(Object.entries(state).filter(([name]) => stated.includes(name)));
}

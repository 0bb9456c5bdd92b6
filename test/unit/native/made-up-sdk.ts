import { writeFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { SdkDocumentation } from "../../../tools/schema/sdk-documentation";
import { temporaryFolder } from "../../support/project-folder";

const module = `
interface OutputInstance<T> { get(): T }
type Output<T> = OutputInstance<T>;
type Input<T> = T | Promise<T> | OutputInstance<T>;

/** A wheel. */
export interface Wheel {
  /** In millimetres. */
  size: Input<number>;
}

export interface CarArgs {
  /** How it is called. */
  name: Input<string>;
  /** How it is painted. */
  color?: Input<"red" | "blue">;
  /** What it stands on. */
  wheels?: Input<Input<Wheel>[]>;
  /** Who sits where. */
  seats?: Input<Record<string, Input<"front" | Wheel>>>;
}

/** A car. */
export class Car {
  declare readonly name: Output<string>;
  /** The colour that it has. */
  declare readonly color: Output<"red" | "blue">;
  declare readonly wheels: Output<Wheel[] | undefined>;
  declare readonly seats: Output<Record<string, "front" | Wheel> | undefined>;
  /** How far it went. */
  declare readonly distance: Output<number>;
  declare readonly __key: Output<string>;
  drive(): void {}
}

export interface ProviderArgs {
  /** Opens the door. */
  apiToken?: Input<string>;
  apiUrl?: Input<string>;
  /** Where. */
  domain?: Input<string>;
  /** In seconds. */
  requestTimeout?: Input<string>;
  /** How often. */
  maxAttempts?: Input<number>;
  /** How many. */
  maxRemovals?: Input<number | string>;
  /** How strict. */
  unmanaged?: Input<string>;
  /** Of whom. */
  requireTwoFactor?: Input<string>;
  /** How it is painted. */
  color?: Input<string>;
}

/** Asks for the way. */
export async function getWay(args: {
  /** From where. */
  start: string;
  /** Where to. */
  end: string;
}): Promise<string[]> {
  return [args.start, args.end];
}

export interface BoatArgs {
  length: Input<number>;
  /** What pulls it. */
  sails?: Input<{ size: number }[]>;
}

/** A boat. */
export class Boat {
  /** Its length. */
  declare readonly length: Output<number>;
  /** What pulls it. */
  declare readonly sails: Output<Wheel | undefined>;
}
`;

/** A program side of two classes, a data function and a provider's arguments. */
export function madeUpSdk(): SdkDocumentation {
  const path = join(temporaryFolder("sdk"), "index.ts");
  writeFileSync(path, module);
  return new SdkDocumentation([path], {
    strict: true,
    target: ts.ScriptTarget.ES2022,
    lib: ["lib.es2022.d.ts"],
    types: [],
  });
}

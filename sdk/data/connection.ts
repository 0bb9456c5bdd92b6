import * as pulumi from "@pulumi/pulumi";
import type { LosantClient } from "../../client";
import { programError } from "../errors";

/** Asks Losant with the environment's or the stack's settings; the client is loaded only then. */
export async function ask<Answer>(question: (client: LosantClient) => Promise<Answer>): Promise<Answer> {
  try {
    const { LosantClient, connectionSettings } = await import("../../client/index.js");
    const config = new pulumi.Config("losant");
    const source = { environment: process.env, stack: (key: string) => config.get(key) };
    return await question(new LosantClient(connectionSettings(source)));
  } catch (error) {
    throw programError(error instanceof Error ? error.message : String(error));
  }
}

/** Makes the form of a data function that takes inputs and gives an Output. (An Output loses what a Date holds.) */
export function outputForm<Args, Answer>(
  get: (args: Args) => Promise<Answer>,
): (args: pulumi.Input<Inputs<Args>>) => pulumi.Output<Answer> {
  return (args) =>
    pulumi.output(withoutDates(args)).apply((known) => get(known as Args)) as pulumi.Output<Answer>;
}

function withoutDates<Args>(args: Args): Args {
  if (typeof args !== "object" || args === null || pulumi.Output.isInstance(args) || args instanceof Promise)
    return args;
  const plain = Object.entries(args).map(([name, value]) => [
    name,
    value instanceof Date ? value.getTime() : value,
  ]);
  return Object.fromEntries(plain);
}

/** Arguments, each of which may be an Output. */
export type Inputs<Args> = { [Name in keyof Args]: pulumi.Input<Args[Name]> };

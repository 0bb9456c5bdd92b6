import * as pulumi from "@pulumi/pulumi";
import type { LosantClient } from "../../client";

/** Asks Losant with the environment's or the stack's settings; the client is loaded only then. */
export async function ask<Answer>(question: (client: LosantClient) => Promise<Answer>): Promise<Answer> {
  try {
    const { LosantClient, connectionSettings } = await import("../../client/index.js");
    const config = new pulumi.Config("losant");
    const source = { environment: process.env, stack: (key: string) => config.get(key) };
    return await question(new LosantClient(connectionSettings(source)));
  } catch (error) {
    // A RunError is shown by its message alone: a stack of ours helps nobody who reads a program's output.
    throw new pulumi.RunError(error instanceof Error ? error.message : String(error));
  }
}

/** Makes the form of a data function that takes inputs and gives an Output. */
export function outputForm<Args, Answer>(
  get: (args: Args) => Promise<Answer>,
): (args: pulumi.Input<Inputs<Args>>) => pulumi.Output<Answer> {
  return (args) => pulumi.output(args).apply((known) => get(known as Args)) as pulumi.Output<Answer>;
}

/** Arguments, each of which may be an Output. */
export type Inputs<Args> = { [Name in keyof Args]: pulumi.Input<Args[Name]> };

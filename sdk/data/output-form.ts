import * as pulumi from "@pulumi/pulumi";

/** Arguments, each of which may be an Output. */
export type Inputs<Args> = { [Name in keyof Args]: pulumi.Input<Args[Name]> };

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

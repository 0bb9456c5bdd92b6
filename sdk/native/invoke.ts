import * as pulumi from "@pulumi/pulumi";
import type { DataFunction } from "../../client/data-functions";
import { problemText, withoutNulls } from "../../client/data-functions";
import type { Inputs } from "../data/output-form";
import { programError } from "../errors";
import { isPlainData } from "../inputs";
import { argumentsToSend } from "./arguments-to-send";

/** The options of a data function's Output form. */
export interface InvokeOutputOptions extends pulumi.InvokeOptions {
  /** Resources that must be there before anything is asked. */
  dependsOn?: pulumi.Input<pulumi.Input<pulumi.Resource>[]> | pulumi.Input<pulumi.Resource>;
}

/** Asks a dataFunction through the provider. */
export async function invoke<Args extends object, Answer extends object>(
  dataFunction: DataFunction<Args, Answer>,
  args: Args,
  options?: pulumi.InvokeOptions,
): Promise<Answer> {
  const sent = argumentsToSend(dataFunction.argumentNames, args);
  const refusal = refusalOf(dataFunction, sent);
  if (refusal) throw refusal;
  try {
    return answerIn(dataFunction, await pulumi.runtime.invoke(tokenOf(dataFunction), sent, options));
  } catch (error) {
    throw programError(error instanceof Error ? error.message : String(error));
  }
}

/**
 * Makes the form of a data function that takes inputs and gives an Output. It asks once its arguments are known and
 * what they come from is there.
 */
export function outputForm<Args extends object, Answer extends object>(
  dataFunction: DataFunction<Args, Answer>,
): (args: pulumi.Input<Inputs<Args>>, options?: InvokeOutputOptions) => pulumi.Output<Answer> {
  return (args, options) => {
    const sent = argumentsToSend(dataFunction.argumentNames, args);
    const refusal = refusalOf(dataFunction, sent);
    if (refusal) return pulumi.output({}).apply(() => Promise.reject(refusal));
    const result = pulumi.runtime.invokeOutput<Answer>(tokenOf(dataFunction), sent, options);
    return withPlainFailure(result).apply((answer) => answerIn(dataFunction, answer));
  };
}

function tokenOf({ name }: { name: string }): string {
  return `losant:index:${name}`;
}

/** In the words of the dynamic face. What is not known yet is left to the provider. */
function refusalOf(
  { name, problems }: Pick<DataFunction<object, unknown>, "name" | "problems">,
  sent: object,
): pulumi.RunError | undefined {
  const found = isPlainData(sent) ? problems(sent) : [];
  return found.length > 0 ? programError(problemText(name, found)) : undefined;
}

/** Pulumi shows the stack of an error that is none of the program's; an Output's cannot be replaced by another. */
function withPlainFailure<Value>(output: pulumi.Output<Value>): pulumi.Output<Value> {
  pulumi.isSecret(output).catch((error: unknown) => {
    if (!(error instanceof Error)) return;
    const plain = programError(error.message);
    Object.assign(error, plain, { message: plain.message, stack: "" });
  });
  return output;
}

/** The provider puts a list or a map under a name of its own. */
function answerIn<Answer extends object>(
  { property }: { property: string | undefined },
  result: Answer,
): Answer {
  const whole: object = result;
  return withoutNulls(property === undefined ? result : Reflect.get(whole, property));
}

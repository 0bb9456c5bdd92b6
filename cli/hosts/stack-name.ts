import { InvalidArgumentError } from "commander";

/** The name of a stack, as Pulumi takes it: also with its project and organization. */
export function stackName(text: string): string {
  if (/^[\w.-]+(\/[\w.-]+){0,2}$/.test(text)) return text;
  throw new InvalidArgumentError("It must be a stack's name, such as prod or acme/people/prod.");
}

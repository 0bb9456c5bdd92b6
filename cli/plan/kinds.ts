import { InvalidArgumentError } from "commander";
import { type FindingKind, findingKinds } from "../../plan/findings";

/** Kinds of findings in a command line, with commas between them. */
export function kindsIn(text: string): FindingKind[] {
  return text.split(",").map((word) => {
    const kind = findingKinds.find((one) => one === word.trim());
    if (kind === undefined) throw new InvalidArgumentError(`Allowed are ${findingKinds.join(", ")}.`);
    return kind;
  });
}

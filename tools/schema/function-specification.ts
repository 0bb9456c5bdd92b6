import type { DataFunction } from "../../client/data-functions";
import type { FunctionSpecification } from "./package-specification";
import type { DocumentedFunction } from "./sdk-documentation";
import type { Member } from "./shape";
import type { TypeSpecifications } from "./type-specifications";

type FunctionSource = Pick<DataFunction<never, unknown>, "name" | "argumentNames" | "property">;

/** One data function; `types` gets the problems. */
export function functionSpecification(
  source: FunctionSource,
  documented: DocumentedFunction,
  types: TypeSpecifications,
): FunctionSpecification {
  const { name } = source;
  types.problems.push(...argumentProblems(source, documented));
  return {
    description: documented.words,
    inputs: types.object(`${name}(args)`, documented.inputs),
    outputs: types.object(name, resultMembers(source, documented, types)),
  };
}

function argumentProblems({ name, argumentNames }: FunctionSource, { inputs }: DocumentedFunction): string[] {
  const documented = inputs.map((input) => input.name);
  return [
    ...documented
      .filter((one) => !argumentNames.includes(one))
      .map((one) => `${name}(args).${one}: TypeScript has it, its description does not`),
    ...argumentNames
      .filter((one) => !documented.includes(one))
      .map((one) => `${name}(args).${one}: its description has it, TypeScript does not`),
  ];
}

/** What an invoke gives is an object of known names; anything else is put into one. */
function resultMembers(
  { name, property }: FunctionSource,
  { result, resultWords }: DocumentedFunction,
  types: TypeSpecifications,
): Member[] {
  if (property !== undefined)
    return [{ name: property, words: resultWords, isOptional: false, shape: result }];
  if (result.kind === "object") return result.members;
  types.problems.push(`${name}: gives no object, and its description names no property for what it gives`);
  return [];
}

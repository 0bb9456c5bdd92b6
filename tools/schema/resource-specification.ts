import { differences } from "./differences";
import type { Properties, ResourceSpecification } from "./package-specification";
import type { ResourceSource } from "./resources";
import type { DocumentedClass } from "./sdk-documentation";
import type { Member, ObjectShape } from "./shape";
import { requiredOf, type TypeSpecifications } from "./type-specifications";
import { zodShape } from "./zod-shape";

/** One resource: its shapes hold for zod and TypeScript both, or `types` gets the problems. */
export function resourceSpecification(
  source: ResourceSource,
  documented: DocumentedClass,
  types: TypeSpecifications,
): ResourceSpecification {
  const { kind, replacing, secrets = [] } = source;
  types.problems.push(...disagreements(source, documented));
  const inputs = types.properties(`${kind}Args`, documented.inputs);
  const outputs = types.properties(kind, withInputWords(documented));
  mark(inputs, replacing, { willReplaceOnChanges: true });
  for (const properties of [inputs, outputs]) mark(properties, secrets, { secret: true });
  return {
    type: "object",
    description: documented.words,
    properties: outputs,
    required: requiredOf(documented.outputs),
    inputProperties: inputs,
    requiredInputs: requiredOf(documented.inputs),
    aliases: [{ type: `pulumi-nodejs:dynamic/losant:${kind}` }],
  };
}

function disagreements(source: ResourceSource, { inputs, outputs }: DocumentedClass): string[] {
  const { kind } = source;
  const recorded = zodShape(source.state);
  const shown = recorded.members.filter(({ name }) => !name.startsWith("__"));
  return [
    ...differences(`${kind}Args`, zodShape(source.arguments), objectOf(inputs), "exact"),
    ...differences(kind, objectOf(shown), objectOf(outputs), "lenient"),
  ];
}

function objectOf(members: Member[]): ObjectShape {
  return { kind: "object", name: undefined, words: "", members };
}

/** An output that is as the program stated it is described with the argument. */
function withInputWords({ inputs, outputs }: DocumentedClass): Member[] {
  const words = new Map(inputs.map((input) => [input.name, input.words]));
  return outputs.map((output) => ({ ...output, words: output.words || (words.get(output.name) ?? "") }));
}

function mark(
  properties: Properties,
  names: readonly string[],
  flag: { secret: true } | { willReplaceOnChanges: true },
) {
  for (const name of names) {
    const property = properties[name];
    if (property) properties[name] = { ...property, ...flag };
  }
}

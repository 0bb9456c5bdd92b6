import { resultNames } from "../../native/result-names";
import type { FunctionSpecification } from "./package-specification";
import type { DocumentedFunction } from "./sdk-documentation";
import type { Member } from "./shape";
import type { TypeSpecifications } from "./type-specifications";

const wrappers = new Map<string, { name: string; words: string }>([
  ["getOrganizations", { name: resultNames.getOrganizations, words: "The organizations, by name." }],
  ["getPendingInvites", { name: resultNames.getPendingInvites, words: "The invites, expired ones too." }],
  ["getPayloadCounts", { name: resultNames.getPayloadCounts, words: "The figures by type and source." }],
]);

/** The data functions, in the order of the README. */
export const dataFunctions = [
  "getOrganization",
  "getOrganizations",
  "getMember",
  "getPendingInvites",
  "getDeviceCounts",
  "getNotebookMinuteCounts",
  "getPayloadCounts",
  "getPayloadCountsBreakdown",
];

/** One data function. */
export function functionSpecification(
  name: string,
  documented: DocumentedFunction,
  types: TypeSpecifications,
): FunctionSpecification {
  return {
    description: documented.words,
    inputs: types.object(`${name}(args)`, documented.inputs),
    outputs: types.object(name, resultMembers(name, documented)),
  };
}

/** What an invoke gives is an object; a list or a map is put into one. */
function resultMembers(name: string, { result }: DocumentedFunction): Member[] {
  const wrapper = wrappers.get(name);
  if (wrapper) return [{ ...wrapper, isOptional: false, shape: result }];
  if (result.kind === "object") return result.members;
  throw new Error(`${name} gives no object: native/result-names.ts must name what it gives.`);
}

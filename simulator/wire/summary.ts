import { validation } from "../rules/api-error";

/** The figures of a summary by name. */
export type Summary = Record<string, unknown>;

/** A figure that is worked out only when it is wanted. */
export type SummaryField = () => unknown;

/** The two query parameters that choose figures. */
export interface SummaryQuery {
  summaryInclude?: string[] | undefined;
  summaryExclude?: string[] | undefined;
}

// Assumed: an unknown name is refused, and payloadCount, which takes the vendor long, comes only when asked for.
/** The chosen figures of a summary: those of `summaryInclude`, else the usual ones, without those of `summaryExclude`. */
export const chooseSummary = (
  fields: Record<string, SummaryField>,
  query: SummaryQuery,
  onRequestOnly: readonly string[],
): Summary => {
  const usual = Object.keys(fields).filter((name) => !onRequestOnly.includes(name));
  const included = query.summaryInclude ?? usual;
  const excluded = query.summaryExclude ?? [];
  refuseUnknown(fields, [...included, ...excluded]);
  const chosen = included.filter((name) => !excluded.includes(name));
  return Object.fromEntries(chosen.map((name) => [name, fields[name]?.()]));
};

const refuseUnknown = (fields: Record<string, SummaryField>, names: readonly string[]): void => {
  const unknown = names.filter((name) => !Object.hasOwn(fields, name));
  if (unknown.length > 0) throw validation(`There is no summary field ${unknown.join(", ")}.`);
};

const notSimulated = [
  "apiTokenCount",
  "certificateCount",
  "certificateAuthorityCount",
  "credentialCount",
  "dataTableCount",
  "deviceRecipeCount",
  "eventCount",
  "experienceDomainCount",
  "experienceEndpointCount",
  "experienceGroupCount",
  "experienceSlugCount",
  "experienceUserCount",
  "experienceVersionCount",
  "experienceViewCount",
  "fileCount",
  "flowCount",
  "integrationCount",
  "keyCount",
  "notebookCount",
  "privateFileCount",
  "resourceJobCount",
  "webhookCount",
];

/** The figures of what the simulator does not have: none. */
export const emptyFields: Record<string, SummaryField> = {
  ...Object.fromEntries(notSimulated.map((name) => [name, () => 0])),
  storageStats: () => ({ count: 0, size: 0 }),
};

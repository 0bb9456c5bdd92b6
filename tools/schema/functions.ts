import { type DataFunctionName, dataFunctions } from "../../client/data-functions";

/** What the schema has of a data function beside its documentation. */
export interface FunctionSource {
  name: string;
  argumentNames: readonly string[];
  /** The property that holds an answer which is no object of known names. */
  property: string | undefined;
  /** What stands there. */
  words: string;
}

/** The data functions, in the order of the README. */
export const functions: FunctionSource[] = [
  source("getOrganization"),
  source("getOrganizations", "The organizations, by name."),
  source("getMember"),
  source("getApplications", "The applications, by name."),
  source("getDashboards", "The dashboards, by name."),
  source("getPendingInvites", "The invites, expired ones too."),
  source("getDeviceCounts"),
  source("getNotebookMinuteCounts"),
  source("getPayloadCounts", "The figures by type and source."),
  source("getPayloadCountsBreakdown"),
];

function source(name: DataFunctionName, words = ""): FunctionSource {
  const { argumentNames, property } = dataFunctions[name];
  return { name, argumentNames, property, words };
}

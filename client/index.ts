/**
 * The typed client of Losant's organization API, for scripts beside a Pulumi program.
 *
 * @module
 */
export { type Action, type ActionName, actions } from "./actions";
export type { SummaryOptions } from "./arguments";
export * from "./configuration";
export { ConfigurationError, isLosantError, LosantError } from "./errors";
export { LosantClient } from "./losant-client";
export type { OrgParameters, RangeParameters } from "./org";
export type { OrgsParameters } from "./orgs";
export type { ClientOptions, Fetch } from "./request";
export type { Backoff } from "./retry";
export * from "./schemas/invite";
export * from "./schemas/organization";
export * from "./schemas/roles";
export * from "./schemas/usage";
export type { Time } from "./times";

/**
 * The typed client of Losant's organization API, for scripts beside a Pulumi program.
 *
 * @module
 */
export { type Action, type ActionName, actions } from "./actions";
export * from "./configuration";
export { ConfigurationError, isLosantError, isMissingRight, isNotFound, LosantError } from "./errors";
export { LosantClient } from "./losant-client";
export { printable, printableData, printableLines } from "./printable";
export type { AnswerNote, ClientOptions, Fetch, FetchInit, FetchResponse } from "./request";
export type { Backoff } from "./retry";
export { tokenExpiry } from "./token-expiry";
export { lackedBy, roleLimitOf } from "./token-in-use";
export type * from "./types";

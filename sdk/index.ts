/**
 * Losant organizations as code, for Pulumi programs: `import * as losant from "pulumi-losant"`.
 *
 * @module
 */
export * from "./data/get-member";
export * from "./data/get-organization";
export * from "./data/get-organizations";
export * from "./data/get-owned-resources";
export * from "./data/get-pending-invites";
export * from "./data/usage";
export * from "./org-invite";
export * from "./org-member";
export * from "./org-membership";
export * from "./org-roster";
export * from "./organization";
export * from "./read-roster";
export type { LosantId } from "./resource";
export * from "./resource-transfer";
export * from "./roles";
export * from "./terms";
export * from "./two-factor";

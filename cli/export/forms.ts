/** How an export writes down people. */
export const forms = ["roster", "memberships", "yaml"] as const;
export type Form = (typeof forms)[number];

import { createHash } from "node:crypto";

const digest = (text: string) => createHash("sha256").update(text).digest("hex");

/** The id that belongs to a number: always the same, 24 hex digits. */
export const identifier = (sequence: number): string => digest(`id ${sequence}`).slice(0, 24);

/** The token that the email of an invite would carry. */
export const inviteToken = (inviteId: string): string => digest(`invite ${inviteId}`);

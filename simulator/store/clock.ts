/** Tells the time in milliseconds since the epoch. */
export type Now = () => number;

/** A day in milliseconds. */
export const dayMs = 24 * 60 * 60 * 1000;

/** An hour in milliseconds. */
export const hourMs = 60 * 60 * 1000;

/** ISO text of a moment in milliseconds. */
export const toIso = (milliseconds: number): string => new Date(milliseconds).toISOString();

import { toIso } from "../store/clock";

/** The billing period of a moment: its calendar month in UTC (assumed). The end is the start of the next one. */
export const periodOf = (now: number): { start: number; end: number } => {
  const date = new Date(now);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  return { start: Date.UTC(year, month), end: Date.UTC(year, month + 1) };
};

/** The billing period as the vendor's schemas org and me have it. */
export const formatPeriod = (now: number): { currentPeriodStart: string; currentPeriodEnd: string } => {
  const period = periodOf(now);
  return { currentPeriodStart: toIso(period.start), currentPeriodEnd: toIso(period.end) };
};

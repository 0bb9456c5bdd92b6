import { counted } from "../vocabulary/text";

const day = 24 * 60 * 60 * 1000;
const warningDays = 30;
const urgentDays = 7;

/** A warning of an API token that expires within 30 days, a louder one within 7; undefined for any other. */
export function tokenWarning(expiry: Date | undefined, now: Date): string | undefined {
  if (expiry === undefined) return undefined;
  const left = Math.ceil((expiry.getTime() - now.getTime()) / day);
  if (left <= 0 || left > warningDays) return undefined;
  const what = `the API token expires in ${counted(left, "day", "days")}, on ${expiry.toISOString().slice(0, 10)}`;
  const then = left <= urgentDays ? "; from then on every run fails, and access that ends does not end" : "";
  return `${what}${then}: make a new one at Losant, and put it in the place of this one.`;
}

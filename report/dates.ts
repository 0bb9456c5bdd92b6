const day = 24 * 60 * 60 * 1000;

/** Days from a moment to an end: a begun day is a day; what has ended has 0 or less. */
export function daysUntil(end: string, now: string): number {
  const days = (Date.parse(end) - Date.parse(now)) / day;
  return days > 0 ? Math.ceil(days) : Math.floor(days);
}

/** `in 3 days`, for a begun day too; `2 days ago`, for whole ones. */
export function describeDays(end: string, now: string): string {
  const left = Date.parse(end) - Date.parse(now);
  const days = left > 0 ? Math.ceil(left / day) : Math.floor(-left / day);
  const words = days === 1 ? "1 day" : `${days} days`;
  if (left > 0) return `in ${words}`;
  return days === 0 ? "less than a day ago" : `${words} ago`;
}

/** `2027-01-31`. */
export function dateOf(moment: string): string {
  return moment.slice(0, 10);
}

const months = "January February March April May June July August September October November December".split(
  " ",
);

/** `31 January 2027, 17:00 UTC`, the same on every machine. */
export function describeMoment(moment: string): string {
  const date = new Date(moment);
  const time = date.toISOString().slice(11, 16);
  return `${date.getUTCDate()} ${months[date.getUTCMonth()]} ${date.getUTCFullYear()}, ${time} UTC`;
}

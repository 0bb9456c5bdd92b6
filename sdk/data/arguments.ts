import { programError } from "../errors";

/** Says what is allowed, where a value is something else. */
type Check = (value: unknown) => string | undefined;

/** The checks of a data function's arguments, by name. */
export type Checks<Args> = Readonly<Record<keyof Args & string, Check>>;

/** Refuses arguments that Losant would not take, with every problem in one message. */
export function checkArguments<Args extends object>(call: string, args: Args, checks: Checks<Args>): void {
  const given = new Map<string, unknown>(Object.entries(args ?? {}));
  const problems = Object.entries<Check>(checks).flatMap(([name, check]) => {
    const problem = check(given.get(name) ?? undefined);
    return problem === undefined ? [] : [`${name}: ${problem}`];
  });
  if (problems.length > 0) throw programError(`${call}: ${problems.join("; ")}`);
}

/** An argument that may be left out. */
export function optional(check: Check): Check {
  return (value) => (value === undefined ? undefined : check(value));
}

export const id = allowed(
  (value) => typeof value === "string" && /^[A-Fa-f\d]{24}$/.test(value),
  "must be 24 hex digits",
);

export const text = allowed((value) => typeof value === "string", "must be a string");

export const flag = allowed((value) => typeof value === "boolean", "must be true or false");

export const resolution = allowed(
  (value) => value === 86_400_000 || value === 3_600_000,
  "must be 86400000 (a day) or 3600000 (an hour)",
);

export const moment = allowed(
  isMoment,
  "must be a time: a Date, milliseconds since 1970, or ISO text with its time zone, such as 2026-11-01 or " +
    "2026-11-01T00:00:00Z",
);

function allowed(isAllowed: (value: unknown) => boolean, what: string): Check {
  return (value) => {
    if (value === undefined) return "is required";
    return isAllowed(value) ? undefined : what;
  };
}

function isMoment(value: unknown): boolean {
  if (value instanceof Date) return !Number.isNaN(value.getTime());
  if (typeof value === "number") return !Number.isNaN(new Date(value).getTime());
  const isIso = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/;
  return typeof value === "string" && isIso.test(value) && !Number.isNaN(Date.parse(value));
}

import { losantId, notAnId } from "../losant-id";

/** Says what is allowed, where a value is something else. */
type Check = (value: unknown) => string | undefined;

/** The checks of a data function's arguments, by name. */
export type Checks<Args> = Readonly<Record<keyof Args & string, Check>>;

/** Arguments as given: nobody has looked at them yet. */
export type Given = Readonly<Record<string, unknown>>;

/** What is wrong with an argument. */
export interface Problem {
  /** The argument's name. */
  property: string;
  reason: string;
}

/** The arguments of a function that are given, in the function's order; null means absent. */
export function givenArguments(args: object | null | undefined, checks: Checks<Given>): Given {
  const given = new Map<string, unknown>(Object.entries(args ?? {}));
  const values = Object.keys(checks).map((name) => [name, given.get(name) ?? undefined] as const);
  return Object.fromEntries(values.filter(([, value]) => value !== undefined));
}

/** Every argument that Losant would not take. */
export function problemsIn(args: Given, checks: Checks<Given>): Problem[] {
  return Object.entries(checks).flatMap(([property, check]) => {
    const reason = check(args[property]);
    return reason === undefined ? [] : [{ property, reason }];
  });
}

/** An argument that may be left out. */
export function optional(check: Check): Check {
  return (value) => (value === undefined ? undefined : check(value));
}

export const id = allowed((value) => typeof value === "string" && losantId.test(value), notAnId);

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

import { z } from "zod";
import type { Organization } from "../client/types";
import type { Answer } from "./answers";
import type {
  DayValue,
  DeviceDay,
  FigureName,
  HourValue,
  KindValue,
  NotebookDay,
  OrganizationUsage,
  Period,
  Range,
  Standing,
  Unread,
} from "./figures";
import { projectedLevel, projectedSum } from "./projection";

/** What was read of an organization. */
export interface Read {
  organization: Organization;
  now: Date;
  range: Range;
  period: Period;
  /** Of the figure whose limit is stated per month. */
  monthly: Period;
  invites: Answer<number>;
  devices: Answer<DeviceDay[]>;
  payloads: Answer<DayValue[]>;
  /** Undefined where they are not asked for. */
  hours: Answer<HourValue[]> | undefined;
  kinds: Answer<KindValue[]>;
  notebooks: Answer<NotebookDay[]>;
  /** The same from the period's start to now. */
  inPeriod: {
    devices: Answer<DeviceDay[]>;
    payloads: Answer<DayValue[]>;
    notebooks: Answer<NotebookDay[]>;
  };
}

const limit = z.number().nullish();
const Limits = z.object({ device: limit, payload: limit, notebookMinutesPerMonth: limit, member: limit });
type Limits = z.infer<typeof Limits>;

const limitNames = {
  devices: "device",
  payloads: "payload",
  notebookMinutes: "notebookMinutesPerMonth",
  seats: "member",
} as const;

/** The usage of an organization, with what could not be read of it. */
export function organizationUsage(read: Read): OrganizationUsage {
  const { organization, now, range, period } = read;
  const limits = Limits.safeParse(organization.limits);
  const seats = dataOf(read.invites, (invites) => ({ members: organization.members.length, invites }));
  return {
    orgId: organization.id,
    name: organization.name,
    readAt: now.toISOString(),
    range,
    period,
    standings: standingsOf(read, seats, limits.data ?? {}),
    devices: dataOf(read.devices),
    payloads: dataOf(read.payloads),
    payloadHours: read.hours === undefined ? null : dataOf(read.hours),
    payloadKinds: dataOf(read.kinds),
    notebookMinutes: dataOf(read.notebooks),
    seats,
    unread: [...unreadIn(read), ...(limits.success ? [] : [noLimits])],
  };
}

const noLimits: Unread = { what: "limits", problem: "Losant's answer has none that can be read" };

function standingsOf(read: Read, seats: OrganizationUsage["seats"], limits: Limits): Standing[] {
  const { now, period, monthly, inPeriod } = read;
  const devices = dataOf(inPeriod.devices, (days) => days.map(({ day, total }) => ({ day, value: total })));
  const minutes = dataOf(inPeriod.notebooks, (days) =>
    days.map(({ day, minutes: value }) => ({ day, value })),
  );
  const limited = (figure: FigureName) => ({ figure, limit: limits[limitNames[figure]] ?? null });
  return [
    {
      ...limited("devices"),
      period,
      value: devices?.at(-1)?.value ?? null,
      projected: devices && projectedLevel(devices, period, now),
      days: devices ?? [],
    },
    { ...limited("payloads"), ...summed(dataOf(inPeriod.payloads), period, now) },
    { ...limited("notebookMinutes"), ...summed(minutes, monthly, now) },
    {
      ...limited("seats"),
      period,
      value: seats && seats.members + seats.invites,
      projected: null,
      days: [],
    },
  ];
}

function summed(days: DayValue[] | null, period: Period, now: Date) {
  const value = days === null ? null : days.reduce((sum, day) => sum + day.value, 0);
  const projected = value === null ? null : projectedSum(value, period, now);
  return { period, value, projected, days: days ?? [] };
}

/** What failed, each with its reason; what is asked twice is told once. */
function unreadIn({ invites, devices, payloads, hours, kinds, notebooks, inPeriod }: Read): Unread[] {
  const answers: [string, Answer<unknown> | undefined][] = [
    ["seats", invites],
    ["devices", devices],
    ["devices", inPeriod.devices],
    ["devices", emptyProblem(inPeriod.devices)],
    ["payloads", payloads],
    ["payloads", inPeriod.payloads],
    ["payloads by hour", hours],
    ["payloads by kind", kinds],
    ["notebook minutes", notebooks],
    ["notebook minutes", inPeriod.notebooks],
  ];
  const all = answers.flatMap(([what, answer]) =>
    answer !== undefined && "problem" in answer ? [[what, answer.problem] as const] : [],
  );
  return [...new Map(all).entries()].map(([what, problem]) => ({ what, problem }));
}

/** Sums of no days are 0; a number of devices is not. */
function emptyProblem(answer: Answer<DeviceDay[]>): Answer<unknown> | undefined {
  const isEmpty = "data" in answer && answer.data.length === 0;
  return isEmpty ? { problem: "Losant's answer has no day of the billing period" } : undefined;
}

function dataOf<Data>(answer: Answer<Data>): Data | null;
function dataOf<Data, Result>(answer: Answer<Data>, use: (data: Data) => Result): Result | null;
function dataOf<Data>(answer: Answer<Data>, use: (data: Data) => unknown = (data) => data): unknown {
  return "data" in answer ? use(answer.data) : null;
}

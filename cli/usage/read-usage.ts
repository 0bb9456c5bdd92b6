import type { LosantClient } from "../../client";
import { dataFunctions, type Reads, sharedReads } from "../../client/data-functions";
import { isExpired } from "../../client/invites";
import {
  type Answer,
  deviceDays,
  notebookDays,
  payloadDays,
  payloadHours,
  payloadKinds,
} from "../../usage/answers";
import { organizationUsage } from "../../usage/collect";
import type { OrganizationUsage, Period, Range, Usage } from "../../usage/figures";
import { billingPeriod, monthlyPeriod } from "../../usage/period";
import { askedRange, isPartOf, piecesOf, problemOf, type Stated } from "../../usage/range";
import { listOrganizations } from "../live/organizations";
import { withProgress } from "../progress";
import { WrongRange } from "./wrong-range";

/** What to read. */
export interface Wanted {
  /** Undefined: of all that the token sees. */
  orgIds: readonly string[] | undefined;
  range: Stated;
  /** Whether hours are wanted too. */
  hours: boolean;
}

/** Reads usage of organizations; what cannot be read of one hides nothing else. */
export async function readUsage(client: LosantClient, wanted: Wanted): Promise<Usage> {
  const listed = wanted.orgIds?.map((id) => ({ id, name: null })) ?? (await listOrganizations(client));
  if (listed.length === 0) throw new Error("The token sees no organization. Pass one with --org.");
  return withProgress("Reading usage", async () => {
    const reads = sharedReads(
      (read) => read(client),
      () => 0,
    );
    const answers = await Promise.all(
      listed.map(async ({ id, name }) => ({
        orgId: id,
        name,
        answer: await answerOf(() => readOrganizationUsage(client, reads, id, wanted)),
      })),
    );
    return {
      version: 1,
      organizations: answers.flatMap(({ answer }) => ("data" in answer ? [answer.data] : [])),
      failed: answers.flatMap(({ orgId, name, answer }) =>
        "problem" in answer ? [{ orgId, name, problem: answer.problem }] : [],
      ),
    };
  });
}

/** Reads the usage of one organization. @throws where the organization itself cannot be read */
export async function readOrganizationUsage(
  client: LosantClient,
  reads: Reads,
  orgId: string,
  wanted: Pick<Wanted, "range" | "hours">,
): Promise<OrganizationUsage> {
  const organization = await reads.organization({ orgId });
  const now = client.now();
  const problem = problemOf(wanted.range, now);
  if (problem !== undefined) throw new WrongRange(problem);
  const period = billingPeriod(organization, now);
  const monthly = monthlyPeriod(period, now);
  const range = askedRange(wanted.range, period, now);
  const asked = figuresOf(reads, orgId);
  const known = inRange(asked, range, wanted.hours);
  const [invites, figures, inPeriod] = await Promise.all([
    answerOf(async () => openInvites(await reads.pendingInvites({ orgId }), now)),
    known,
    soFar(withinRange(asked, range, known), { period, monthly }, now),
  ]);
  return organizationUsage({ organization, now, range, period, monthly, invites, ...figures, inPeriod });
}

type Asked = ReturnType<typeof figuresOf>;

async function inRange(asked: Asked, range: Range, withHours: boolean) {
  const [devices, payloads, hours, kinds, notebooks] = await Promise.all([
    asked.devices(range),
    asked.payloads(range),
    withHours ? asked.hours(range) : undefined,
    asked.kinds(range),
    asked.notebooks(range),
  ]);
  return { devices, payloads, hours, kinds, notebooks };
}

async function soFar(asked: DaysAsked, periods: { period: Period; monthly: Period }, now: Date) {
  const since = ({ start }: Period): Range => ({ start, end: now.toISOString() });
  const [devices, payloads, notebooks] = await Promise.all([
    asked.devices(since(periods.period)),
    asked.payloads(since(periods.period)),
    asked.notebooks(since(periods.monthly)),
  ]);
  return { devices, payloads, notebooks };
}

/** The figures of an organization. A range that is asked for twice is asked for once. */
function figuresOf(reads: Reads, orgId: string) {
  const { getDeviceCounts, getNotebookMinuteCounts, getPayloadCounts, getPayloadCountsBreakdown } =
    dataFunctions;
  const inPieces = <Data>(range: Range, ask: (piece: Range) => Promise<Data>) =>
    Promise.all(piecesOf(range).map(ask));
  return {
    devices: (range: Range) =>
      answerOf(async () =>
        deviceDays(await inPieces(range, (piece) => getDeviceCounts.ask(reads, { orgId, ...piece }))),
      ),
    notebooks: (range: Range) =>
      answerOf(async () =>
        notebookDays(
          await inPieces(range, (piece) => getNotebookMinuteCounts.ask(reads, { orgId, ...piece })),
        ),
      ),
    payloads: (range: Range) =>
      answerOf(async () =>
        payloadDays(
          await inPieces(range, (piece) => getPayloadCountsBreakdown.ask(reads, { orgId, ...piece })),
        ),
      ),
    hours: (range: Range) =>
      answerOf(async () =>
        payloadHours(await getPayloadCountsBreakdown.ask(reads, { orgId, ...range, resolution: 3_600_000 })),
      ),
    kinds: (range: Range) =>
      answerOf(async () => payloadKinds(await getPayloadCounts.ask(reads, { orgId, ...range }))),
  };
}

type DaysAsked = Pick<Asked, "devices" | "payloads" | "notebooks">;

/** The billing period may lie within the range that is asked for: its days are there already. */
function withinRange(asked: Asked, range: Range, known: ReturnType<typeof inRange>): DaysAsked {
  const isThere = (part: Range) => isPartOf(part, range);
  return {
    devices: async (part) => (isThere(part) ? daysFrom((await known).devices, part) : asked.devices(part)),
    payloads: async (part) => (isThere(part) ? daysFrom((await known).payloads, part) : asked.payloads(part)),
    notebooks: async (part) =>
      isThere(part) ? daysFrom((await known).notebooks, part) : asked.notebooks(part),
  };
}

function daysFrom<Day extends { day: string }>(answer: Answer<Day[]>, { start }: Range): Answer<Day[]> {
  if ("problem" in answer) return answer;
  return { data: answer.data.filter(({ day }) => day >= start.slice(0, 10)) };
}

function openInvites(invites: Awaited<ReturnType<Reads["pendingInvites"]>>, now: Date): number {
  return invites.filter((invite) => !isExpired(invite, now)).length;
}

async function answerOf<Data>(ask: () => Promise<Data>): Promise<Answer<Data>> {
  try {
    return { data: await ask() };
  } catch (error) {
    if (error instanceof WrongRange) throw error;
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

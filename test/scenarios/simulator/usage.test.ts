import assert from "node:assert/strict";
import { z } from "zod";
import { payloadKinds } from "../../../simulator/usage/payload-kinds";
import { assertRefused, dayMs, organizationOf, useSimulator } from "./harness";

const now = Date.UTC(2026, 5, 15, 12, 30);
const start = Date.UTC(2026, 4, 1);
const hourMs = 3_600_000;

const envelope = <Count extends z.ZodRawShape>(count: Count) =>
  z.object({ start: z.string(), end: z.string(), counts: z.array(z.object({ date: z.string(), ...count })) });
const deviceCounts = envelope({ created: z.number(), deleted: z.number(), total: z.number() });
const breakdown = envelope({ value: z.number() });
const notebookCounts = envelope({
  minutes: z.number(),
  completed: z.number(),
  canceled: z.number(),
  errored: z.number(),
  timeout: z.number(),
});
const payloadCounts = z.record(z.string(), z.record(z.string(), z.number()));

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe("simulator usage figures", () => {
  const simulator = useSimulator({ now: () => now });
  const get = async (below: string, query: Record<string, string | number> = {}) => {
    const parameters = new URLSearchParams();
    for (const [name, value] of Object.entries(query)) parameters.set(name, String(value));
    const answer = await simulator().call("GET", simulator().org(`/${below}?${parameters}`));
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
    return answer.body;
  };
  const values = async (query: Record<string, string | number>) =>
    breakdown.parse(await get("payloadCountsBreakdown", query)).counts.map((count) => count.value);

  it("covers the last 30 days, today included, when no range is asked for", async () => {
    for (const below of ["deviceCounts", "notebookMinuteCounts", "payloadCountsBreakdown"]) {
      const { counts, end } = envelope({}).parse(await get(below));
      assert.equal(counts.length, 30, below);
      assert.equal(counts[0]?.date, "2026-05-17T00:00:00.000Z");
      assert.equal(counts.at(-1)?.date, "2026-06-15T00:00:00.000Z");
      assert.equal(end, new Date(now).toISOString());
    }
  });

  it("counts the day and the hour into which the end falls", async () => {
    const end = start + 2 * dayMs;
    assert.equal(deviceCounts.parse(await get("deviceCounts", { start, end })).counts.length, 3);
    assert.equal((await values({ start, end, resolution: hourMs })).length, 49);
    assert.equal((await values({ start, end: end - 1, resolution: hourMs })).length, 48);
  });

  it("continues each day's devices from the day before", async () => {
    const { counts } = deviceCounts.parse(await get("deviceCounts", { start }));
    assert.ok(sum(counts.map(({ deleted }) => deleted)) > 0);
    for (const [index, day] of counts.entries()) {
      const previous = counts[index - 1];
      if (previous) assert.equal(day.total, previous.total + day.created - day.deleted, day.date);
    }
  });

  it("has as many devices today as the organization's summary", async () => {
    const { counts } = deviceCounts.parse(await get("deviceCounts"));
    assert.equal((await simulator().organization()).summary.deviceCount, counts.at(-1)?.total);
  });

  it("gives days, hours, and types of payload that add up to the same, whatever the range", async () => {
    const range = { start: start + 5 * hourMs + 1, end: start + 4 * dayMs + 7 * hourMs };
    const byType = payloadCounts.parse(await get("payloadCounts", range));
    const billable = payloadKinds.filter((kind) => kind.billable);
    const expected = sum(billable.map(({ type, source }) => byType[type]?.[source] ?? 0));
    assert.ok(expected > 0);
    assert.equal(sum(await values(range)), expected);
    assert.equal(sum(await values({ ...range, resolution: hourMs })), expected);
  });

  it("gives all payloads, not only the billable ones, when asked", async () => {
    const range = { start, end: start + dayMs };
    const byType = payloadCounts.parse(await get("payloadCounts", range));
    const all = sum(Object.values(byType).flatMap((bySource) => Object.values(bySource)));
    assert.equal(sum(await values({ ...range, includeNonBillable: "true" })), all);
    assert.ok(all > sum(await values(range)));
  });

  it("gives bytes that follow from the counts, and add up as well", async () => {
    const range = { start, end: start + dayMs };
    const counts = payloadCounts.parse(await get("payloadCounts", range));
    const bytes = payloadCounts.parse(await get("payloadCounts", { ...range, asBytes: "true" }));
    for (const { type, source, bytes: size } of payloadKinds)
      assert.equal(bytes[type]?.[source], (counts[type]?.[source] ?? 0) * size, type);
    const total = sum(Object.values(bytes).flatMap((bySource) => Object.values(bySource)));
    assert.equal(sum(await values({ ...range, asBytes: "true", includeNonBillable: "true" })), total);
  });

  it("leaves out types of payload of which there were none", async () => {
    const byType = payloadCounts.parse(await get("payloadCounts"));
    assert.equal("inboundEmail" in byType, false);
  });

  it("gives notebook minutes that add up to the summary of the billing period", async () => {
    const { counts } = notebookCounts.parse(
      await get("notebookMinuteCounts", { start: Date.UTC(2026, 5, 1) }),
    );
    const { notebookStats } = (await simulator().organization()).summary;
    const runs = counts.flatMap(({ completed, canceled, errored, timeout }) => [
      completed,
      canceled,
      errored,
      timeout,
    ]);
    assert.deepEqual(notebookStats, {
      awaitingCompletion: 0,
      minutesThisPeriod: sum(counts.map(({ minutes }) => minutes)),
      runsThisPeriod: sum(runs),
    });
  });

  it("gives the payloads of the billing period in the summary when asked", async () => {
    const answer = await simulator().call("GET", simulator().org("?summaryInclude=payloadCount"));
    const expected = await get("payloadCounts", { start: Date.UTC(2026, 5, 1) });
    assert.deepEqual(organizationOf(answer).summary.payloadCount, expected);
  });

  it("gives the same figures each time", async () => {
    const first = await get("payloadCountsBreakdown", { start });
    simulator().simulator.reset();
    assert.deepEqual(await get("payloadCountsBreakdown", { start }), first);
  });

  it("has no figures of the future and none from before the organization", async () => {
    const { counts } = deviceCounts.parse(await get("deviceCounts", { start: 0, end: now + 5 * dayMs }));
    assert.equal(counts[0]?.date, "2024-01-01T00:00:00.000Z");
    assert.equal(counts.at(-1)?.date, "2026-06-15T00:00:00.000Z");
    assert.deepEqual(
      deviceCounts.parse(await get("deviceCounts", { start: now + dayMs, end: now + dayMs })).counts,
      [],
    );
  });

  it("has more figures as time passes", async () => {
    const before = sum(await values({ start }));
    await simulator().advance(hourMs);
    assert.ok(sum(await values({ start })) > before);
  });

  it("has no usage where there are no applications", async () => {
    const { id } = organizationOf(await simulator().call("POST", "/orgs", { name: "Empty" }));
    const answer = await simulator().call("GET", `/orgs/${id}/payloadCounts`);
    assert.deepEqual(answer.body, {});
  });

  it("refuses a range that ends before it starts", async () => {
    const path = simulator().org(`/payloadCounts?start=${start}&end=${start - 1}`);
    assertRefused(await simulator().call("GET", path), 400, /start/);
  });
});

import assert from "node:assert/strict";
import { standalone, type UsageSection, usageSections } from "../../../usage/charts";
import type { OrganizationUsage } from "../../../usage/figures";
import { dayAt, readOf, usageOf } from "./samples";
import { svgElements, textsIn } from "./svg-elements";

const ids = [
  "payloads-so-far",
  "payloads-per-day",
  "payloads-by-kind",
  "devices-per-day",
  "notebook-minutes-so-far",
  "notebook-minutes-per-day",
  "seats",
];

/** What a picture is made of; drawing all others takes long. */
const needs = {
  "payloads-so-far": ({ standings }: OrganizationUsage) => ({
    standings: standings.filter(({ figure }) => figure === "payloads"),
  }),
  "payloads-per-day": ({ payloads }: OrganizationUsage) => ({ payloads }),
  "payloads-by-kind": ({ payloadKinds }: OrganizationUsage) => ({ payloadKinds }),
  seats: ({ seats, standings }: OrganizationUsage) => ({
    seats,
    standings: standings.filter(({ figure }) => figure === "seats"),
  }),
};
const nothing = {
  standings: [],
  devices: null,
  payloads: null,
  payloadKinds: null,
  notebookMinutes: null,
  seats: null,
};

async function sectionOf(usage: OrganizationUsage, id: keyof typeof needs): Promise<UsageSection> {
  const sections = await usageSections({ ...usage, ...nothing, ...needs[id](usage) });
  assert.deepEqual(
    sections.map((one) => one.id),
    [id],
  );
  return sections[0] ?? assert.fail();
}

const labelsIn = (svg: string) =>
  svgElements(svg).flatMap(({ attributes }) => attributes["aria-label"] ?? []);

const limited = (limits: Record<string, unknown>) =>
  usageOf({ organization: { ...readOf().organization, limits } });

describe("unit: the pictures of usage", () => {
  let sections: UsageSection[];

  before(async () => {
    sections = await usageSections(usageOf());
  });

  it("are one of each figure, with a table of as many cells as columns", () => {
    assert.deepEqual(
      sections.map(({ id }) => id),
      ids,
    );
    for (const { id, table } of sections) {
      assert.ok(table.rows.length > 0, id);
      for (const row of table.rows) assert.equal(row.length, table.columns.length, id);
    }
  });

  for (const [at, id] of ids.entries()) {
    it(`are whole, and need nothing from elsewhere: ${id}`, () => {
      const { svg = "" } = sections[at] ?? {};
      const elements = svgElements(svg);
      assert.equal(elements[0]?.name, "svg");
      const names = new Set(elements.map(({ name }) => name));
      for (const name of names) assert.ok(["svg", "g", "path", "text", "line"].includes(name), name);
      for (const { attributes } of elements)
        for (const [name, value] of Object.entries(attributes)) {
          assert.doesNotMatch(name, /^(on|style$|href|xlink|id$|class$.*url)/, name);
          assert.ok(name === "xmlns" || !/url\(|https?:|javascript:/i.test(value), `${name}=${value}`);
        }
    });

    it(`have labels for screen readers: ${id}`, () => {
      const { svg = "", title, summary } = sections[at] ?? {};
      const labels = labelsIn(svg);
      assert.equal(labels[0], `${title}. ${summary}`);
      assert.ok(labels.length > 2, labels.join());
      for (const { attributes } of svgElements(svg))
        if (attributes.role === "graphics-symbol" && attributes["aria-hidden"] !== "true")
          assert.ok(attributes["aria-label"], JSON.stringify(attributes));
    });

    it(`have the colours of the page only: ${id}`, () => {
      const painted = svgElements(sections[at]?.svg ?? "").flatMap(({ attributes: { fill, stroke } }) => [
        fill,
        stroke,
      ]);
      for (const color of painted)
        assert.match(color ?? "none", /^(none|transparent|currentColor|var\(--usage-\w+, #\w{6}\))$/);
    });
  }

  it("say each day to a screen reader", async () => {
    const { svg } = await sectionOf(usageOf(), "payloads-per-day");
    assert.ok(labelsIn(svg).includes(`${dayAt(0)}: 100 payloads`));
    assert.ok(labelsIn(svg).includes(`${dayAt(14)}: 100 payloads so far`));
  });

  it("have an axis from zero with its unit", async () => {
    const usage = usageOf({
      payloads: { data: [1000, 1001].map((value, at) => ({ day: dayAt(at), value })) },
    });
    const texts = textsIn((await sectionOf(usage, "payloads-per-day")).svg);
    assert.ok(texts.includes("0") && texts.includes("payloads"), texts.join());
  });

  it("have the limit as a line with its number, and the projection dashed with its own", async () => {
    const { svg } = await sectionOf(usageOf(), "payloads-so-far");
    assert.ok(textsIn(svg).includes("Limit 2,000"));
    assert.ok(textsIn(svg).includes("projected 3,103"));
    const elements = svgElements(svg);
    const rule = elements.find(({ attributes }) => attributes["aria-label"] === "Limit 2,000");
    assert.match(rule?.attributes.stroke ?? "", /--usage-limit/);
    const dashed = elements.filter(({ attributes }) => attributes["stroke-dasharray"]);
    assert.deepEqual(
      dashed.map(({ attributes }) => attributes["aria-label"]),
      ["Projected: 3,103 payloads"],
    );
  });

  it("say that a limit is far above, instead of pressing all values to the ground", async () => {
    const { svg } = await sectionOf(limited({ payload: 1_000_000 }), "payloads-so-far");
    assert.ok(textsIn(svg).includes("Limit 1,000,000, above this picture"));
    assert.ok(!labelsIn(svg).includes("Limit 1,000,000"));
  });

  it("have no line of a limit that is not stated, and no projection on a period's first day", async () => {
    const firstDay = new Date("2026-11-01T12:00:00.000Z");
    const days = { data: [{ day: dayAt(0), value: 100 }] };
    const usage = usageOf({
      organization: { ...readOf().organization, limits: {} },
      now: firstDay,
      payloads: days,
      inPeriod: { ...readOf().inPeriod, payloads: days },
    });
    const { svg, table, summary } = await sectionOf(usage, "payloads-so-far");
    assert.doesNotMatch(svg, /Limit|stroke-dasharray/);
    assert.match(summary, /nothing is projected on its first day; no limit stated/);
    assert.deepEqual(table.rows, [[dayAt(0), 100, 100]]);
  });

  it("have the projection and the limit in the table too", async () => {
    const { table } = await sectionOf(usageOf(), "payloads-so-far");
    assert.deepEqual(table.rows.slice(-3), [
      [dayAt(14), 100, 1500],
      ["Projected", "", 3103],
      ["Limit", "", 2000],
    ]);
  });

  it("put the smallest of many kinds together, and keep each in the table", async () => {
    const data = Array.from({ length: 40 }, (_, at) => ({ type: "event", source: `s${at}`, value: 40 - at }));
    const { svg, table } = await sectionOf(usageOf({ kinds: { data } }), "payloads-by-kind");
    assert.ok(textsIn(svg).includes("29 other kinds"));
    assert.ok(labelsIn(svg).includes("29 other kinds: 435 payloads"));
    const numbers = [...svg.matchAll(/translate\(([\d.]+),[^>]*>([\d,]+ · [\d.%]+)</g)];
    assert.equal(numbers.length, 12);
    for (const [, x, text = ""] of numbers)
      assert.ok(Number(x) + text.length * 7.2 < 720, `${text} is cut at the edge`);
    assert.equal(table.rows.length, 40);
  });

  it("escape what comes from outside", async () => {
    const type = `<script>alert("1")</script>&'`;
    const { svg } = await sectionOf(
      usageOf({ kinds: { data: [{ type, source: "\u202e\u0000x", value: 1 }] } }),
      "payloads-by-kind",
    );
    assert.deepEqual(
      svgElements(svg).filter(({ name }) => name === "script"),
      [],
    );
    assert.match(svg, /&lt;script&gt;/);
    assert.doesNotMatch(svg, /\u202e|\0/);
  });

  it("show seats over time where earlier looks are known, and else how many are taken", async () => {
    const earlier = [{ at: "2026-10-01T00:00:00.000Z", taken: 1 }];
    const [seats] = await usageSections({ ...usageOf(), ...nothing, ...needs.seats(usageOf()) }, earlier);
    assert.equal(seats?.title, "Seats over time");
    assert.deepEqual(seats?.table.rows.at(-1), ["Taken on 2026-10-01", 1]);
    const { svg, summary } = await sectionOf(usageOf(), "seats");
    assert.equal(summary, "3 seats taken of 10 (30%): 1 member and 2 invites.");
    assert.ok(labelsIn(svg).includes("2 invites"));
  });

  it("leave out what could not be read", async () => {
    const problem = { problem: "403" };
    const usage = usageOf({ payloads: problem, kinds: problem, devices: problem, invites: problem });
    const drawn = (await usageSections(usage)).map(({ id }) => id);
    assert.deepEqual(drawn, ["payloads-so-far", "notebook-minutes-so-far", "notebook-minutes-per-day"]);
  });

  it("are the same bytes for the same figures, in whichever time zone and order", async () => {
    const zone = process.env.TZ;
    try {
      for (const other of ["Pacific/Kiritimati", "America/Los_Angeles"]) {
        process.env.TZ = other;
        assert.deepEqual(await usageSections(usageOf()), sections);
      }
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });

  it("follow the reader's setting as files of their own", () => {
    const file = standalone(sections[0]?.svg ?? "");
    assert.match(file, /^<svg [^>]*><style>/);
    assert.match(file, /prefers-color-scheme: dark/);
    assert.doesNotMatch(file, /@import|url\(|@font-face/);
  });
});

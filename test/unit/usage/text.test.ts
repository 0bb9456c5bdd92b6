import assert from "node:assert/strict";
import { paintFor } from "../../../cli/usage/paint";
import type { OrganizationUsage } from "../../../usage/figures";
import { groupings } from "../../../usage/range-text";
import { noPaint, usageText } from "../../../usage/text";
import { readOf, usageOf } from "./samples";

const textOf = (usage: OrganizationUsage, by: (typeof groupings)[number] = "day", paint = noPaint) =>
  usageText({ version: 1, organizations: [usage], failed: [] }, by, paint);

const large = {
  payloads: { data: [{ day: "2026-11-01", value: 98_765_432_109 }] },
  kinds: { data: [{ type: "a".repeat(300), source: "é".repeat(300), value: 98_765_432_109 }] },
  hours: { data: [{ hour: "2026-11-01T00:00:00.000Z", value: 98_765_432_109 }] },
};

describe("unit: usage on a terminal", () => {
  it("has the figures in columns, with a bar of the limit", () => {
    const text = textOf(usageOf());
    assert.match(
      text,
      /^Acme \(575ed6e87ae143cd83dc4aa8\)\nBilling period 2026-11-01 to 2026-12-01, read 2026-11-15 12:00 \(UTC\)$/m,
    );
    assert.match(text, /^ {2}Devices +64 +80 +100 +64% +█+░+ +│$/m);
    assert.match(text, /^ {2}Payloads +1,500 +3,103 +2,000 +75% +█+░+▶$/m);
    assert.match(text, /^ {2}Seats +3 +– +10 +30% +█+ +│$/m);
    assert.match(text, /^ {2}2026-11-01 +50 +100 +2 {2}█+$/m);
    assert.match(text, /^ {2}Total +1,500 +30$/m);
  });

  for (const by of groupings) {
    it(`fits into 80 columns by ${by}, whatever the numbers and names`, () => {
      const { organization, inPeriod } = readOf();
      const limits = { device: 1, payload: 987_654_321_098, member: 1 };
      for (const usage of [
        usageOf({ hours: large.hours }),
        usageOf({ ...large, organization: { ...organization, limits }, inPeriod: { ...inPeriod, ...large } }),
      ])
        for (const line of textOf(usage, by).split("\n")) assert.ok([...line].length <= 80, line);
    });
  }

  it("says what is not known, and why, and has no number for it", () => {
    const { inPeriod } = readOf();
    const problem = "Reading device counts failed";
    const usage = usageOf({ devices: { problem }, inPeriod: { ...inPeriod, devices: { problem } } });
    const text = textOf(usage);
    assert.match(text, /^ {2}not known: devices: Reading device counts failed$/m);
    assert.match(text, /^ {2}Devices +– +– +100$/m);
    assert.match(text, /^ {2}2026-11-01 +– +100 +2 /m);
  });

  it("says that it goes by the calendar month, and which figure has a period of its own", () => {
    const usage = usageOf({
      period: { start: "2026-01-01T00:00:00.000Z", end: "2027-01-01T00:00:00.000Z", source: "losant" },
    });
    assert.match(textOf(usage), /^Notebook minutes: of the month 2026-11-01 to 2026-12-01$/m);
    const month = usageOf({ period: { ...readOf().period, source: "calendarMonth" } });
    assert.match(
      textOf(month),
      /^Calendar month 2026-11-01 .*\nLosant states no billing period that holds now\.$/m,
    );
  });

  it("has no line, escape or direction that a name brings", () => {
    const { organization } = readOf();
    const usage = usageOf({ organization: { ...organization, name: "A\n\u001b[31mB\u202e" } });
    assert.ok(textOf(usage).startsWith("A \ufffd[31mB\ufffd ("));
  });

  it("has colours on a terminal only, and none with NO_COLOR or on a dumb one", () => {
    const colored = textOf(usageOf(), "day", paintFor({ isTTY: true }, {}));
    assert.match(colored.replaceAll("\u001b", "ESC"), /ESC\[31m█+░+▶ESC\[39m/);
    for (const [isTTY, environment] of [
      [false, {}],
      [undefined, {}],
      [true, { NO_COLOR: "1" }],
      [true, { TERM: "dumb" }],
    ] as const)
      assert.equal(textOf(usageOf(), "day", paintFor({ isTTY }, environment)), textOf(usageOf()));
    assert.equal(textOf(usageOf(), "day", paintFor({ isTTY: true }, { NO_COLOR: "" })), colored);
  });

  it("says what a projection is only where there is one", () => {
    const { standings, ...usage } = usageOf();
    assert.match(textOf({ ...usage, standings }), /^Projected: /m);
    const without = standings.map((one) => ({ ...one, projected: null }));
    assert.doesNotMatch(textOf({ ...usage, standings: without }), /^Projected: /m);
  });

  it("says where there is nothing", () => {
    const none = { data: [] };
    const usage = usageOf({ devices: none, payloads: none, notebooks: none, kinds: none, hours: none });
    assert.match(textOf(usage, "day"), /^ {2}no days$/m);
    assert.match(textOf(usage, "hour"), /^ {2}no hours$/m);
    assert.match(textOf(usage, "kind"), /^ {2}no payloads$/m);
  });
});

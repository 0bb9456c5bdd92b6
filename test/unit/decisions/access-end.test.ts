import assert from "node:assert/strict";
import { adminEndWarning, daysLeft, endWarning } from "../../../provider/decisions/access-end";
import { PlannedChanges } from "../../../provider/decisions/planned-changes";
import { idOf, memberOf, now } from "../samples";

const ann = "ann@example.com";

describe("unit: access that ends", () => {
  const left: [string, number | undefined][] = [
    ["2026-11-14", undefined],
    ["2026-11-15T12:00:00Z", undefined],
    ["2026-11-15T12:00:00.001Z", 1],
    ["2026-11-15", 1],
    ["2026-11-16", 2],
    ["2026-11-28", 14],
    ["2026-11-29T12:00:00Z", 14],
    ["2026-11-29T12:00:00.001Z", undefined],
    ["2026-11-29", undefined],
  ];
  for (const [until, days] of left) {
    it(`until ${until} is ${days ?? "not told"} at noon of 15 November`, () => {
      assert.equal(daysLeft({ until }, now), days);
    });
  }

  it("is told with the days that are left and its terms", () => {
    const terms = { until: "2026-11-15", reason: "plant build" };
    assert.equal(
      endWarning(ann, terms, now),
      "ann@example.com: access ends in 1 day (until 2026-11-15; reason: plant build).",
    );
    assert.match(endWarning(ann, { until: "2026-11-20" }, now) ?? "", /in 6 days/);
    assert.equal(endWarning(ann, {}, now), undefined);
  });

  describe("of an admin", () => {
    const [first, second, third] = [idOf(1), idOf(2), idOf(3)];
    const members = [
      memberOf("one@example.com", { userId: first, role: "admin" }),
      memberOf("two@example.com", { userId: second, role: "admin" }),
      memberOf("three@example.com", { userId: third, role: "admin" }),
      memberOf("four@example.com", { userId: idOf(4) }),
    ];
    const warning = (
      userId: string | undefined,
      minAdmins: number,
      soon: string[] = [],
      ended: string[] = [],
    ) => {
      const planned = new PlannedChanges();
      for (const id of soon) planned.endingSoon.add(id);
      for (const id of ended) planned.ended.userIds.add(id);
      return adminEndWarning(ann, userId, members, planned, minAdmins);
    };

    it("is warned about where too few others are left", () => {
      assert.match(
        warning(first, 3) ?? "",
        /is one of 3 admins, and minAdmins is 3: make somebody else an admin/,
      );
    });

    it("is no problem where enough others are left", () => assert.equal(warning(first, 2), undefined));

    it("counts no others whose access ends soon, or has ended", () => {
      assert.match(
        warning(first, 2, [second]) ?? "",
        /is one of 3 admins, 2 of whom end soon, and minAdmins is 2/,
      );
      assert.match(warning(first, 2, [], [second]) ?? "", /2 of whom end soon/);
      assert.equal(warning(first, 1, [second]), undefined);
      assert.match(warning(first, 1, [first, second], [third]) ?? "", /3 of whom end soon/);
    });

    it("is told of admins alone", () => {
      assert.equal(warning(idOf(4), 3), undefined);
      assert.equal(warning(undefined, 3), undefined);
      assert.equal(warning(undefined, 3, [second]), undefined);
    });
  });
});

import assert from "node:assert/strict";
import { findingsIn, findingText, isOver, unknownIn, unlimitedIn } from "../../../usage/findings";
import { readOf, standingOf, usageOf } from "./samples";

const standing = (value: number | null, projected: number | null, limit: number | null) => ({
  ...standingOf(usageOf(), "payloads"),
  value,
  projected,
  limit,
});

describe("unit: usage over a share of a limit", () => {
  it("is found where the value or its projection is more than the share, not where it is just that", () => {
    for (const [value, projected, limit, percent, expected] of [
      [90, null, 100, 90, false],
      [91, null, 100, 90, true],
      [10, 90, 100, 90, false],
      [10, 91, 100, 90, true],
      [91, 10, 100, 90, true],
      [7, null, 100, 7, false],
      [0, null, 0, 90, false],
      [1, null, 0, 90, true],
      [1_000_000, null, null, 90, false],
      [null, null, 100, 90, false],
    ] as const)
      assert.equal(
        isOver(standing(value, projected, limit), percent),
        expected,
        `${value} ${projected} ${limit}`,
      );
  });

  it("is told with its organization and numbers", () => {
    const found = findingsIn([usageOf()], 90).map(findingText);
    assert.deepEqual(found, [
      "payloads of Acme (575ed6e87ae143cd83dc4aa8): 1,500 of 2,000 (75%), projected 3,103 (155%)",
    ]);
  });

  it("is told of all organizations", () => {
    const other = usageOf({ organization: { ...readOf().organization, id: "b".repeat(24), name: "Other" } });
    assert.deepEqual(
      findingsIn([usageOf(), other], 90).map(({ name }) => name),
      ["Acme", "Other"],
    );
  });

  it("leaves what is not known to those who must hear of it", () => {
    const usage = usageOf({ invites: { problem: "403" } });
    const failed = [{ orgId: "b".repeat(24), name: null, problem: "404" }];
    assert.deepEqual(unknownIn({ version: 1, organizations: [usage], failed }), [
      `everything of ${"b".repeat(24)}: 404`,
      "seats of Acme (575ed6e87ae143cd83dc4aa8): 403",
    ]);
  });

  it("names figures without a limit, but not where no limit could be read", () => {
    const { organization } = readOf();
    const limited = (limits: Record<string, unknown> | undefined) =>
      usageOf({ organization: { ...organization, limits } });
    assert.deepEqual(unlimitedIn([limited({ device: 1, payload: 1 })]), [
      "notebook minutes, seats of Acme (575ed6e87ae143cd83dc4aa8)",
    ]);
    assert.deepEqual(unlimitedIn([usageOf(), limited(undefined)]), []);
  });
});

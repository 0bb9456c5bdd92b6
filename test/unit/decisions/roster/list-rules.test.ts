import assert from "node:assert/strict";
import { strictestUnmanaged, unmanagedAdmins } from "../../../../provider/decisions/roster/list-rules";

describe("unit: how strict a roster is about unmanaged people in one run", () => {
  for (const [own, demanded, expected] of [
    [undefined, undefined, "warn"],
    ["ignore", undefined, "ignore"],
    ["remove", undefined, "remove"],
    [undefined, "fail", "fail"],
    ["ignore", "warn", "warn"],
    ["ignore", "fail", "fail"],
    ["warn", "fail", "fail"],
    ["warn", "warn", "warn"],
    ["fail", "warn", "fail"],
    ["remove", "warn", "remove"],
    ["remove", "fail", "remove"],
  ] as const) {
    it(`is ${expected} where the roster says ${own} and the run ${demanded}`, () => {
      assert.equal(strictestUnmanaged(own, demanded), expected);
    });
  }
});

describe("unit: a warning of admins whom a roster does not name", () => {
  const orgId = "5".repeat(24);
  const stranger = (email: string, more: object = {}) => ({
    email,
    role: "admin" as const,
    isNamed: false,
    ...more,
  });

  it("tells members from people who are only invited, and names neither others nor people of the roster", () => {
    const unmanaged = [
      stranger("b@example.com"),
      stranger("a@example.com"),
      stranger("c@example.com", { isInvited: true }),
      stranger("d@example.com", { role: "view" }),
      stranger("e@example.com", { isNamed: true }),
    ];
    assert.deepEqual(unmanagedAdmins({ unmanaged }, orgId), [
      `a@example.com, b@example.com are admins of organization ${orgId}, and not in its roster.`,
      `c@example.com is invited as an admin of organization ${orgId}, and not in its roster.`,
    ]);
    assert.deepEqual(unmanagedAdmins({ unmanaged: [] }, orgId), []);
  });
});

import assert from "node:assert/strict";
import { Harness } from "./harness";

const orgOf = async (people: number, now?: () => number) => {
  const harness = await Harness.start({ people, ...(now && { now }) });
  try {
    return {
      organization: await harness.organization(),
      invites: await harness.invites(),
      state: await harness.state(),
    };
  } finally {
    await harness.simulator.close();
  }
};

const noon = () => Date.parse("2026-11-15T12:00:00.000Z");

describe("a simulator that is started with people", () => {
  it("has so many members beside the authenticated user, with varied roles", async () => {
    const { organization } = await orgOf(12);
    assert.equal(organization.members.length, 13);
    const roles = new Set(organization.members.map(({ role }) => role));
    assert.deepEqual([...roles].sort(), ["admin", "collaborate", "edit", "none", "view"]);
    assert.ok(organization.members.some(({ applicationRoles }) => applicationRoles.length > 0));
    assert.ok(organization.members.some(({ dashboardRoles }) => dashboardRoles.length > 0));
  });

  it("has an invite that holds and one that has expired", async () => {
    const { invites } = await orgOf(1);
    assert.deepEqual(
      invites.map(({ hasExpired }) => hasExpired),
      [true, false],
    );
  });

  it("has the same people each time, all at example.com", async () => {
    const [one, other] = [await orgOf(30, noon), await orgOf(30, noon)];
    assert.deepEqual(one.state, other.state);
    for (const { email } of one.state.people) assert.match(email, /^[a-z]+(\.[a-z]+)?@example\.com$/);
  });

  it("has other people beside the first ones where there are more", async () => {
    const [few, many] = [await orgOf(3, noon), await orgOf(1000, noon)];
    assert.deepEqual(many.organization.members.slice(0, 4), few.organization.members);
    assert.equal(new Set(many.organization.members.map(({ email }) => email)).size, 1001);
    assert.equal(new Set(many.organization.members.map(({ userId }) => userId)).size, 1001);
  });

  it("is as without them where there are none", async () => {
    const { organization, invites } = await orgOf(0);
    assert.deepEqual([organization.members.length, invites], [1, []]);
  });

  it("takes a state that it gave back", async () => {
    const harness = await Harness.start({ people: 12 });
    try {
      const before = await harness.state();
      await harness.change(() => undefined);
      assert.deepEqual(await harness.state(), before);
      await harness.invite("new@example.com");
      harness.simulator.reset();
      assert.deepEqual(await harness.state(), before);
    } finally {
      await harness.simulator.close();
    }
  });

  it("refuses a number that is none, and more people than seats", async () => {
    for (const people of [-1, 1.5, 1001, Number.NaN]) {
      await assert.rejects(Harness.start({ people }), /people: must be a whole number from 0 to 1000/);
    }
  });
});

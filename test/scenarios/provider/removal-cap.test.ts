import assert from "node:assert/strict";
import type { Program } from "../../support/engine";
import { onBothFaces } from "../../support/faces";
import { errorsOf, ok, StackSetting } from "../../support/stack-setting";

onBothFaces("the removal cap", (face) => {
  const setting = StackSetting.inSuite(face);

  const singles = (
    emails: string[],
    kind: "orgMember" | "orgMembership" | "orgInvite" = "orgMember",
  ): Program =>
    Object.fromEntries(emails.map((email) => [email, setting.resource(kind, { email, role: "view" })]));

  const roles = (emails: string[]) => Object.fromEntries(emails.map((email) => [email, "view"]));

  for (const refresh of [true, false]) {
    it(`counts from the people before this run's own invites, ${refresh ? "with" : "without"} a refresh`, async () => {
      const team = await setting.team(11);
      ok(await setting.engine.up(singles(team)));
      const invited = Array.from({ length: 12 }, (_, index) => `new${index}@example.com`);
      const { errors } = await setting.engine.up(
        { ...singles(team.slice(5)), ...singles(invited, "orgMembership") },
        { refresh },
      );
      assert.equal(errors.length, 2, errors.join("\n"));
      assert.equal(await setting.peopleCount(), 12 - 3 + 12);
    });
  }

  it("counts from the people before a roster's invites of this run", async () => {
    const team = await setting.team(11);
    ok(await setting.engine.up(singles(team)));
    const invited = Object.fromEntries(
      Array.from({ length: 12 }, (_, index) => [`new${index}@example.com`, "view"]),
    );
    const roster = setting.roster(invited, { unmanaged: "ignore" });
    const { errors } = await setting.engine.up({ ...roster, ...singles(team.slice(5)) });
    assert.equal(errors.length, 2, errors.join("\n"));
  });

  for (const [kind, action] of [
    ["orgMember", "org.removeMember"],
    ["orgInvite", "org.revokeInvite"],
  ] as const) {
    it(`counts ${action} calls whose answer was lost`, async () => {
      setting.env.LOSANT_MAX_ATTEMPTS = "1";
      setting.env.LOSANT_MAX_REMOVALS = "3";
      const emails = Array.from({ length: 12 }, (_, index) => `p${index + 1}@example.com`);
      if (kind === "orgMember") await setting.team(12);
      ok(await setting.engine.up(singles(emails, kind)));
      await setting.simulator.fault({ action, times: 50, dropResponse: true });
      const { errors } = await setting.engine.up({}, { refresh: false });
      assert.ok(errors.length >= 9, errors.join());
      assert.equal(await setting.calls(action), 3);
      assert.equal(await setting.peopleCount(), 1 + 12 - 3);
    });
  }

  it("counts a destroyed roster's removals whose answer was lost", async () => {
    setting.env.LOSANT_MAX_ATTEMPTS = "1";
    setting.env.LOSANT_MAX_REMOVALS = "3";
    const team = await setting.team(9);
    const members = Object.fromEntries(team.map((email) => [email, "view"]));
    ok(await setting.engine.up(setting.roster(members, { deletionPolicy: "remove" })));
    await setting.simulator.fault({ action: "org.removeMember", times: 50, dropResponse: true });
    assert.notEqual(await errorsOf(setting.engine.destroy()), "");
    assert.ok((await setting.peopleCount()) >= 10 - 3);
  });

  it("is not widened for others by a roster's maxRemovals", async () => {
    const team = await setting.team(11);
    const roster = setting.roster({}, { unmanaged: "ignore", maxRemovals: "100%" });
    ok(await setting.engine.up({ ...roster, ...singles(team) }));
    const { errors } = await setting.engine.up(roster);
    assert.equal(errors.length, 11 - 3);
    assert.equal(await setting.peopleCount(), 12 - 3);
  });

  it("is not narrowed for others by a roster's maxRemovals", async () => {
    const team = await setting.team(3);
    const roster = setting.roster({}, { unmanaged: "ignore", maxRemovals: 0 });
    ok(await setting.engine.up({ ...roster, ...singles(team) }));
    ok(await setting.engine.up(roster));
    assert.equal(await setting.peopleCount(), 1);
  });

  it("is not changed for others by the maxRemovals of a roster that is destroyed with them", async () => {
    const team = await setting.team(11);
    const roster = setting.roster({}, { unmanaged: "ignore", maxRemovals: "100%", deletionPolicy: "remove" });
    ok(await setting.engine.up({ ...singles(team), ...roster }));
    await setting.engine.up({}, { refresh: false });
    assert.equal(await setting.peopleCount(), 12 - 3);
  });

  it("lets a roster remove as many as its own maxRemovals says", async () => {
    const team = await setting.team(9);
    const more = { maxRemovals: 9 };
    ok(await setting.engine.up(setting.roster(Object.fromEntries(team.map((one) => [one, "view"])), more)));
    ok(await setting.engine.up(setting.roster({}, more)));
    assert.equal(await setting.peopleCount(), 1);
  });

  it("counts a roster's removals with ends of others, unless the roster alone has a limit of its own", async () => {
    const team = await setting.team(11);
    const [one = "", two = "", ...others] = team;
    const until = await setting.dateIn(-1);
    const ends = Object.fromEntries(
      [one, two].map((email) => [email, setting.resource("orgMembership", { email, role: "view", until })]),
    );
    const program = (members: string[], more: object) => ({
      ...setting.roster(roles(members), { unmanaged: "ignore", ...more }),
      ...ends,
    });
    for (const [maxRemovals, configured, isRefused] of [
      [9, undefined, false],
      [undefined, undefined, true],
      [9, "3", true],
    ] as const) {
      setting.engine = setting.anotherStack();
      setting.env = {};
      const more = maxRemovals === undefined ? {} : { maxRemovals };
      ok(await setting.engine.up(setting.roster(roles(others), { unmanaged: "ignore", ...more })));
      setting.env = configured === undefined ? {} : { LOSANT_MAX_REMOVALS: configured };
      const { errors } = await setting.engine.preview(program(others.slice(2), more));
      assert.equal(errors.length > 0, isRefused, `${maxRemovals} ${configured} ${errors.join()}`);
    }
  });

  for (const [where, share, allowed] of [
    ["maxRemovals", "29%", 29],
    ["maxRemovals", "0.57", 57],
    ["LOSANT_MAX_REMOVALS", "58%", 58],
  ] as const) {
    it(`allows ${allowed} of 100 people, and not one more, for ${where} ${share}`, async () => {
      const team = await setting.team(99);
      const isSetByRoster = where === "maxRemovals";
      if (!isSetByRoster) setting.env.LOSANT_MAX_REMOVALS = share;
      const without = (count: number) =>
        setting.roster(
          Object.fromEntries(team.slice(count).map((email) => [email, "view"])),
          isSetByRoster ? { maxRemovals: share } : {},
        );
      ok(await setting.engine.up(without(0)));
      assert.notDeepEqual((await setting.engine.preview(without(allowed + 1))).errors, []);
      ok(await setting.engine.preview(without(allowed)));
    });
  }
});

import assert from "node:assert/strict";
import type { Program } from "../../support/engine";
import { onBothFaces } from "../../support/faces";
import { ok, StackSetting } from "../../support/stack-setting";

type Role = "admin" | "edit" | "view";
const [kim, lee, mia] = ["kim@example.com", "lee@example.com", "mia@example.com"];

onBothFaces("a warning of its own about admins", (face) => {
  const setting = StackSetting.inSuite(face);
  const member = (email: string, role: Role) => setting.simulator.addMember({ email, role });
  const person = (email: string, role: string, more = {}) =>
    setting.resource("orgMembership", { email, role, ...more });
  const warnings = (printed: string) => printed.split("\n").filter((line) => line.startsWith("warning: "));
  const warned = async (program: Program, pattern: RegExp) => {
    const { printed } = await setting.engine.preview(program);
    assert.equal(warnings(printed).filter((line) => pattern.test(line)).length, 1, printed);
    const up = await setting.engine.up(program);
    ok(up);
    assert.ok(
      warnings(up.printed).some((line) => pattern.test(line)),
      up.printed,
    );
    const after = await setting.engine.preview(program);
    assert.deepEqual(warnings(after.printed), []);
  };

  it("tells of a member who becomes an admin", async () => {
    await member(kim, "view");
    await warned({ kim: person(kim, "admin") }, /kim@example\.com will become an admin of organization/);
    await member(lee, "view");
    ok(await setting.engine.up({ kim: person(kim, "admin"), lee: person(lee, "view") }));
    await warned(
      { kim: person(kim, "admin"), lee: setting.resource("orgMembership", { email: lee, role: "admin" }) },
      /lee@example\.com will become an admin/,
    );
  });

  for (const kind of ["orgInvite", "orgMembership"] as const) {
    it(`tells of somebody whom ${kind} invites as an admin`, async () => {
      await warned(
        { kim: setting.resource(kind, { email: kim, role: "admin" }) },
        /kim@example\.com will be invited to organization \S+ as an admin/,
      );
    });
  }

  it("tells of an admin whose access ends", async () => {
    await member(kim, "admin");
    ok(await setting.engine.up({ kim: person(kim, "admin") }));
    await warned(
      { kim: person(kim, "admin", { until: "2020-01-31" }) },
      /kim@example\.com, an admin of organization \S+, will be removed/,
    );
  });

  it("tells of an admin who is taken out of the program, once that is known", async () => {
    for (const email of [kim, lee]) await member(email, "admin");
    ok(await setting.engine.up({ kim: person(kim, "admin"), lee: person(lee, "admin") }));
    const up = await setting.engine.up({ lee: person(lee, "admin") });
    assert.match(up.printed, /warning: kim@example\.com was an admin of organization \S+\./);
    assert.doesNotMatch(up.printed, /fewer than half/);
    const last = await setting.engine.destroy();
    assert.match(last.printed, /warning: lee@example\.com was an admin/);
  });

  it("tells that most admins are gone with those who are taken out of the program", async () => {
    for (const email of [kim, lee]) await member(email, "admin");
    ok(await setting.engine.up({ kim: person(kim, "admin"), lee: person(lee, "admin") }));
    const { printed } = await setting.engine.destroy();
    assert.match(printed, /warning: .*fewer than half of the 3 accepted admins of organization/);
  });

  it("tells of an admin whom another person takes the place of", async () => {
    await member(kim, "admin");
    await member(lee, "view");
    ok(await setting.engine.up({ kim: person(kim, "admin") }));
    const { printed } = await setting.engine.preview({ kim: person(lee, "view") });
    assert.match(printed, /warning: kim@example\.com, an admin of organization \S+, will be removed/);
  });

  it("tells that fewer than half of the admins stay, for single resources", async () => {
    for (const email of [kim, lee, mia]) await member(email, "admin");
    const people = (role: string, ...changed: string[]) =>
      Object.fromEntries(
        [kim, lee, mia].map((email) => [email, person(email, changed.includes(email) ? role : "admin")]),
      );
    ok(await setting.engine.up(people("admin")));
    const half = await setting.engine.preview(people("edit", kim, lee));
    assert.deepEqual(warnings(half.printed), []);
    const most = await setting.engine.preview(people("edit", kim, lee, mia));
    assert.match(
      warnings(most.printed).join(),
      /fewer than half of the 4 accepted admins of organization \S+ stay/,
    );
  });

  it("tells all of a roster's plan", async () => {
    for (const email of [kim, lee]) await member(email, "admin");
    await member(mia, "view");
    ok(await setting.engine.up(setting.roster({ [kim]: "admin", [lee]: "admin", [mia]: "view" })));
    const program = setting.roster({ [mia]: "admin", [kim]: "edit", "new@example.com": "admin" });
    const { printed } = await setting.engine.preview(program);
    const told = warnings(printed).join("\n");
    assert.match(told, /mia@example\.com will become an admin of organization/);
    assert.match(told, /new@example\.com will be invited to organization \S+ as an admin/);
    assert.match(told, /lee@example\.com, an admin of organization \S+, will be removed/);
    assert.match(told, /fewer than half of the 3 accepted admins/);
    assert.equal(warnings(printed).length, 4, printed);
    ok(await setting.engine.up(program));
    assert.deepEqual(warnings((await setting.engine.preview(program)).printed), []);
  });

  it("tells of a new roster's plan, and once", async () => {
    await member(kim, "view");
    const { printed } = await setting.engine.preview(setting.roster({ [kim]: "admin" }));
    assert.deepEqual(
      warnings(printed).map((line) => /kim@example\.com will become an admin/.test(line)),
      [true],
      printed,
    );
  });

  it("is not given of admins who stay, are adopted or get other terms", async () => {
    await member(kim, "admin");
    const { printed } = await setting.engine.up({ kim: person(kim, "admin") });
    assert.deepEqual(warnings(printed), []);
    const terms = await setting.engine.preview({ kim: person(kim, "admin", { reason: "on call" }) });
    assert.deepEqual(warnings(terms.printed), []);
  });
});

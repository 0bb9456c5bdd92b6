import assert from "node:assert/strict";
import { refusal } from "../../support/answer-proxy";
import { onBothFaces } from "../../support/faces";
import { ann, bob, declaring, invitingKinds } from "../../support/one-person";
import { ProxiedSetting } from "../../support/proxied-setting";
import { day, ok, owner } from "../../support/stack-setting";

onBothFaces("refusals", (face) => {
  const setting = ProxiedSetting.inSuite(face, { LOSANT_MAX_ATTEMPTS: "1" });

  const problems = async (members: object, more: object = {}) =>
    (await setting.engine.preview(setting.roster(members, more))).errors.join("\n");

  for (const kind of [...invitingKinds, "orgMember"] as const) {
    it(`${kind}: a 403 of a user who is no admin says so, and advises no scopes`, async () => {
      await setting.simulator.addMember({ email: bob, role: "admin" });
      await setting.simulator.addMember({
        email: kind === "orgMember" ? ann : "carol@example.com",
        role: "edit",
      });
      await setting.simulator.setMember(owner, { role: "edit" });
      const bare = refusal(403, "Forbidden", "Forbidden");
      setting.proxy.add({ edit: (answer) => answer.status === 403 && Object.assign(answer, bare) });
      const program =
        kind === "orgRoster"
          ? { ann: setting.resource(kind, { members: { [owner]: "edit", [ann]: "view" } }) }
          : declaring(setting, kind);
      const { errors } = await setting.engine.up(program);
      assert.match(errors.join("\n"), /owner@example\.com/);
      assert.match(errors.join("\n"), /\badmin\b/);
      assert.doesNotMatch(errors.join("\n"), /scope/);
    });
  }

  for (const [title, entry, path] of [
    ["a wrong role", { role: "boss" }, /members\.ann@example\.com\.role: must be one of admin, edit/],
    ["no role", {}, /members\.ann@example\.com\.role: is required/],
    [
      "a wrong role on an application",
      { role: "view", applicationRoles: [{ resourceId: "575ed70c7ae143cd83dc4aa9", role: "admin" }] },
      /members\.ann@example\.com\.applicationRoles\.0\.role: must be one of collaborate, view, none/,
    ],
    [
      "a list that is none",
      { role: "view", dashboardRoles: "all" },
      /members\.ann@example\.com\.dashboardRoles: must be/,
    ],
    ["a misspelt key", { role: "view", dashboardRole: [] }, /members\.ann@example\.com\b.*dashboardRole\b/],
    ["a number", 7, /members\.ann@example\.com: must be/],
  ] as const) {
    it(`a roster entry with ${title} is told by its path`, async () => {
      assert.match(await problems({ [ann]: entry }), path);
    });
  }

  it("bad addresses, bad entries and other arguments of a roster are told in one go", async () => {
    const text = await problems(
      {
        "ann(at)example.com": "view",
        "x y": "boss",
        [bob]: "boss",
        "Carol@example.com": "view",
        "carol@example.com": "view",
      },
      { minAdmins: 0, renewal: "sometimes", requireAdmins: ["nobody"] },
    );
    for (const path of [
      /members\.ann\(at\)example\.com: /,
      /members\.x y: /,
      /members\.bob@example\.com: must be one of/,
      /members\.carol@example\.com: .*twice/,
      /minAdmins: must be at least 1/,
      /renewal: must be one of/,
      /requireAdmins\.0: /,
    ]) {
      assert.match(text, path);
    }
  });

  it("each problem of a roster that failed stands on one line, once, and claims no success", async () => {
    setting.proxy.add({
      request: /^POST .*\/invites$/,
      answer: refusal(400, "Validation", "No such domain."),
    });
    const { errors } = await setting.engine.up(setting.roster({ [ann]: "view", [bob]: "view" }));
    const lines = errors.join("\n").split("\n");
    assert.deepEqual(lines, [...new Set(lines)]);
    assert.doesNotMatch(lines.join("\n"), /\bis invited\b/);
    assert.equal(lines.filter((line) => line.includes("No such domain")).length, 2);
  });

  for (const kind of invitingKinds) {
    it(`${kind}: a warning about manual renewal ends with the argument`, async () => {
      ok(await setting.engine.up(declaring(setting, kind, { renewal: "manual" })));
      await setting.simulator.decline(ann);
      const waiting = await setting.engine.up(declaring(setting, kind));
      ok(waiting);
      assert.doesNotMatch(waiting.printed, /manual/);
      ok(await setting.engine.up(declaring(setting, kind, { renewal: "manual" })));
      await setting.simulator.advance(8 * day);
      await setting.mails();
      const due = await setting.engine.up(declaring(setting, kind));
      ok(due);
      assert.doesNotMatch(due.printed, /manual/);
      assert.equal(await setting.mails(), 1);
    });
  }

  it("one member is not called all 1 members", async () => {
    await setting.simulator.putState((state) => {
      state.tokenScopes = ["org.*"];
    });
    const program = {
      all: setting.resource("orgRoster", { members: { [ann]: "admin" }, unmanaged: "remove" }),
    };
    const { errors } = await setting.engine.preview(program);
    assert.notDeepEqual(errors, []);
    assert.doesNotMatch(errors.join("\n"), /all 1 members|\b1 (members|people|invites|admins)\b/);
  });
});

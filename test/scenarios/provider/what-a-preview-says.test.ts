import assert from "node:assert/strict";
import { onBothFaces } from "../../support/faces";
import { ok, owner, StackSetting } from "../../support/stack-setting";

const kim = "kim@example.com";
const lee = "lee@example.com";
const terms = { until: "2099-01-31", reason: "plant build" };

onBothFaces("a preview of a change to a person", (face) => {
  const setting = StackSetting.inSuite(face);
  const linesOf = (printed: string, email = kim) =>
    printed.split("\n").filter((line) => line.includes(email));
  const oneLineOf = (printed: string, email = kim) => {
    const lines = linesOf(printed, email);
    assert.equal(lines.length, 1, printed);
    return lines[0] ?? "";
  };

  for (const kind of ["orgMembership", "orgMember"] as const) {
    const declaring = (more: object) => ({ kim: setting.resource(kind, { email: kim, ...more }) });

    describe(`by ${kind}`, () => {
      beforeEach(async () => {
        await setting.simulator.addMember({ email: kim, role: "admin" });
        ok(await setting.engine.up(declaring({ role: "admin" })));
      });

      it("says the role that they lose and their new terms in one line", async () => {
        const { printed } = await setting.engine.preview(declaring({ role: "edit", ...terms }));
        const line = oneLineOf(printed.replace(/^warning: .*\n?/gm, ""));
        assert.match(line, /role admin => edit.*until none => 2099-01-31; reason: none => plant build/);
        assert.doesNotMatch(printed, /nothing is sent/);
      });

      it("says old and new role of a change alone, and of a drift", async () => {
        const change = await setting.engine.preview(declaring({ role: "edit" }));
        assert.match(oneLineOf(change.printed.replace(/^warning: .*\n?/gm, "")), /role admin => edit/);
        await setting.simulator.setMember(kim, { role: "view" });
        const drift = await setting.engine.preview(declaring({ role: "admin" }));
        assert.match(drift.printed, /kim@example\.com: .*role view => admin/);
      });

      it("says that nothing is sent of terms alone", async () => {
        const { printed } = await setting.engine.preview(declaring({ role: "admin", ...terms }));
        assert.match(oneLineOf(printed), /reason: none => plant build; recorded, nothing is sent/);
      });

      it("says nothing of roles that are so at Losant already", async () => {
        await setting.simulator.setMember(kim, { role: "edit" });
        const program = declaring({ role: "edit" });
        const { printed } = await setting.engine.preview(program, { refresh: false });
        assert.deepEqual(linesOf(printed), []);
        ok(await setting.engine.up(program, { refresh: false }));
      });

      it("says the roles of whoever leaves by the end of their access", async () => {
        const { printed } = await setting.engine.preview(declaring({ role: "admin", until: "2020-01-31" }));
        assert.match(
          oneLineOf(printed.replace(/^warning: .*\n?/gm, "")),
          /will be removed from organization \S+ \(admin\)/,
        );
      });

      it("says the roles of whoever another takes the place of, and what happens to that one", async () => {
        await setting.simulator.addMember({ email: lee, role: "view" });
        const program = { kim: setting.resource(kind, { email: lee, role: "edit" }) };
        const { operations, printed } = await setting.engine.preview(program);
        assert.equal(operations.kim, "replace");
        assert.match(printed, /kim@example\.com: will be removed from organization \S+ \(admin\)/);
        assert.match(printed, /lee@example\.com .*role view => edit/);
        const kept = { kim: setting.resource(kind, { email: lee, role: "edit", deletionPolicy: "retain" }) };
        assert.match((await setting.engine.preview(kept)).printed, /kim@example\.com: will be removed/);
      });

      it("says no removal of whoever stays, as another resource of the program declares them", async () => {
        await setting.simulator.addMember({ email: lee, role: "view" });
        const program = {
          moved: setting.resource(kind, { email: kim, role: "admin" }),
          kim: setting.resource(kind, { email: lee, role: "edit" }),
        };
        const { printed } = await setting.engine.preview(program);
        assert.doesNotMatch(printed, /will be removed/);
      });
    });
  }

  for (const kind of ["orgMembership", "orgInvite"] as const) {
    it(`by ${kind} says that an invite is revoked whose access has ended, and its roles`, async () => {
      const declaring = (more: object) => ({
        kim: setting.resource(kind, { email: kim, role: "edit", ...more }),
      });
      ok(await setting.engine.up(declaring({})));
      const { printed } = await setting.engine.preview(declaring({ until: "2020-01-31" }));
      assert.match(oneLineOf(printed), /the invite will be revoked in organization \S+ \(edit\)/);
      const moved = { kim: setting.resource(kind, { email: lee, role: "view" }) };
      const replaced = await setting.engine.preview(moved);
      assert.match(
        replaced.printed,
        /kim@example\.com: the invite will be revoked in organization \S+ \(edit\)/,
      );
      assert.match(replaced.printed, /lee@example\.com will be invited to organization \S+ as view/);
    });

    it(`by ${kind} says new roles and terms of an invite in one line`, async () => {
      const declaring = (more: object) => ({ kim: setting.resource(kind, { email: kim, ...more }) });
      ok(await setting.engine.up(declaring({ role: "view" })));
      const { printed } = await setting.engine.preview(declaring({ role: "edit", ...terms }));
      assert.match(
        oneLineOf(printed),
        /role view => edit; will be invited again\. .*reason: none => plant build/,
      );
      assert.doesNotMatch(printed, /nothing is sent/);
    });
  }

  it("without a token says once that nothing was compared, however many resources there are", async () => {
    setting.env = { LOSANT_API_TOKEN: "" };
    const people = [kim, lee].map((email) => [
      email,
      setting.resource("orgMembership", { email, role: "view" }),
    ]);
    const { printed } = await setting.engine.preview(Object.fromEntries(people));
    assert.equal(printed.split("nothing was compared").length - 1, 1, printed);
  });

  it("by a roster lists whom it removes by address", async () => {
    for (const email of ["z@example.com", lee, kim])
      await setting.simulator.addMember({ email, role: "view" });
    ok(await setting.engine.up(setting.roster({ [kim]: "view", [lee]: "view", "z@example.com": "view" })));
    const { printed } = await setting.engine.preview(setting.roster({}));
    const removed = [...printed.matchAll(/- remove (\S+)/g)].map(([, email]) => email);
    assert.deepEqual(removed, [kim, lee, "z@example.com"]);
  });

  it("by a roster says role and terms in one line, and nothing is sent of terms alone", async () => {
    await setting.simulator.addMember({ email: kim, role: "edit" });
    await setting.simulator.addMember({ email: lee, role: "view" });
    const roster = (entry: object, other: object) => ({
      all: setting.resource("orgRoster", { members: { [owner]: "admin", [kim]: entry, [lee]: other } }),
    });
    ok(await setting.engine.up(roster({ role: "edit" }, { role: "view" })));
    const next = roster({ role: "view", ...terms }, { role: "view", ...terms });
    for (const { printed } of [await setting.engine.preview(next), await setting.engine.up(next)]) {
      const told = linesOf(printed).filter((line) => line.includes("=>"));
      assert.equal(new Set(told).size, 1, printed);
      assert.match(
        told[0] ?? "",
        /role edit => view; until none => 2099-01-31; reason: none => plant build$/,
      );
    }
    const alone = await setting.engine.preview(roster({ role: "view", ...terms }, { role: "view" }));
    assert.match(oneLineOf(alone.printed, lee), /=> none; recorded, nothing is sent/);
  });
});

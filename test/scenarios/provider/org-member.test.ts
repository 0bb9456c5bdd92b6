import assert from "node:assert/strict";
import { onBothFaces } from "../../support/faces";
import { ann, bob } from "../../support/one-person";
import type { Properties } from "../../support/provider-messages";
import { ok, owner, StackSetting } from "../../support/stack-setting";

const [one, other] = ["575ed70c7ae143cd83dc4aa9", "575ed71e7ae143cd83dc4aaa"];

onBothFaces("OrgMember", (face) => {
  const setting = StackSetting.inSuite(face);
  let userId: string;

  beforeEach(async () => {
    userId = await setting.simulator.addMember({ email: ann, role: "view" });
  });

  const declaring = (args: Properties, name = "ann") => ({ [name]: setting.resource("orgMember", args) });

  it("adopts by address in any case, and preview says what will change", async () => {
    const program = declaring({ email: " Ann@Example.COM ", role: "edit" });
    const { printed } = await setting.engine.preview(program);
    assert.match(printed, /will be adopted; will change: role view => edit/);
    assert.equal(await setting.live(ann), "member view");
    ok(await setting.engine.up(program));
    assert.equal(await setting.live(ann), "member edit");
  });

  it("is the same person by address and by user id in any case, and destroy removes with a receipt", async () => {
    ok(await setting.engine.up(declaring({ email: ann, role: "edit" })));
    const outcome = await setting.engine.up(declaring({ userId: userId.toUpperCase(), role: "edit" }));
    ok(outcome);
    assert.notEqual(outcome.operations.ann, "replace");
    const destroyed = await setting.engine.destroy();
    ok(destroyed);
    assert.match(destroyed.printed, /removed from organization .*"role":"edit"/);
    assert.equal(await setting.live(ann), "absent");
  });

  it("shows a change by hand of each property as drift, and repairs it", async () => {
    const applicationRoles = [
      { resourceId: other, role: "view" },
      { resourceId: one, role: "none" },
    ];
    const stated = { role: "edit", applicationRoles, dashboardRoles: [] } as const;
    const byHand = {
      role: "admin",
      applicationRoles: [{ resourceId: other, role: "view" }],
      dashboardRoles: [{ resourceId: one, role: "none" }],
    } as const;
    const program = declaring({ email: ann, ...stated });
    ok(await setting.engine.up(program));
    for (const property of ["role", "applicationRoles", "dashboardRoles"] as const) {
      assert.equal((await setting.engine.preview(program)).operations.ann, "same");
      await setting.simulator.putState((state) => {
        const found = state.organizations[0]?.members.find(({ email }) => email === ann);
        Object.assign(found ?? {}, { [property]: byHand[property] });
      });
      assert.equal((await setting.engine.preview(program)).operations.ann, "update", property);
      ok(await setting.engine.up(program));
    }
    const member = await setting.simulator.fetchMember(ann);
    assert.deepEqual(
      [member?.role, member?.applicationRoles?.length, member?.dashboardRoles?.length],
      ["edit", 2, 0],
    );
    assert.equal((await setting.engine.preview(program)).operations.ann, "same");
  });

  it("refuses somebody who is not a member, naming the classes that invite", async () => {
    const { errors } = await setting.engine.preview(declaring({ email: "x@example.com", role: "view" }));
    assert.match(errors.join("\n"), /x@example\.com is not a member .*OrgMembership .*OrgInvite/);
  });

  it("counts as gone when somebody was removed by hand, and a destroy succeeds", async () => {
    const program = declaring({ email: ann });
    ok(await setting.engine.up(program));
    await setting.simulator.removeMember(ann);
    const { errors } = await setting.engine.preview(program);
    assert.match(errors.join("\n"), /ann@example\.com is not a member/);
    ok(await setting.engine.destroy());
  });

  it("evicts nobody when the resource is renamed", async () => {
    ok(await setting.engine.up(declaring({ email: ann, role: "view" })));
    const renamed = declaring({ email: ann, role: "view" }, "anne");
    const outcome = await setting.engine.up(renamed);
    ok(outcome);
    assert.match(outcome.printed, /stays in organization/);
    assert.equal(await setting.live(ann), "member view");
    assert.deepEqual((await setting.engine.preview(renamed)).operations, { anne: "same" });
  });

  it("is replaced for another person's address, and removes the one before", async () => {
    await setting.simulator.addMember({ email: bob, role: "view" });
    ok(await setting.engine.up(declaring({ email: ann })));
    const outcome = await setting.engine.up(declaring({ email: bob }));
    ok(outcome);
    assert.equal(outcome.operations.ann, "replace");
    assert.deepEqual([await setting.live(ann), await setting.live(bob)], ["absent", "member view"]);
  });

  it("is not replaced for another address of the same person", async () => {
    ok(await setting.engine.up(declaring({ email: ann, role: "view" })));
    const now = "ann.new@example.com";
    await setting.simulator.putState((state) => {
      for (const person of [...state.people, ...(state.organizations[0]?.members ?? [])]) {
        if (person.email === ann) person.email = now;
      }
    });
    const outcome = await setting.engine.up(declaring({ email: now, role: "view" }));
    ok(outcome);
    assert.equal(outcome.operations.ann, "update");
    assert.equal(await setting.calls("org.removeMember"), 0);
    assert.equal(await setting.live(now), "member view");
  });

  it("takes a change of deletionPolicy alone without a write, and destroy obeys it", async () => {
    ok(await setting.engine.up(declaring({ email: ann })));
    await setting.writes();
    const outcome = await setting.engine.up(declaring({ email: ann, deletionPolicy: "retain" }));
    ok(outcome);
    assert.deepEqual([outcome.operations.ann, await setting.writes()], ["update", 0]);
    const { printed } = await setting.engine.destroy();
    assert.match(printed, /stays a member .*deletionPolicy is retain/);
    assert.equal(await setting.live(ann), "member view");
  });

  it("refuses at preview to change the authenticated user, and destroy leaves them", async () => {
    const own = (role: string) => declaring({ email: owner, role });
    const { errors } = await setting.engine.preview(own("edit"));
    assert.match(errors.join("\n"), /owner@example\.com is the user whom the API token/);
    ok(await setting.engine.up(own("admin")));
    const destroyed = await setting.engine.destroy();
    ok(destroyed);
    assert.match(destroyed.printed, /warning: owner@example\.com stays/);
  });
});

import assert from "node:assert/strict";
import { onBothFaces } from "../../support/faces";
import type { Properties } from "../../support/provider-messages";
import { ok, StackSetting } from "../../support/stack-setting";

const settings = {
  name: "Acme",
  description: "As code",
  iconColor: "#FF8800",
  billingEmail: "Billing@Example.com",
  planId: "simulated",
  mfaMode: "required",
} as const;

const byHand = {
  name: "By hand",
  description: "By hand",
  iconColor: "#000000",
  billingEmail: "hand@example.com",
  planId: "by-hand",
  mfaMode: "notRequired",
} as const;

onBothFaces("Organization", (face) => {
  const setting = StackSetting.inSuite(face);

  const declaring = (args: Properties) => ({ acme: setting.resource("organization", args) });
  const made = { acme: { kind: "organization" as const, args: { name: "Made" } } };
  const patches = () => setting.calls("org.patch");

  it("adopts with one request, says so at preview, and is quiet afterwards with two", async () => {
    const program = declaring({ description: "As code", mfaMode: "required" });
    const { printed } = await setting.engine.preview(program);
    assert.match(printed, /exists and will be adopted; will change: description, mfaMode/);
    assert.equal(await patches(), 0);
    ok(await setting.engine.up(program));
    assert.equal(await patches(), 1);
    assert.equal((await setting.simulator.fetchOrganization()).name, "Simulated Organization");
    assert.equal((await setting.engine.preview(program)).operations.acme, "same");
    assert.deepEqual(await setting.simulator.requests(), {
      total: 2,
      byAction: { "org.get": 1, "org.pendingInvites": 1 },
    });
  });

  for (const name of Object.keys(settings) as (keyof typeof settings)[]) {
    it(`shows a change of ${name} by hand as drift, and repairs it`, async () => {
      const program = declaring(settings);
      ok(await setting.engine.up(program));
      await setting.simulator.setOrganization({ [name]: byHand[name] });
      assert.equal((await setting.engine.preview(program)).operations.acme, "update");
      ok(await setting.engine.up(program));
      const repaired = (await setting.simulator.fetchOrganization())[name];
      assert.equal(String(repaired).toLowerCase(), settings[name].toLowerCase());
      assert.equal((await setting.engine.preview(program)).operations.acme, "same");
    });
  }

  it("leaves to others what is taken out of the program", async () => {
    ok(await setting.engine.up(declaring({ description: "As code", mfaMode: "required" })));
    await patches();
    const program = declaring({ mfaMode: "required" });
    ok(await setting.engine.up(program));
    await setting.simulator.setOrganization({ description: "By hand" });
    assert.equal((await setting.engine.preview(program)).operations.acme, "same");
    assert.equal(await patches(), 0);
  });

  it("sends a card token only when it changes", async () => {
    const program = (cardToken: string) => declaring({ cardToken });
    ok(await setting.engine.up(program("tok_one")));
    ok(await setting.engine.up(program("tok_one")));
    assert.equal(await patches(), 1);
    ok(await setting.engine.up(program("tok_two")));
    assert.equal(await patches(), 1);
  });

  it("takes a change of deletionPolicy alone without a write, and destroy obeys it", async () => {
    ok(await setting.engine.up(declaring({})));
    await setting.writes();
    const outcome = await setting.engine.up(declaring({ deletionPolicy: "delete" }));
    assert.deepEqual([outcome.operations.acme, await setting.writes()], ["update", 0]);
    const { errors } = await setting.engine.destroy();
    assert.match(errors.join("\n"), /is not deleted: it has 3 applications, 2 dashboards, and deleting it/);
    ok(await setting.engine.up(declaring({ deletionPolicy: "delete", forceDestroy: true })));
    ok(await setting.engine.destroy());
    assert.deepEqual((await setting.simulator.state()).organizations, []);
  });

  it("stays when it is destroyed, and says so", async () => {
    ok(await setting.engine.up(declaring({ description: "As code" })));
    const destroyed = await setting.engine.destroy();
    ok(destroyed);
    assert.match(destroyed.printed, /stays at Losant: deletionPolicy is retain/);
    assert.equal((await setting.simulator.fetchOrganization()).description, "As code");
  });

  it("is told as gone at preview when it is not listed any more, and a destroy succeeds", async () => {
    const program = declaring({});
    ok(await setting.engine.up(program));
    await setting.simulator.putState((state) => {
      Object.assign(state, { organizations: [], invites: {}, applications: [], dashboards: [] });
    });
    const { errors, printed } = await setting.engine.preview(program);
    assert.match(printed, /organization .* is gone/);
    assert.match(errors.join("\n"), /The API token belongs to owner@example\.com/);
    ok(await setting.engine.destroy());
  });

  it("is recorded when it is created, even if its first reading fails", async () => {
    await setting.simulator.fault({ action: "org.get", status: 403, times: 1 });
    const half = await setting.engine.up(made);
    assert.match(half.errors.join("\n"), /is created, but could not be read/);
    ok(await setting.engine.up(made));
    const { organizations } = await setting.simulator.state();
    assert.equal(organizations.filter(({ name }) => name === "Made").length, 1);
    assert.equal(setting.engine.outputs("acme").adopted, false);
  });

  it("passes on why Losant refuses to create one", async () => {
    await setting.simulator.putState((state) => {
      state.tokenScopes = ["org.*"];
    });
    const { errors } = await setting.engine.up(made);
    assert.match(
      errors.join("\n"),
      /Listing organizations failed: GET \/orgs answered 403 .*orgs\.get, orgs\.\*/,
    );
  });
});

import assert from "node:assert/strict";
import { htmlPage, type Reply, refusal } from "../../support/answer-proxy";
import type { Program } from "../../support/engine";
import { onBothFaces } from "../../support/faces";
import { ann, bob, memberKinds } from "../../support/one-person";
import { ProxiedSetting } from "../../support/proxied-setting";
import { errorsOf, ok, owner } from "../../support/stack-setting";

const unclear: Record<string, Reply> = {
  "an HTML 403": htmlPage(403),
  "an HTML 401": htmlPage(401),
  "an HTML 404": htmlPage(404),
  "a 401 in Losant's form": refusal(401, "Unauthorized"),
  "a 403 in somebody else's form": {
    status: 403,
    contentType: "application/json",
    body: '{"error":"forbidden"}',
  },
};

onBothFaces("a run that cannot find out who the authenticated user is", (face) => {
  const setting = ProxiedSetting.inSuite(face);

  beforeEach(async () => {
    setting.env.LOSANT_MAX_ATTEMPTS = "1";
    for (const email of [ann, bob]) await setting.simulator.addMember({ email, role: "admin" });
  });

  const program = (kind: "orgMember" | "orgMembership", email: string, role = "admin"): Program => ({
    person: setting.resource(kind, { email, role }),
  });

  const answersMe = (answer: Reply) => setting.proxy.add({ request: /^GET \/me$/, answer });

  const nobodyIsRemoved = async () => {
    assert.equal(setting.proxy.count(/^DELETE /), 0);
    for (const email of [owner, ann, bob]) assert.equal(await setting.live(email), "member admin");
  };

  for (const [what, answer] of Object.entries(unclear)) {
    it(`removes nobody after ${what} of /me`, async () => {
      ok(await setting.engine.up(program("orgMember", owner)));
      answersMe(answer);
      assert.notEqual(await errorsOf(setting.engine.destroy()), "");
      await nobodyIsRemoved();
      assert.equal(setting.engine.outputs("person").email, owner);
    });
  }

  for (const kind of memberKinds) {
    it(`changes no roles by ${kind} after an HTML 403 of /me`, async () => {
      answersMe(htmlPage(403));
      assert.notEqual(await errorsOf(setting.engine.up(program(kind, owner, "view"))), "");
      assert.equal(setting.proxy.count(/^PATCH /), 0);
    });
  }

  it("removes nobody by OrgMembership after an HTML 403 of /me", async () => {
    ok(await setting.engine.up(program("orgMembership", owner)));
    answersMe(htmlPage(403));
    assert.notEqual(await errorsOf(setting.engine.destroy()), "");
    await nobodyIsRemoved();
  });

  it("removes nobody by a roster after an HTML 403 of /me", async () => {
    const others = (more: object) => ({
      everybody: setting.resource("orgRoster", {
        members: { [ann]: "admin", [bob]: "admin" },
        ...more,
      }),
    });
    answersMe(htmlPage(403));
    assert.notEqual(await errorsOf(setting.engine.up(others({ unmanaged: "remove" }))), "");
    await nobodyIsRemoved();
  });

  it("removes nobody by a roster's deletion after an HTML 403 of /me", async () => {
    const everybody = setting.roster({ [ann]: "admin", [bob]: "admin" }, { deletionPolicy: "remove" });
    ok(await setting.engine.up(everybody));
    answersMe(htmlPage(403));
    assert.notEqual(await errorsOf(setting.engine.destroy()), "");
    await nobodyIsRemoved();
  });

  it("keeps the guard after one HTML 403 of /me among good answers", async () => {
    ok(await setting.engine.up(program("orgMember", owner)));
    setting.proxy.add({ request: /^GET \/me$/, times: 1, answer: htmlPage(403) });
    await errorsOf(setting.engine.destroy());
    await nobodyIsRemoved();
  });

  it("deletes no organization after an HTML 403 of /me", async () => {
    const org = setting.resource("organization", { deletionPolicy: "delete" });
    await setting.simulator.putState((state) => {
      Object.assign(state, { applications: [], dashboards: [] });
      for (const one of state.organizations) one.members = one.members.filter(({ email }) => email === owner);
    });
    ok(await setting.engine.up({ org }));
    answersMe(htmlPage(403));
    assert.notEqual(await errorsOf(setting.engine.destroy()), "");
    assert.equal((await setting.simulator.state()).organizations.length, 1);
  });

  it("turns the guard off, and says so, after Losant's refusal for a missing scope", async () => {
    await setting.simulator.putState((state) => {
      state.tokenScopes = ["org.*"];
    });
    ok(await setting.engine.up(program("orgMember", bob)));
    const outcome = await setting.engine.destroy();
    ok(outcome);
    assert.match(outcome.printed, /me\.get/);
    assert.equal(await setting.live(bob), "absent");
  });
});

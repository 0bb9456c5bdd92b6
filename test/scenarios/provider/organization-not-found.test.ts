import assert from "node:assert/strict";
import { type Answer, htmlPage, type Reply, refusal } from "../../support/answer-proxy";
import type { Program } from "../../support/engine";
import { onBothFaces } from "../../support/faces";
import { ann, bob, carol } from "../../support/one-person";
import { ProxiedSetting } from "../../support/proxied-setting";
import { errorsOf, ok, owner } from "../../support/stack-setting";

onBothFaces("people of an organization that is not found", (face) => {
  const setting = ProxiedSetting.inSuite(face);

  /** One resource of each class, under the class's name. */
  const programs = (): Record<string, Program> => ({
    orgMember: { one: setting.resource("orgMember", { email: ann, role: "view" }) },
    orgInvite: { one: setting.resource("orgInvite", { email: carol, role: "view" }) },
    orgMembership: { one: setting.resource("orgMembership", { email: bob, role: "view" }) },
    orgRoster: {
      one: setting.roster({ [ann]: "view", [bob]: "view" }, { deletionPolicy: "remove" }).everybody,
    },
  });

  const answers: Record<string, Reply> = {
    "an HTML page": htmlPage(404),
    "Losant's own refusal": refusal(404, "NotFound", "Organization was not found"),
  };

  beforeEach(async () => {
    setting.env.LOSANT_MAX_ATTEMPTS = "1";
    for (const email of [ann, bob]) await setting.simulator.addMember({ email, role: "view" });
  });

  const steps = {
    refresh: (program: Program) => setting.engine.up(program),
    delete: () => setting.engine.up({}, { refresh: false }),
  };

  for (const kind of ["orgMember", "orgInvite", "orgMembership", "orgRoster"] as const) {
    for (const [what, answer] of Object.entries(answers)) {
      for (const [step, run] of Object.entries(steps)) {
        it(`stay in state as ${kind} when ${step} gets a 404 that is ${what}`, async () => {
          const program = programs()[kind] ?? {};
          ok(await setting.engine.up(program));
          const recorded = setting.engine.outputs("one");
          setting.proxy.add({ request: setting.organizationRequest, answer });
          const errors = await errorsOf(run(program));
          assert.notEqual(errors, "");
          assert.deepEqual(setting.engine.outputs("one"), recorded);
          if (what === "Losant's own refusal") assert.match(errors, new RegExp(owner));
        });
      }
    }
  }

  it("name the token's user where they are not a member any more", async () => {
    const program = {
      ...programs().orgMembership,
      ...setting.roster({ [ann]: "view" }, { unmanaged: "ignore" }),
    };
    ok(await setting.engine.up(program));
    await setting.simulator.removeMember(owner);
    assert.match(await errorsOf(setting.engine.up(program)), new RegExp(owner));
    assert.match(await errorsOf(setting.engine.destroy()), new RegExp(owner));
    assert.equal(setting.engine.outputs("one").email, bob);
    assert.match(String(setting.engine.outputs("everybody").__people), /ann@example\.com/);
  });

  it("are removed by a second destroy after one answer of a gateway in the first", async () => {
    const program = {
      ...programs().orgMembership,
      ...setting.roster({ [ann]: "view" }, { unmanaged: "ignore" }),
    };
    ok(await setting.engine.up(program));
    setting.proxy.add({ request: setting.organizationRequest, times: 1, answer: htmlPage(404) });
    await errorsOf(setting.engine.destroy());
    setting.proxy.reset();
    ok(await setting.engine.destroy());
    assert.deepEqual([await setting.live(ann), await setting.live(bob)], ["member view", "absent"]);
  });

  it("stay in state when the 404 is JSON, but not Losant's", async () => {
    const program = programs().orgMembership ?? {};
    ok(await setting.engine.up(program));
    const answer = { status: 404, contentType: "application/json", body: '{"message":"no route matched"}' };
    setting.proxy.add({ request: setting.organizationRequest, answer });
    assert.notEqual(await errorsOf(setting.engine.destroy()), "");
    assert.equal(setting.engine.outputs("one").email, bob);
  });

  for (const kind of ["orgMember", "orgInvite", "orgMembership", "orgRoster"] as const) {
    it(`refuse as ${kind} an answer about another organization`, async () => {
      const program = programs()[kind] ?? {};
      ok(await setting.engine.up(program));
      const recorded = setting.engine.outputs("one");
      const { orgId } = setting;
      const edit = (answer: Answer) => {
        answer.body = answer.body.replaceAll(orgId, "f".repeat(24)).replaceAll("@example", "@other");
      };
      setting.proxy.add({ request: setting.organizationRequest, edit });
      assert.notEqual(await errorsOf(setting.engine.up(program)), "");
      assert.deepEqual(setting.engine.outputs("one"), recorded);
      assert.equal(setting.proxy.count(/^(POST|PATCH|DELETE) /), kind === "orgInvite" ? 1 : 0);
    });
  }
});

import assert from "node:assert/strict";
import type { Program } from "../../support/engine";
import { onBothFaces } from "../../support/faces";
import { htmlPage, type ProxyFault, refusal } from "../../support/faulty-proxy";
import { ok, owner } from "../../support/stack-setting";
import { ann, bob, carol, errorsOf, PromiseSetting } from "./support/promise-setting";

onBothFaces("people of an organization that is not found", (face) => {
  const setting = PromiseSetting.inThisDescribe(face);

  /** One resource of each class, under the class's name. */
  const programs = (): Record<string, Program> => ({
    orgMember: { one: setting.stack.resource("orgMember", { email: ann, role: "view" }) },
    orgInvite: { one: setting.stack.resource("orgInvite", { email: carol, role: "view" }) },
    orgMembership: { one: setting.stack.resource("orgMembership", { email: bob, role: "view" }) },
    orgRoster: {
      one: setting.roster({ [ann]: "view", [bob]: "view" }, { deletionPolicy: "remove" }).everybody,
    },
  });

  const answers: Record<string, ProxyFault["answer"]> = {
    "an HTML page": htmlPage(404),
    "Losant's own refusal": refusal(404, "NotFound", "Organization was not found"),
  };

  beforeEach(async () => {
    setting.environment({ LOSANT_MAX_ATTEMPTS: "1" });
    for (const email of [ann, bob]) await setting.stack.simulator.addMember({ email, role: "view" });
  });

  const steps = {
    refresh: (program: Program) => setting.stack.engine.up(program),
    delete: () => setting.stack.engine.up({}, { refresh: false }),
  };

  for (const kind of ["orgMember", "orgInvite", "orgMembership", "orgRoster"] as const) {
    for (const [what, answer] of Object.entries(answers)) {
      for (const [step, run] of Object.entries(steps)) {
        it(`stay in state as ${kind} when ${step} gets a 404 that is ${what}`, async () => {
          const program = programs()[kind] ?? {};
          ok(await setting.stack.engine.up(program));
          const recorded = setting.stack.engine.outputs("one");
          setting.proxy.add({ request: setting.organizationRequest, answer });
          const errors = await errorsOf(run(program));
          assert.notEqual(errors, "");
          assert.deepEqual(setting.stack.engine.outputs("one"), recorded);
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
    ok(await setting.stack.engine.up(program));
    await setting.stack.simulator.removeMember(owner);
    assert.match(await errorsOf(setting.stack.engine.up(program)), new RegExp(owner));
    assert.match(await errorsOf(setting.stack.engine.destroy()), new RegExp(owner));
    assert.equal(setting.stack.engine.outputs("one").email, bob);
    assert.match(String(setting.stack.engine.outputs("everybody").__people), /ann@example\.com/);
  });

  it("are removed by a second destroy after one answer of a gateway in the first", async () => {
    const program = {
      ...programs().orgMembership,
      ...setting.roster({ [ann]: "view" }, { unmanaged: "ignore" }),
    };
    ok(await setting.stack.engine.up(program));
    setting.proxy.add({ request: setting.organizationRequest, times: 1, answer: htmlPage(404) });
    await errorsOf(setting.stack.engine.destroy());
    setting.proxy.reset();
    ok(await setting.stack.engine.destroy());
    assert.deepEqual(
      [await setting.stack.live(ann), await setting.stack.live(bob)],
      ["member view", "absent"],
    );
  });

  it("stay in state when the 404 is JSON, but not Losant's", async () => {
    const program = programs().orgMembership ?? {};
    ok(await setting.stack.engine.up(program));
    const answer = { status: 404, contentType: "application/json", body: '{"message":"no route matched"}' };
    setting.proxy.add({ request: setting.organizationRequest, answer });
    assert.notEqual(await errorsOf(setting.stack.engine.destroy()), "");
    assert.equal(setting.stack.engine.outputs("one").email, bob);
  });

  for (const kind of ["orgMember", "orgInvite", "orgMembership", "orgRoster"] as const) {
    it(`refuse as ${kind} an answer about another organization`, async () => {
      const program = programs()[kind] ?? {};
      ok(await setting.stack.engine.up(program));
      const recorded = setting.stack.engine.outputs("one");
      const { orgId } = setting.stack;
      const change = (body: string) =>
        body.replaceAll(orgId, "f".repeat(24)).replaceAll("@example", "@other");
      setting.proxy.add({ request: setting.organizationRequest, change });
      assert.notEqual(await errorsOf(setting.stack.engine.up(program)), "");
      assert.deepEqual(setting.stack.engine.outputs("one"), recorded);
      assert.equal(setting.proxy.count(/^(POST|PATCH|DELETE) /), kind === "orgInvite" ? 1 : 0);
    });
  }
});

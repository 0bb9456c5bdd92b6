import assert from "node:assert/strict";
import { type Answer, htmlPage, refusal } from "../../support/answer-proxy";
import { onBothFaces } from "../../support/faces";
import { ProxiedSetting } from "../../support/proxied-setting";
import { errorsOf, ok } from "../../support/stack-setting";

onBothFaces("an Organization that is not found", (face) => {
  const setting = ProxiedSetting.inSuite(face);

  const program = () => ({ org: setting.resource("organization", { description: "ours" }) });

  const notFound = refusal(404, "NotFound", "Organization was not found");

  beforeEach(async () => {
    setting.env.LOSANT_MAX_ATTEMPTS = "1";
    ok(await setting.engine.up(program()));
  });

  const deleteByHand = (tokenScopes: string[]) =>
    setting.simulator.putState((state) => {
      Object.assign(state, { organizations: [], invites: {}, applications: [], dashboards: [], tokenScopes });
    });

  const isKept = () => assert.equal(setting.engine.outputs("org").orgId, setting.orgId);

  it("counts as gone once the token's organizations do not list it", async () => {
    await deleteByHand(["all.User"]);
    const { printed } = await setting.engine.destroy();
    assert.deepEqual(setting.engine.outputs("org"), {});
    assert.match(printed, new RegExp(setting.orgId));
  });

  for (const step of ["up", "destroy"] as const) {
    it(`stays in state at ${step} while the token's organizations list it`, async () => {
      setting.proxy.add({ request: setting.organizationRequest, answer: notFound });
      assert.match(await errorsOf(setting.engine[step](program())), new RegExp(setting.orgId));
      isKept();
    });

    it(`stays in state at ${step} where the 404 is an HTML page`, async () => {
      setting.proxy.add({ request: setting.organizationRequest, answer: htmlPage(404) });
      assert.notEqual(await errorsOf(setting.engine[step](program())), "");
      isKept();
    });

    it(`stays in state at ${step} where the organizations may not be listed`, async () => {
      await deleteByHand(["org.*", "me.*"]);
      assert.notEqual(await errorsOf(setting.engine[step](program())), "");
      isKept();
    });

    it(`stays in state at ${step} where the list of organizations is an HTML page or not complete`, async () => {
      setting.proxy.add({ request: setting.organizationRequest, answer: notFound });
      setting.proxy.add({ request: /^GET \/orgs$/, answer: htmlPage(404) });
      assert.notEqual(await errorsOf(setting.engine[step](program())), "");
      isKept();
    });
  }

  it("stays in state where only a later page of the organizations lists it", async () => {
    await setting.simulator.putState((state) => {
      const [first] = state.organizations;
      for (let index = 0; first && index < 120; index += 1) {
        const id = index.toString(16).padStart(24, "a");
        state.organizations.push({ ...first, id, orgId: id, name: `A ${index}` });
      }
    });
    setting.proxy.add({ request: setting.organizationRequest, answer: notFound });
    assert.notEqual(await errorsOf(setting.engine.destroy()), "");
    isKept();
  });

  it("stays in state where the answer is about another organization", async () => {
    const edit = (answer: Answer) => {
      answer.body = answer.body.replaceAll(setting.orgId, "f".repeat(24));
    };
    setting.proxy.add({ request: setting.organizationRequest, edit });
    assert.notEqual(await errorsOf(setting.engine.up(program())), "");
    isKept();
  });

  it("is not deleted twice where the deletion's answer is an HTML 404", async () => {
    const doomed = {
      org: setting.resource("organization", { deletionPolicy: "delete", forceDestroy: true }),
    };
    ok(await setting.engine.up(doomed));
    const request = new RegExp(`^DELETE /orgs/${setting.orgId}$`);
    setting.proxy.add({ request, answer: htmlPage(404) });
    const { errors, printed } = await setting.engine.destroy();
    assert.notEqual(errors.join(), "");
    assert.doesNotMatch(printed, /deleted for good/);
    isKept();
  });
});

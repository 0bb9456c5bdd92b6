import assert from "node:assert/strict";
import { onBothFaces } from "../../support/faces";
import { htmlPage, refusal } from "../../support/faulty-proxy";
import { ok } from "../../support/stack-setting";
import { errorsOf, PromiseSetting } from "./support/promise-setting";

onBothFaces("an Organization that is not found", (face) => {
  const setting = PromiseSetting.inThisDescribe(face);

  const program = () => ({ org: setting.stack.resource("organization", { description: "ours" }) });

  const notFound = refusal(404, "NotFound", "Organization was not found");

  beforeEach(async () => {
    setting.environment({ LOSANT_MAX_ATTEMPTS: "1" });
    ok(await setting.stack.engine.up(program()));
  });

  const deleteByHand = (tokenScopes: string[]) =>
    setting.stack.simulator.putState((state) => {
      Object.assign(state, { organizations: [], invites: {}, applications: [], dashboards: [], tokenScopes });
    });

  const isKept = () => assert.equal(setting.stack.engine.outputs("org").orgId, setting.stack.orgId);

  it("counts as gone once the token's organizations do not list it", async () => {
    await deleteByHand(["all.User"]);
    const { printed } = await setting.stack.engine.destroy();
    assert.deepEqual(setting.stack.engine.outputs("org"), {});
    assert.match(printed, new RegExp(setting.stack.orgId));
  });

  for (const step of ["up", "destroy"] as const) {
    it(`stays in state at ${step} while the token's organizations list it`, async () => {
      setting.proxy.add({ request: setting.organizationRequest, answer: notFound });
      assert.match(await errorsOf(setting.stack.engine[step](program())), new RegExp(setting.stack.orgId));
      isKept();
    });

    it(`stays in state at ${step} where the 404 is an HTML page`, async () => {
      setting.proxy.add({ request: setting.organizationRequest, answer: htmlPage(404) });
      assert.notEqual(await errorsOf(setting.stack.engine[step](program())), "");
      isKept();
    });

    it(`stays in state at ${step} where the organizations may not be listed`, async () => {
      await deleteByHand(["org.*", "me.*"]);
      assert.notEqual(await errorsOf(setting.stack.engine[step](program())), "");
      isKept();
    });

    it(`stays in state at ${step} where the list of organizations is an HTML page or not complete`, async () => {
      setting.proxy.add({ request: setting.organizationRequest, answer: notFound });
      setting.proxy.add({ request: /^GET \/orgs$/, answer: htmlPage(404) });
      assert.notEqual(await errorsOf(setting.stack.engine[step](program())), "");
      isKept();
    });
  }

  it("stays in state where only a later page of the organizations lists it", async () => {
    await setting.stack.simulator.putState((state) => {
      const [first] = state.organizations;
      for (let index = 0; first && index < 120; index += 1) {
        const id = index.toString(16).padStart(24, "a");
        state.organizations.push({ ...first, id, orgId: id, name: `A ${index}` });
      }
    });
    setting.proxy.add({ request: setting.organizationRequest, answer: notFound });
    assert.notEqual(await errorsOf(setting.stack.engine.destroy()), "");
    isKept();
  });

  it("stays in state where the answer is about another organization", async () => {
    const change = (body: string) => body.replaceAll(setting.stack.orgId, "f".repeat(24));
    setting.proxy.add({ request: setting.organizationRequest, change });
    assert.notEqual(await errorsOf(setting.stack.engine.up(program())), "");
    isKept();
  });

  it("is not deleted twice where the deletion's answer is an HTML 404", async () => {
    const doomed = {
      org: setting.stack.resource("organization", { deletionPolicy: "delete", forceDestroy: true }),
    };
    ok(await setting.stack.engine.up(doomed));
    const request = new RegExp(`^DELETE /orgs/${setting.stack.orgId}$`);
    setting.proxy.add({ request, answer: htmlPage(404) });
    const { errors, printed } = await setting.stack.engine.destroy();
    assert.notEqual(errors.join(), "");
    assert.doesNotMatch(printed, /deleted for good/);
    isKept();
  });
});

import assert from "node:assert/strict";
import { htmlPage, lost, replacedBy } from "../../support/answer-proxy";
import { onBothFaces } from "../../support/faces";
import { ProxiedSetting } from "../../support/proxied-setting";
import { ok } from "../../support/stack-setting";

onBothFaces("creating an organization", (face) => {
  const setting = ProxiedSetting.inSuite(face, { LOSANT_MAX_ATTEMPTS: "1" });

  const named = (name: string) => ({ acme: { kind: "organization" as const, args: { name } } });
  const idsOf = async (name: string) =>
    (await setting.simulator.state()).organizations.filter((one) => one.name === name).map(({ id }) => id);

  /** The next up knows the organization, or names it so that it can be adopted. */
  const madeOnce = async (name: string) => {
    const next = await setting.engine.up(named(name));
    const ids = await idsOf(name);
    assert.equal(ids.length, 1, next.printed);
    const isKnown = setting.engine.outputs("acme").orgId === ids[0];
    assert.ok(isKnown || next.errors.join("\n").includes(String(ids[0])), next.errors.join("\n"));
  };

  for (const [what, edit] of [
    ["was lost", lost],
    ["was a gateway's page", replacedBy(htmlPage(502))],
  ] as const) {
    it(`makes no second one where the answer ${what}`, async () => {
      setting.proxy.add({ request: /^POST \/orgs$/, edit });
      await setting.engine.up(named("Acme"));
      setting.proxy.reset();
      await madeOnce("Acme");
      await madeOnce("Acme");
    });
  }

  it("makes no second one where the first could not be read", async () => {
    setting.proxy.add({ request: /^GET \/orgs\/\w+$/, answer: htmlPage(503) });
    await setting.engine.up(named("Acme"));
    setting.proxy.reset();
    await madeOnce("Acme");
  });

  it("names one of that name that the token sees already, and makes none", async () => {
    const { errors, printed } = await setting.engine.up(named("Simulated Organization"));
    assert.deepEqual(await idsOf("Simulated Organization"), [setting.orgId]);
    assert.match(`${errors.join("\n")}\n${printed}`, new RegExp(setting.orgId));
  });

  it("finds one of that name on the second page of many", async () => {
    await setting.simulator.putState((state) => {
      const [first] = state.organizations;
      if (!first) return;
      const ids = Array.from({ length: 150 }, (_, index) => (0x10000 + index).toString(16).padStart(24, "a"));
      state.organizations.push(
        ...ids.map((id, index) => ({ ...first, id, orgId: id, name: `Plant ${1000 + index}` })),
      );
    });
    await setting.engine.up(named("Plant 1149"));
    assert.equal((await idsOf("Plant 1149")).length, 1);
  });

  it("takes a star in the name as a star", async () => {
    ok(await setting.engine.up(named("Simulated*")));
    assert.equal((await idsOf("Simulated*")).length, 1);
  });

  it("creates under a name that differs in case only", async () => {
    ok(await setting.engine.up(named("SIMULATED ORGANIZATION")));
    assert.equal((await idsOf("SIMULATED ORGANIZATION")).length, 1);
  });
});

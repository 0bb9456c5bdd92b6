import assert from "node:assert/strict";
import { unknownValue } from "../../../provider/vocabulary/unknown-values";
import { onBothFaces } from "../../support/faces";
import { ann, bob, memberKinds } from "../../support/one-person";
import { errorsOf, ok, StackSetting } from "../../support/stack-setting";

const someId = "575ed71e7ae143cd83dc4a01";

onBothFaces("names of applications and dashboards", (face) => {
  const setting = StackSetting.inSuite(face);
  const idOf = async (list: "applications" | "dashboards", name: string) => {
    const found = (await setting.simulator.state())[list].find((one) => one.name === name);
    return found?.id ?? assert.fail(`no ${list} named ${name}`);
  };
  const setState = (change: Parameters<typeof setting.simulator.putState>[0]) =>
    setting.simulator.putState(change);
  const pumps = [{ name: "Pump Stations", role: "view" }];
  const withoutListingScopes = () =>
    setState((state) => {
      state.tokenScopes = ["org.*", "me.get"];
    });

  for (const kind of memberKinds) {
    it(`of ${kind} give their ids, which alone are recorded`, async () => {
      await setting.simulator.addMember({ email: ann, role: "none" });
      const dashboardRoles = [{ name: "Energy", role: "none" }];
      const program = {
        ann: setting.resource(kind, {
          email: ann,
          role: "none",
          applicationRoles: pumps,
          dashboardRoles,
        }),
      };
      ok(await setting.engine.up(program));
      const resourceId = await idOf("applications", "Pump Stations");
      const member = await setting.simulator.fetchMember(ann);
      assert.deepEqual(member?.applicationRoles, [{ resourceId, role: "view" }]);
      assert.deepEqual(member?.dashboardRoles, [
        { resourceId: await idOf("dashboards", "Energy"), role: "none" },
      ]);
      const again = await setting.engine.preview(program);
      ok(again);
      assert.deepEqual(again.operations, { ann: "same" });
    });
  }

  it("of a roster's entries give their ids, with one request a kind and run", async () => {
    const entry = { role: "none", applicationRoles: pumps };
    const program = setting.roster({ [ann]: entry, [bob]: entry });
    await setting.calls();
    ok(await setting.engine.preview(program));
    assert.equal(await setting.calls("applications.get"), 1);
    ok(await setting.engine.up(program));
    assert.equal((await setting.simulator.fetchInvites()).length, 2);
  });

  it("of 250 applications cost three requests, and the last page counts", async () => {
    await setState((state) => {
      const [first] = state.applications;
      const made = Array.from({ length: 247 }, (_, at) => ({
        at,
        id: (at + 0x1000).toString(16).padStart(24, "a"),
      }));
      if (first) state.applications.push(...made.map(({ at, id }) => ({ ...first, id, name: `Z${at}` })));
    });
    await setting.calls();
    const applicationRoles = [{ name: "Z99", role: "view" }];
    ok(await setting.engine.preview(setting.roster({ [ann]: { role: "none", applicationRoles } })));
    assert.equal(await setting.calls("applications.get"), 3);
  });

  it("that are stated nowhere cost no request, and need no scope", async () => {
    await withoutListingScopes();
    const applicationRoles = [{ resourceId: await idOf("applications", "Cold Chain"), role: "view" }];
    await setting.calls();
    ok(await setting.engine.up(setting.roster({ [ann]: { role: "none", applicationRoles } })));
    assert.equal(await setting.calls("applications.get", "dashboards.get"), 0);
  });

  it("are refused without the scope, which the message names", async () => {
    await withoutListingScopes();
    const program = setting.roster({ [ann]: { role: "none", applicationRoles: pumps } });
    assert.match(
      await errorsOf(setting.engine.preview(program)),
      /Listing applications of organization \w+ .*applications\.get/,
    );
  });

  it("that there are not are refused with the nearest ones", async () => {
    const applicationRoles = [{ name: "pump stations", role: "view" }];
    const errors = await errorsOf(
      setting.engine.preview(setting.roster({ [ann]: { role: "none", applicationRoles } })),
    );
    assert.match(
      errors,
      /members\.ann@example\.com\.applicationRoles\.0\.name: .* has no application named "pump stations" .*did you mean "Pump Stations"/,
    );
  });

  it("of several are refused with the ids to choose from", async () => {
    await setState((state) => {
      const [first] = state.applications;
      if (first) state.applications.push({ ...first, id: someId, name: "Pump Stations" });
    });
    const errors = await errorsOf(
      setting.engine.preview(setting.roster({ [ann]: { role: "none", applicationRoles: pumps } })),
    );
    assert.match(errors, /2 applications named "Pump Stations": state resourceId instead, one of/);
    assert.ok(errors.includes(someId), errors);
  });

  it("of one resource that is stated by its id as well are refused", async () => {
    const resourceId = await idOf("applications", "Pump Stations");
    const applicationRoles = [...pumps, { resourceId, role: "none" }];
    const program = setting.roster({ [ann]: { role: "none", applicationRoles } });
    assert.match(await errorsOf(setting.engine.preview(program)), /must name each resource once/);
  });

  it("beside an id, or neither of the two, are refused", async () => {
    for (const role of [{ name: "Pump Stations", resourceId: someId, role: "view" }, { role: "view" }]) {
      const program = setting.roster({ [ann]: { role: "none", applicationRoles: [role] } });
      assert.match(await errorsOf(setting.engine.preview(program)), /needs resourceId or name, and not both/);
    }
  });

  it("may change at Losant: the program that states the new one, or the id, changes nothing", async () => {
    const members = (name: string) =>
      setting.roster({ [ann]: { role: "none", applicationRoles: [{ name, role: "view" }] } });
    ok(await setting.engine.up(members("Pump Stations")));
    await setState((state) => {
      for (const one of state.applications) if (one.name === "Pump Stations") one.name = "Pumps";
    });
    const renamed = await setting.engine.preview(members("Pumps"));
    ok(renamed);
    assert.deepEqual(renamed.operations, { everybody: "same" });
    assert.match(
      await errorsOf(setting.engine.preview(members("Pump Stations"))),
      /there are "Cold Chain", "Pumps"/,
    );
  });

  it("stand beside the ids in plans, and after a receipt, which stays data", async () => {
    await setting.simulator.addMember({ email: ann, role: "none" });
    const program = setting.roster({ [ann]: { role: "none", applicationRoles: pumps } });
    const id = await idOf("applications", "Pump Stations");
    const { printed } = await setting.engine.preview(program);
    assert.ok(printed.includes(`applicationRoles + "Pump Stations" (${id}): view`), printed);
    ok(await setting.engine.up(program));
    const without = setting.roster({ [bob]: { role: "none", applicationRoles: pumps } });
    const receipt = (await setting.engine.up(without)).printed;
    const data = `"applicationRoles":[{"resourceId":"${id}","role":"view"}],"dashboardRoles":[]} (${id} is "Pump Stations")`;
    assert.ok(receipt.includes(data), receipt);
  });

  it("are not known at preview where the organization is not", async () => {
    const args = { orgId: unknownValue, email: ann, role: "none", applicationRoles: pumps };
    const outcome = await setting.engine.preview({ ann: { kind: "orgMembership", args } });
    ok(outcome);
    assert.deepEqual(outcome.operations, { ann: "create" });
    assert.equal(await setting.calls("applications.get"), 0);
  });

  it("are checked in form without a token, and no more", async () => {
    setting.env.LOSANT_API_TOKEN = "";
    const program = (role: object) => ({
      ann: setting.resource("orgMembership", { email: ann, role: "none", applicationRoles: [role] }),
    });
    ok(await setting.engine.preview(program({ name: "Anything", role: "view" }), { refresh: false }));
    const wrong = setting.engine.preview(program({ name: "Anything", role: "boss" }), {
      refresh: false,
    });
    assert.match(await errorsOf(wrong), /applicationRoles\.0\.role: must be one of/);
  });
});

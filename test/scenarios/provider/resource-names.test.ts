import assert from "node:assert/strict";
import type { Program } from "../../support/engine";
import { onBothFaces } from "../../support/faces";
import { ann } from "../../support/one-person";
import { day, ok, owner, StackSetting } from "../../support/stack-setting";

const floorId = "5".repeat(24);

onBothFaces("applications and dashboards by name", (face) => {
  const setting = StackSetting.inSuite(face);

  beforeEach(async () => {
    await setting.simulator.addMember({ email: ann, role: "view" });
    await named("Factory floor");
  });

  /** The applications of the organization, the first of which has a known id. */
  const named = (...names: string[]) =>
    setting.simulator.putState((state) => {
      const owned = { ownerId: setting.orgId, ownerType: "organization" as const };
      state.applications = names.map((name, index) => ({
        id: index === 0 ? floorId : String(index).repeat(24),
        name,
        ...owned,
        creationDate: "2026-01-01T00:00:00.000Z",
      }));
    });

  const roles = (name: string) => [{ name, role: "collaborate" }];
  const membership = (name: string, until?: string): Program => ({
    ann: setting.resource("orgMembership", {
      email: ann,
      role: "view",
      applicationRoles: roles(name),
      ...(until && { until }),
    }),
  });
  const roster = (name: string, until?: string): Program => ({
    ann: setting.resource("orgRoster", {
      members: {
        [owner]: "admin",
        [ann]: { role: "view", applicationRoles: roles(name), ...(until && { until }) },
      },
    }),
  });
  const liveRoles = async () => {
    const { organizations } = await setting.simulator.state();
    return organizations[0]?.members.find(({ email }) => email === ann)?.applicationRoles;
  };

  for (const [kind, program] of Object.entries({ OrgMembership: membership, OrgRoster: roster })) {
    it(`that are gone block nobody in an ${kind} whose access has ended`, async () => {
      const until = await setting.dateIn(3);
      ok(await setting.engine.up(program("Factory floor", until)));
      await named();
      const gone = /applicationRoles\.0\.name: organization \w+ has no application/;
      assert.match((await setting.engine.preview(program("Factory floor", until))).errors.join("\n"), gone);
      await setting.simulator.advance(5 * day);
      ok(await setting.engine.up(program("Factory floor", until)));
      assert.equal(await setting.live(ann), "absent");
      assert.equal((await setting.engine.preview(program("Factory floor", until))).operations.ann, "same");
    });

    it(`are ids in the state of an ${kind}, and change nothing when they change`, async () => {
      ok(await setting.engine.up(program("Factory floor")));
      assert.deepEqual(await liveRoles(), [{ resourceId: floorId, role: "collaborate" }]);
      assert.equal((await setting.engine.preview(program("Factory floor"))).operations.ann, "same");
      await named("Plant");
      assert.equal((await setting.engine.preview(program("Plant"))).operations.ann, "same");
      const inputs = JSON.stringify(setting.engine.inputs("ann"));
      assert.match(inputs, new RegExp(`"resourceId":"${floorId}"`));
      assert.doesNotMatch(inputs, /Factory floor/);
    });

    it(`that have changed are told by an ${kind} as they are now`, async () => {
      ok(await setting.engine.up(program("Factory floor")));
      await named("Plant", "Warehouse");
      const { errors } = await setting.engine.preview(program("Factory floor"));
      assert.match(errors.join("\n"), /no application named "Factory floor"/);
      const told = `before, the program had roles on "Plant" \\(${floorId}\\): if that was renamed, state its new name`;
      assert.match(errors.join("\n"), new RegExp(told));
    });

    it(`are told with their ids by an ${kind}`, async () => {
      const { printed } = await setting.engine.preview(program("Factory floor"));
      assert.match(printed, new RegExp(`"Factory floor" \\(${floorId}\\): collaborate`));
    });

    it(`that are not there are refused by an ${kind}, with the nearest`, async () => {
      await named("Factory floor", "Warehouse");
      const { errors } = await setting.engine.preview(program("Factory flor"));
      assert.match(errors.join("\n"), /no application named "Factory flor".*did you mean "Factory floor"\?/);
    });

    it(`of several are refused by an ${kind}, with the ids`, async () => {
      await named("Factory floor", "Factory floor");
      const { errors } = await setting.engine.preview(program("Factory floor"));
      assert.match(errors.join("\n"), new RegExp(`2 applications named .* one of 1{24}, ${floorId}`));
    });
  }

  it("are told with their ids where Losant refuses what a roster sends", async () => {
    await setting.simulator.fault({ action: "org.modifyMember", status: 400 });
    const { errors } = await setting.engine.up(roster("Factory floor"));
    assert.match(errors.join("\n"), new RegExp(`"Factory floor" \\(${floorId}\\)`));
  });

  it("that are not there are told once, however many people of a roster have them", async () => {
    const entry = { role: "view", applicationRoles: roles("Plant") };
    const members = { [owner]: "admin", [ann]: entry, "bob@example.com": entry, "eve@example.com": entry };
    const { errors } = await setting.engine.preview({ all: setting.resource("orgRoster", { members }) });
    assert.equal(errors.length, 1);
    assert.match(
      errors.join(),
      /^members\.ann@example\.com\.applicationRoles\.0\.name and 2 more of that name: /,
    );
  });

  it("tell first that the organization is not there", async () => {
    const args = {
      orgId: "0".repeat(24),
      email: ann,
      role: "view",
      applicationRoles: roles("Factory floor"),
    };
    const { errors } = await setting.engine.preview({ ann: setting.resource("orgMembership", args) });
    assert.match(errors.join("\n"), /answered 404 .*Check orgId and the token/);
    assert.doesNotMatch(errors.join("\n"), /no application named/);
  });

  it("are exact in their case", async () => {
    const { errors } = await setting.engine.preview(membership("factory floor"));
    assert.match(errors.join("\n"), /did you mean "Factory floor"\?/);
  });

  it("of two entries that are the same application are refused", async () => {
    const both = [...roles("Factory floor"), { resourceId: floorId, role: "view" }];
    const program = {
      ann: setting.resource("orgMembership", { email: ann, role: "view", applicationRoles: both }),
    };
    const { errors } = await setting.engine.preview(program);
    assert.match(errors.join("\n"), /applicationRoles: must name each resource once/);
  });

  it("beside an id are refused", async () => {
    const both = [{ resourceId: floorId, name: "Factory floor", role: "view" }];
    const program = {
      ann: setting.resource("orgMembership", { email: ann, role: "view", applicationRoles: both }),
    };
    const { errors } = await setting.engine.preview(program);
    assert.match(errors.join("\n"), /applicationRoles\.0: needs resourceId or name, and not both/);
  });

  it("need the scope of the listing, and ids do not", async () => {
    await setting.simulator.putState((state) => {
      state.tokenScopes = ["org.*", "me.get"];
    });
    const { errors } = await setting.engine.preview(membership("Factory floor"));
    assert.equal(errors.length, 1);
    assert.match(errors.join("\n"), /Listing applications of organization .*403.*applications\.get/);
    const byId = {
      ann: setting.resource("orgMembership", {
        email: ann,
        role: "view",
        applicationRoles: [{ resourceId: floorId, role: "view" }],
      }),
    };
    ok(await setting.engine.up(byId));
  });

  it("are listed once for all resources, and only where they are used", async () => {
    const people = Object.fromEntries(
      ["a", "b", "c"].map((name) => [
        name,
        setting.resource("orgMembership", {
          email: `${name}@example.com`,
          role: "view",
          applicationRoles: roles("Factory floor"),
        }),
      ]),
    );
    await setting.calls("applications.get");
    ok(await setting.engine.preview(people));
    assert.equal(await setting.calls("applications.get"), 1);
    ok(
      await setting.engine.preview({ ann: setting.resource("orgMembership", { email: ann, role: "view" }) }),
    );
    assert.equal(await setting.calls("applications.get", "dashboards.get"), 0);
  });
});

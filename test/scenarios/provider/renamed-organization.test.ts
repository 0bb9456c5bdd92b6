import assert from "node:assert/strict";
import type { Program } from "../../support/engine";
import { onBothFaces } from "../../support/faces";
import { errorsOf, ok, StackSetting } from "../../support/stack-setting";

const policies: Record<string, object> = {
  "deletionPolicy retain": {},
  "deletionPolicy delete": { deletionPolicy: "delete", forceDestroy: true },
};

onBothFaces("renaming an Organization that the program created", (face) => {
  const setting = StackSetting.inSuite(face);

  /** Under the given resource names, each once. */
  const program = (more: object, ...names: string[]): Program =>
    Object.fromEntries(
      names.map((name) => [name, { kind: "organization", args: { name: "Ours", ...more } } as const]),
    );

  const ours = async () =>
    (await setting.simulator.state()).organizations.flatMap(({ id, name }) => (name === "Ours" ? [id] : []));

  const create = async (more: object) => {
    ok(await setting.engine.up(program(more, "old")));
    const [orgId] = await ours();
    assert.equal(orgId, setting.engine.outputs("old").orgId);
    return orgId;
  };

  for (const [what, more] of Object.entries(policies)) {
    it(`neither creates another nor deletes the first, with ${what}`, async () => {
      const orgId = await create(more);
      const errors = await errorsOf(setting.engine.up(program(more, "renamed")));
      assert.deepEqual(await ours(), [orgId]);
      const { orgId: recorded } = setting.engine.outputs("renamed");
      if (errors === "") assert.equal(recorded, orgId);
      else assert.match(errors, new RegExp(String(orgId)));
    });

    it(`neither creates another nor deletes the first without a refresh, with ${what}`, async () => {
      const orgId = await create(more);
      const errors = await errorsOf(setting.engine.up(program(more, "renamed"), { refresh: false }));
      assert.deepEqual(await ours(), [orgId], errors);
    });
  }

  it("keeps the organization through a second up, as created by the program", async () => {
    const more = policies["deletionPolicy delete"] ?? {};
    const orgId = await create(more);
    const errors = await errorsOf(setting.engine.up(program(more, "renamed")));
    if (errors === "") ok(await setting.engine.up(program(more, "renamed")));
    assert.deepEqual(await ours(), [orgId]);
  });

  it("neither creates another nor deletes the first where a setting changes as well", async () => {
    const orgId = await create({ deletionPolicy: "delete", forceDestroy: true });
    const more = { deletionPolicy: "delete", forceDestroy: true, description: "changed" };
    await errorsOf(setting.engine.up(program(more, "renamed")));
    assert.deepEqual(await ours(), [orgId]);
  });

  it("neither creates another nor deletes the first where the new resource adopts it by id", async () => {
    const more = { deletionPolicy: "delete", forceDestroy: true };
    const orgId = await create(more);
    ok(await setting.engine.up(program({ ...more, orgId }, "renamed")));
    assert.deepEqual(await ours(), [orgId]);
  });

  it("still deletes what is taken out of the program for good", async () => {
    await create({ deletionPolicy: "delete", forceDestroy: true });
    ok(await setting.engine.up({}));
    assert.deepEqual(await ours(), []);
  });
});

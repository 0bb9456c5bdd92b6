import assert from "node:assert/strict";
import { onBothFaces } from "../../support/faces";
import { ann } from "../../support/one-person";
import { ok, owner, StackSetting } from "../../support/stack-setting";

const told =
  /reads 1 of the 2 files of people that the last up read\. Not read: people\/b\.yaml\. People whom only/;

onBothFaces("a roster that is read from files", (face) => {
  const setting = StackSetting.inSuite(face);

  beforeEach(() => setting.simulator.addMember({ email: ann, role: "view" }));

  const roster = (files?: string[], people: string[] = [ann]) => ({
    all: setting.resource("orgRoster", {
      members: Object.fromEntries([[owner, "admin"], ...people.map((email) => [email, "view"])]),
      ...(files && { files }),
    }),
  });
  it("names a team in which something changes for everybody, and differs by teams as little as by files", async () => {
    const team = ["bob", "cleo", "dan"].map((name) => `${name}@example.com`);
    for (const email of team) await setting.simulator.addMember({ email, role: "view" });
    const members = (role: string) => Object.fromEntries([ann, ...team].map((email) => [email, role]));
    const program = (role: string, teams?: object) => ({
      all: setting.resource("orgRoster", { members: { [owner]: "admin", ...members(role) }, teams }),
    });
    ok(await setting.engine.up(program("view")));
    const labelled = await setting.engine.up(program("view", { field: [ann, ...team], others: [ann] }));
    assert.equal(labelled.operations.all, "same");
    const { printed } = await setting.engine.preview(
      program("edit", { field: [ann, ...team], others: [ann] }),
    );
    assert.match(printed, /~ change 4 people of team field: role view => edit: ann@example\.com, bob@/);
    ok(await setting.engine.up(program("edit", { field: [ann, ...team] })));
    assert.equal((await setting.engine.preview(program("edit"))).operations.all, "same");
  });

  const both = ["people/a.yaml", "people/b.yaml"];

  it("warns at preview and up where one is not read any more, and names it", async () => {
    ok(await setting.engine.up(roster(both)));
    const preview = await setting.engine.preview(roster(["people/a.yaml"], []));
    assert.match(preview.printed, told);
    const up = await setting.engine.up(roster(["people/a.yaml"], []));
    ok(up);
    assert.match(up.printed, told);
    const again = await setting.engine.preview(roster(["people/a.yaml"], []));
    assert.doesNotMatch(again.printed, /files of people/);
    assert.equal(again.operations.all, "same");
  });

  it("records that one is left out whom nobody was named by, so that the warning ends", async () => {
    ok(await setting.engine.up(roster(both)));
    await setting.writes();
    ok(await setting.engine.up(roster(["people/a.yaml"])));
    assert.equal(await setting.writes(), 0);
    const again = await setting.engine.preview(roster(["people/a.yaml"]));
    assert.equal(again.operations.all, "same");
    assert.doesNotMatch(again.printed, /files of people/);
  });

  it("differs neither where a stack of an older release has no files, nor by other names or more of them", async () => {
    ok(await setting.engine.up(roster()));
    for (const files of [["a.yaml"], ["b.yaml"], ["b.yaml", "c.yaml"], undefined]) {
      const { operations, printed } = await setting.engine.up(roster(files));
      assert.equal(operations.all, "same");
      assert.doesNotMatch(printed, /files of people/);
    }
  });
});

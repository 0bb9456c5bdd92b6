import assert from "node:assert/strict";
import { CliSetting, fail, succeed } from "../support/cli-setting";
import { onBothFaces } from "../support/faces";

const ann = "ann@example.com";
const day = 24 * 60 * 60 * 1000;

onBothFaces("access that ends on the real CLI", (face) => {
  let setting: CliSetting;

  before(async () => {
    setting = await CliSetting.start(face);
  });
  after(() => setting?.close());
  beforeEach(async () => {
    await setting.reset();
    await setting.simulator.addMember({ email: ann, role: "edit" });
  });

  const until = (days: number) => new Date(Date.now() + days * day).toISOString().slice(0, 10);
  const programs = {
    OrgMembership: (end: string) =>
      `new losant.OrgMembership("ann", { orgId, email: "${ann}", role: "edit", until: "${end}", reason: "audit" });`,
    OrgRoster: (end: string) =>
      `new losant.OrgRoster("ann", { orgId, members: {
         "owner@example.com": "admin", "${ann}": { role: "edit", until: "${end}", reason: "audit" } } });`,
  };

  for (const [kind, program] of Object.entries(programs)) {
    it(`of an ${kind} is warned about, shown as a change after it, removed, and quiet from then on`, async () => {
      setting.program(program(until(10)));
      await succeed(setting.workspace.up());
      const soon = await succeed(setting.workspace.preview("--expect-no-changes"));
      assert.match(soon, /ann@example\.com: access ends in 1[01] days \(until .*; reason: audit\)/);
      await setting.simulator.advance(12 * day);
      const ended = await fail(setting.workspace.preview("--expect-no-changes"));
      assert.match(ended, /ann@example\.com.*access has ended \(until .*; reason: audit\)/);
      assert.match(await succeed(setting.workspace.up()), /ann@example\.com: removed from organization/);
      assert.equal(await setting.simulator.fetchMember(ann), undefined);
      await succeed(setting.workspace.preview("--expect-no-changes"));
      await succeed(setting.workspace.destroy());
    });
  }
});

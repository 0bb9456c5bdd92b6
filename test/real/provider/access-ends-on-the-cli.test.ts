import assert from "node:assert/strict";
import { CliSetting, fail, succeed } from "../../support/cli-setting";
import { onBothFaces } from "../../support/faces";
import { ann } from "../../support/one-person";
import { day, owner } from "../../support/stack-setting";

onBothFaces("access that ends on the real CLI", (face) => {
  let setting: CliSetting;

  before(async () => {
    setting = await CliSetting.start(face);
  });
  beforeEach(() => setting.reset());
  after(() => setting?.close());

  const terms = (until: Date, reason: string) =>
    `until: "${until.toISOString()}", reason: "${reason}", owner: "carol@example.com"`;
  const membership = (until: Date, reason = "plant build") =>
    setting.program(
      `new losant.OrgMembership("ann", { orgId, email: "${ann}", role: "view", ${terms(until, reason)} });`,
    );
  const roster = (until: Date) =>
    setting.program(
      `const entry = { role: "view", ${terms(until, "plant build")} };
       new losant.OrgRoster("all", { orgId, members: { "${owner}": "admin", "${ann}": entry }, requireReason: false });`,
    );
  const inDays = (days: number) => new Date(Date.now() + days * day);

  it("warns, is drift once the date has passed, is removed by an up, and is no drift from then on", async () => {
    await setting.simulator.addMember({ email: ann, role: "view" });
    membership(inDays(5));
    await succeed(setting.workspace.up());
    const warned = await succeed(setting.workspace.preview("--expect-no-changes"));
    assert.match(
      warned,
      /ann@example\.com: access ends in 5 days \(until .*; reason: plant build; owner: carol/,
    );
    await setting.simulator.advance(6 * day);
    assert.match(
      await fail(setting.workspace.preview("--expect-no-changes")),
      /access has ended .* will be removed/,
    );
    assert.match(
      await succeed(setting.workspace.up()),
      /removed from .*; access has ended \(until .*plant build/,
    );
    assert.equal(await setting.simulator.fetchMember(ann), undefined);
    await setting.simulator.clearRequests();
    await succeed(setting.workspace.preview("--expect-no-changes"));
    membership(inDays(5), "another reason");
    assert.match(await succeed(setting.workspace.up()), /1 updated|updated/);
    await succeed(setting.workspace.preview("--expect-no-changes"));
    assert.equal(await setting.calls("org.inviteMember"), 0);
  });

  it("is no drift in a roster where a hand was faster, and comes back by one email", async () => {
    roster(inDays(3));
    await succeed(setting.workspace.up());
    await setting.simulator.accept(ann);
    await succeed(setting.workspace.up());
    await setting.simulator.advance(4 * day);
    await setting.simulator.removeMember(ann);
    await succeed(setting.workspace.preview("--expect-no-changes"));
    await setting.simulator.clearRequests();
    roster(inDays(30));
    assert.match(
      await succeed(setting.workspace.preview()),
      /\+ invite ann@example\.com \(view; until .*plant build/,
    );
    await succeed(setting.workspace.up());
    assert.equal(await setting.calls("org.inviteMember"), 1);
    await succeed(setting.workspace.preview("--expect-no-changes"));
  });
});

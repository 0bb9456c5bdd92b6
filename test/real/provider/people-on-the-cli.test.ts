import assert from "node:assert/strict";
import { onBothFaces } from "../../support/faces";
import { PulumiWorkspace } from "../../support/pulumi-workspace";
import { TestSimulator } from "../../support/simulator";

const day = 24 * 60 * 60 * 1000;

onBothFaces("people on the real CLI", (face) => {
  let simulator: TestSimulator;
  let workspace: PulumiWorkspace;

  before(async () => {
    simulator = await TestSimulator.start();
  });

  beforeEach(async () => {
    simulator.reset();
    workspace = await PulumiWorkspace.create({ face, env: simulator.env });
  });

  afterEach(() => workspace?.dispose());
  after(() => simulator?.close());

  const membership = (name: string, role: string) =>
    workspace.program(
      `const person = new losant.OrgMembership("${name}", {
         orgId: "${simulator.orgId}", email: "Carol@Example.com", role: "${role}" });
       exports.status = person.status;`,
    );
  const roster = (members: object) =>
    workspace.program(
      `const roster = new losant.OrgRoster("everybody", {
         orgId: "${simulator.orgId}", members: ${JSON.stringify({ "owner@example.com": "admin", ...members })} });
       exports.strangers = roster.unmanagedMembers;`,
    );
  const live = async () => (await simulator.fetchMember("carol@example.com"))?.role;
  const quiet = () => workspace.preview("--expect-no-changes");

  it("an OrgMembership lives from invite to removal", async () => {
    membership("carol", "view");
    const invited = await workspace.upWithPreview();
    assert.equal(invited.exitCode, 0, invited.output);
    assert.match(invited.output, /status\s*: "pending"/);

    await simulator.accept("carol@example.com");
    const accepted = await quiet();
    assert.equal(accepted.exitCode, 0, accepted.output);

    await simulator.setMember("carol@example.com", { role: "admin" });
    const drifted = await quiet();
    assert.notEqual(drifted.exitCode, 0, drifted.output);
    const drift = await workspace.preview("--diff");
    assert.match(drift.output, /~ role\s*: "admin" => "view"/);

    membership("renamed", "view");
    const renamed = await workspace.up();
    assert.equal(renamed.exitCode, 0, renamed.output);
    assert.match(renamed.output, /stays in organization/);
    assert.equal(await live(), "view");

    const destroyed = await workspace.destroy();
    assert.equal(destroyed.exitCode, 0, destroyed.output);
    assert.match(destroyed.output, /carol@example\.com: removed from organization .*"role":"view"/);
    assert.equal(await live(), undefined);
  });

  it("an invite that expired between two ups is told by preview and renewed by up", async () => {
    membership("carol", "view");
    assert.equal((await workspace.up()).exitCode, 0);
    await simulator.advance(8 * day);
    const { messages, byName } = await workspace.previewJson();
    assert.equal(byName.carol?.op, "update");
    assert.match(
      messages.join("\n"),
      /carol@example\.com: the invite of .* has expired; will be invited again/,
    );
    const renewed = await workspace.up();
    assert.equal(renewed.exitCode, 0, renewed.output);
    assert.equal((await quiet()).exitCode, 0);
  });

  it("a roster shows its plan, drift by person, and what came of it", async () => {
    await simulator.addMember({ email: "bob@example.com", role: "view" });
    roster({ "bob@example.com": "edit", "carol@example.com": "view" });
    const { messages } = await workspace.previewJson();
    assert.match(messages.join("\n"), /1 to invite, 1 to change, 0 to remove, 1 unchanged/);
    const done = await workspace.up();
    assert.match(done.output, /Done:\s+~ change bob@example\.com: role view => edit/);
    assert.equal((await quiet()).exitCode, 0);

    await simulator.accept("carol@example.com");
    await simulator.removeMember("bob@example.com");
    const drift = await workspace.preview("--diff");
    assert.match(drift.output, /\+ bob@example\.com\s*: "edit"/);
    assert.match(drift.output, /\+ invite bob@example\.com again \(edit\): is no longer a member/);

    roster({ "carol@example.com": "view" });
    assert.equal((await workspace.up()).exitCode, 0);
    const destroyed = await workspace.destroy();
    assert.equal(destroyed.exitCode, 0, destroyed.output);
    assert.match(destroyed.output, /removed from state only/);
    assert.equal(await live(), "view");
  });

  it("a roster whose members are not known yet previews without a failure", async () => {
    workspace.program(
      `const first = new losant.OrgInvite("first", {
         orgId: "${simulator.orgId}", email: "first@example.com", role: "view" });
       new losant.OrgRoster("everybody", {
         orgId: "${simulator.orgId}", unmanaged: "ignore",
         members: first.status.apply((status) => ({ "owner@example.com": "admin" })) });`,
    );
    const preview = await workspace.preview();
    assert.equal(preview.exitCode, 0, preview.output);
    assert.match(preview.output, /not all known before up, so it has no plan to show yet/);
    const up = await workspace.up();
    assert.equal(up.exitCode, 0, up.output);
  });
});

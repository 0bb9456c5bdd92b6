import assert from "node:assert/strict";
import { onBothFaces } from "../../support/faces";
import { PulumiWorkspace } from "../../support/pulumi-workspace";
import { TestSimulator } from "../../support/simulator";

onBothFaces("Organization on the real CLI", (face) => {
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

  const declare = (args: object) =>
    workspace.program(
      `const organization = new losant.Organization("acme", ${JSON.stringify({ orgId: simulator.orgId, ...args })});
       exports.members = organization.memberCount;`,
    );
  const succeed = async (step: Promise<{ exitCode: number; output: string }>) => {
    const { exitCode, output } = await step;
    assert.equal(exitCode, 0, output);
    return output;
  };
  const patches = async () => (await simulator.requests()).byAction["org.patch"] ?? 0;

  it("adopts, says at preview what will change, and is quiet afterwards with two requests", async () => {
    declare({ description: "As code", mfaMode: "required" });
    const output = await succeed(workspace.preview());
    assert.match(output, /exists and will be adopted; will change: description, mfaMode/);
    assert.equal(await patches(), 0);
    await succeed(workspace.up());
    assert.equal(await patches(), 1);
    assert.equal((await simulator.fetchOrganization()).name, "Simulated Organization");
    await simulator.clearRequests();
    await succeed(workspace.preview("--expect-no-changes"));
    assert.deepEqual(await simulator.requests(), {
      total: 2,
      byAction: { "org.get": 1, "org.pendingInvites": 1 },
    });
  });

  it("shows a change by hand of each setting as drift, and repairs all", async () => {
    const settings = {
      name: "Acme",
      description: "As code",
      iconColor: "#FF8800",
      billingEmail: "Billing@Example.com",
      planId: "simulated",
      mfaMode: "required",
    };
    declare(settings);
    await succeed(workspace.up());
    await simulator.setOrganization({
      name: "By hand",
      description: "By hand",
      iconColor: "#000000",
      billingEmail: "hand@example.com",
      planId: "by-hand",
      mfaMode: "notRequired",
    });
    const drift = await workspace.preview("--diff", "--expect-no-changes");
    assert.notEqual(drift.exitCode, 0, drift.output);
    for (const change of [
      /~ name\s*: "By hand" => "Acme"/,
      /~ description\s*: "By hand" => "As code"/,
      /~ iconColor\s*: "#000000" => "#ff8800"/,
      /~ billingEmail\s*: "hand@example\.com" => "billing@example\.com"/,
      /~ planId\s*: "by-hand" => "simulated"/,
      /~ mfaMode\s*: "notRequired" => "required"/,
    ]) {
      assert.match(drift.output, change);
    }
    await succeed(workspace.up());
    const { name, iconColor, planId } = await simulator.fetchOrganization();
    assert.deepEqual([name, iconColor, planId], ["Acme", "#ff8800", "simulated"]);
    await succeed(workspace.preview("--expect-no-changes"));
  });

  it("leaves alone what is taken out of the program", async () => {
    declare({ description: "As code", mfaMode: "required" });
    await succeed(workspace.up());
    await simulator.clearRequests();
    declare({ mfaMode: "required" });
    await succeed(workspace.up());
    await simulator.setOrganization({ description: "By hand" });
    await succeed(workspace.preview("--expect-no-changes"));
    assert.equal(await patches(), 0);
  });

  it("keeps the card token secret, and sends it only when it changes", async () => {
    const withToken = (token: string) =>
      workspace.program(
        `new losant.Organization("acme", { orgId: "${simulator.orgId}", cardToken: "${token}" });`,
      );
    withToken("tok_hunter2");
    const outputs = [await succeed(workspace.upWithPreview()), await succeed(workspace.upWithPreview())];
    assert.equal(await patches(), 1);
    await succeed(workspace.refresh());
    outputs.push((await workspace.run("stack", "export")).stdout);
    withToken("tok_hunter3");
    outputs.push(await succeed(workspace.preview("--diff")), await succeed(workspace.up()));
    assert.equal(await patches(), 2);
    outputs.push((await workspace.run("stack", "export")).stdout);
    assert.doesNotMatch(outputs.join("\n"), /tok_hunter/);
  });

  it("takes a change of deletionPolicy alone as an update without a write, and destroy obeys it", async () => {
    declare({});
    await succeed(workspace.up());
    await simulator.clearRequests();
    declare({ deletionPolicy: "delete" });
    assert.match(await succeed(workspace.up()), /~ 1 updated/);
    assert.equal(await patches(), 0);
    const refused = await workspace.destroy();
    assert.notEqual(refused.exitCode, 0);
    assert.match(refused.output, /is not deleted: it has 3 applications, 2 dashboards, and deleting it/);
    declare({ deletionPolicy: "delete", forceDestroy: true });
    await succeed(workspace.up());
    await succeed(workspace.destroy());
    assert.deepEqual((await simulator.state()).organizations, []);
  });

  it("stays when it is destroyed, and says so", async () => {
    declare({ description: "As code" });
    await succeed(workspace.up());
    assert.match(await succeed(workspace.destroy()), /stays at Losant: deletionPolicy is retain/);
    assert.equal((await simulator.fetchOrganization()).description, "As code");
  });

  it("counts as gone when it is not listed any more, and destroy succeeds", async () => {
    declare({});
    await succeed(workspace.up());
    await simulator.putState((state) => {
      state.organizations = [];
      state.invites = {};
      state.applications = [];
      state.dashboards = [];
    });
    const preview = await workspace.preview();
    assert.notEqual(preview.exitCode, 0);
    assert.match(preview.output, /organization .* is gone/);
    assert.match(preview.output, /The API token belongs to owner@example\.com/);
    await succeed(workspace.destroy());
  });

  it("is created where no orgId is stated, and recorded even if its first reading fails", async () => {
    workspace.program(`new losant.Organization("made", { name: "Made" });`);
    await simulator.fault({ action: "org.get", status: 403, times: 1 });
    const half = await workspace.up();
    assert.notEqual(half.exitCode, 0);
    assert.match(half.output, /is created, but could not be read/);
    await succeed(workspace.up());
    const { organizations } = await simulator.state();
    assert.equal(organizations.filter(({ name }) => name === "Made").length, 1);
    const { made } = await workspace.exportState();
    assert.equal(made?.outputs.adopted, false);
  });

  it("passes on why Losant refuses to create one", async () => {
    workspace.program(`new losant.Organization("made", { name: "Made" });`);
    await simulator.putState((state) => {
      state.tokenScopes = ["org.*"];
    });
    const { exitCode, output } = await workspace.up();
    assert.notEqual(exitCode, 0);
    assert.match(output, /Listing organizations failed: GET \/orgs answered 403 .*orgs\.get, orgs\.\*/);
  });

  it("can be read by its id from another program", async () => {
    workspace.program(
      `const other = losant.Organization.get("other", "${simulator.orgId}"); exports.name = other.name;`,
    );
    await succeed(workspace.up());
    assert.deepEqual(await workspace.outputs(), { name: "Simulated Organization" });
    await succeed(workspace.destroy());
  });
});

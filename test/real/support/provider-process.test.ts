import assert from "node:assert/strict";
import { temporaryProject } from "../../support/project-folder";
import type { ProviderOptions } from "../../support/provider-calls";
import { ProviderError } from "../../support/provider-messages";
import { ProviderProcess } from "../../support/provider-process";
import { TestSimulator } from "../../support/simulator";

describe("a real dynamic-provider process, as the engine starts it", () => {
  let simulator: TestSimulator;
  let options: ProviderOptions;
  let provider: ProviderProcess;

  before(async () => {
    simulator = await TestSimulator.start();
    options = { folder: temporaryProject(), env: simulator.env };
  });

  beforeEach(async () => {
    simulator.reset();
    await simulator.addMember({ email: "bob@example.com", role: "view" });
    provider = await ProviderProcess.start(options);
  });

  afterEach(() => provider?.stop());
  after(() => simulator?.close());

  const bob = (more: object = {}) => ({ orgId: simulator.orgId, email: "bob@example.com", ...more });

  it("runs a member's whole life", async () => {
    const { inputs, failures } = await provider.check("orgMember", {}, bob({ role: "edit" }));
    assert.deepEqual(failures, []);
    const { id, outs } = await provider.create("orgMember", inputs);
    assert.equal((await provider.read("orgMember", id, outs)).id, id);
    assert.equal((await provider.diff("orgMember", id, outs, inputs)).changes, false);
    const changed = bob({ role: "admin" });
    assert.equal((await provider.diff("orgMember", id, outs, changed)).changes, true);
    const updated = await provider.update("orgMember", id, outs, changed);
    assert.equal(updated.outs.role, "admin");
    await ProviderProcess.during(options, (other) => other.delete("orgMember", id, updated.outs));
    assert.equal(await simulator.fetchMember("bob@example.com"), undefined);
    assert.equal((await provider.read("orgMember", id, updated.outs)).id, id, "the snapshot of a process");
  });

  it("tells what a check refused, and throws what a hook threw", async () => {
    const { inputs, failures } = await provider.check("orgMember", {}, bob({ role: "king" }));
    assert.deepEqual(inputs, bob({ role: "king" }), "nothing of __provider");
    assert.match(failures[0]?.reason ?? "", /role: must be one of admin/);
    await assert.rejects(
      provider.create("orgMember", bob({ email: "nobody@example.com" })),
      (error) => error instanceof ProviderError && /OrgMembership/.test(error.message) && !error.id,
    );
  });

  it("throws what a hook had done before it failed", async () => {
    await simulator.fault({ action: "org.get", status: 403 });
    const created = provider.create("organization", { name: "New", description: "Half done" });
    await assert.rejects(created, (error) => {
      assert.ok(error instanceof ProviderError);
      assert.match(error.id ?? "", /^[0-9a-f]{24}$/);
      assert.equal(error.properties?.name, "New");
      assert.equal(error.reasons?.length, 1);
      return true;
    });
  });

  it("gives what the process printed before it answered", async () => {
    await provider.check("orgMember", {}, bob({ role: "edit" }));
    assert.match(await provider.output(), /bob@example\.com is a member/);
  });

  it("says why a process did not start", async () => {
    await assert.rejects(
      ProviderProcess.start({ ...options, env: { NODE_OPTIONS: "--no-such-option" } }),
      /no-such-option/,
    );
  });
});

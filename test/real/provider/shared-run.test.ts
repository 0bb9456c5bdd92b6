import assert from "node:assert/strict";
import { readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolder } from "../../support/project-folder";
import type { Kind, Properties } from "../../support/provider-messages";
import { anotherEngine, ProviderProcess } from "../../support/provider-process";
import { day, StackSetting } from "../../support/stack-setting";

const ann = "ann@example.com";
const bob = "bob@example.com";

describe("several provider processes in one run", () => {
  const setting = StackSetting.inSuite();
  let engine: string;
  let temporary: string;
  const processes: ProviderProcess[] = [];

  beforeEach(() => {
    engine = anotherEngine();
    temporary = temporaryFolder("journals");
  });

  afterEach(async () => {
    for (const one of processes.splice(0)) await one.stop();
  });

  /** A process of the run. Its `TMPDIR`, on Windows `TEMP`, is the test's own. */
  const start = async (env: Record<string, string> = {}) => {
    const folders = { TMPDIR: temporary, TEMP: temporary, TMP: temporary };
    const options = { folder: setting.folder, engine, env: { ...setting.simulator.env, ...folders, ...env } };
    const provider = await ProviderProcess.start(options);
    processes.push(provider);
    return provider;
  };

  const declare = async (provider: ProviderProcess, kind: Kind, args: Properties) => {
    const { inputs, failures } = await provider.check(kind, {}, { orgId: setting.orgId, ...args });
    assert.deepEqual(failures, []);
    return provider.create(kind, inputs);
  };

  /** What a run before this one has recorded. */
  const recorded = (kind: Kind, args: Properties) =>
    ProviderProcess.during({ folder: setting.folder, env: setting.simulator.env }, (provider) =>
      declare(provider, kind, args),
    );

  const isRemoved = async (provider: ProviderProcess, kind: Kind, old: { id: string; outs: Properties }) => {
    await provider.delete(kind, old.id, old.outs);
    return setting.live(old.outs.email as string);
  };

  const journals = () => {
    const [folder = ""] = readdirSync(temporary);
    return readdirSync(join(temporary, folder)).map((name) => join(temporary, folder, name));
  };

  const team = async (size: number) => {
    const emails = Array.from({ length: size }, (_, index) => `p${index + 1}@example.com`);
    for (const email of emails) await setting.simulator.addMember({ email, role: "view" });
    return emails;
  };

  for (const [old, next] of [
    ["orgMembership", "orgMembership"],
    ["orgMember", "orgMembership"],
    ["orgMembership", "orgMember"],
    ["orgMembership", "orgRoster"],
  ] as const) {
    it(`evict nobody who moves from an ${old} in one to an ${next} in another`, async () => {
      await setting.simulator.addMember({ email: ann, role: "view" });
      const before = await recorded(old, { email: ann, role: "view" });
      const [mover, deleter] = [await start(), await start()];
      const args =
        next === "orgRoster"
          ? { members: { [ann]: "view" }, unmanaged: "ignore" }
          : { email: ann, role: "view" };
      await declare(mover, next, args);
      assert.equal(await isRemoved(deleter, old, before), "member view");
      assert.match(await deleter.output(), /ann@example\.com stays in organization .* declared elsewhere/);
    });
  }

  it("evict nobody whom a roster of another process drops", async () => {
    await setting.simulator.addMember({ email: ann, role: "view" });
    const args = { members: { [ann]: "view" }, unmanaged: "ignore" };
    const roster = await recorded("orgRoster", args);
    const [mover, rosters] = [await start(), await start()];
    await declare(mover, "orgMembership", { email: ann, role: "view" });
    const without = { ...args, orgId: setting.orgId, members: {}, allowEmpty: true };
    const { failures } = await rosters.check("orgRoster", { ...args, orgId: setting.orgId }, without);
    assert.deepEqual(failures, []);
    await rosters.update("orgRoster", roster.id, roster.outs, without);
    assert.equal(await setting.live(ann), "member view");
  });

  it("evict nobody whom a process declared that has crashed since", async () => {
    await setting.simulator.addMember({ email: ann, role: "view" });
    const before = await recorded("orgMembership", { email: ann, role: "view" });
    const mover = await start();
    await declare(mover, "orgMembership", { email: ann, role: "view" });
    await mover.kill();
    assert.equal(await isRemoved(await start(), "orgMembership", before), "member view");
  });

  it("remove who is declared nowhere", async () => {
    await setting.simulator.addMember({ email: ann, role: "view" });
    const before = await recorded("orgMembership", { email: ann, role: "view" });
    const [other, deleter] = [await start(), await start()];
    await declare(other, "orgMembership", { email: bob, role: "view" });
    assert.equal(await isRemoved(deleter, "orgMembership", before), "absent");
  });

  it("know nothing of a run of another engine", async () => {
    await setting.simulator.addMember({ email: ann, role: "view" });
    const before = await recorded("orgMembership", { email: ann, role: "view" });
    await declare(await start(), "orgMembership", { email: ann, role: "view" });
    engine = anotherEngine();
    assert.equal(await isRemoved(await start(), "orgMembership", before), "absent");
  });

  it("know nothing of an earlier run whose engine had the same address", async () => {
    await setting.simulator.addMember({ email: ann, role: "view" });
    const former = await start();
    const before = await declare(former, "orgMembership", { email: ann, role: "view" });
    await former.kill();
    const longAgo = new Date(Date.now() - day);
    for (const path of journals()) utimesSync(path, longAgo, longAgo);
    assert.equal(await isRemoved(await start(), "orgMembership", before), "absent");
  });

  it("send no second email within a week to who moves between them", async () => {
    const before = await recorded("orgMembership", { email: ann, role: "view" });
    await setting.revokeAllByHand();
    await setting.mails();
    const [reader, mover] = [await start(), await start()];
    await reader.read("orgMembership", before.id, before.outs);
    const { outs } = await declare(mover, "orgMembership", { email: ann, role: "view" });
    assert.equal(await setting.mails(), 0);
    assert.equal(outs.status, "withdrawn");
  });

  it("do not delete an organization that another process declares", async () => {
    const args = { deletionPolicy: "delete", forceDestroy: true };
    const before = await recorded("organization", args);
    const [mover, deleter] = [await start(), await start()];
    await declare(mover, "organization", args);
    await deleter.delete("organization", before.id, before.outs);
    assert.ok(await setting.simulator.fetchOrganization());
    assert.match(await deleter.output(), /the program declares it elsewhere/);
  });

  it("remove no more together than allowed, whichever comes first", async () => {
    const emails = await team(6);
    const states = await Promise.all(
      emails.map((email) => recorded("orgMembership", { email, role: "view" })),
    );
    const both = [await start({ LOSANT_MAX_REMOVALS: "4" }), await start({ LOSANT_MAX_REMOVALS: "4" })];
    const deletes = states.map(({ id, outs }, index) => both[index % 2]?.delete("orgMembership", id, outs));
    const results = await Promise.allSettled(deletes);
    const refusals = results.flatMap((one) => (one.status === "rejected" ? String(one.reason) : []));
    assert.equal(refusals.length, 2);
    assert.match(refusals.join("\n"), /removal limit reached \(4 of 4/);
    assert.equal(await setting.calls("org.removeMember"), 4);
  });

  it("take a share of the people from the first look of all", async () => {
    const emails = await team(15);
    const states = await Promise.all(
      emails.slice(0, 5).map((email) => recorded("orgMembership", { email, role: "view" })),
    );
    for (const { id, outs } of states.slice(0, 4)) await (await start()).delete("orgMembership", id, outs);
    const last = (await start()).delete("orgMembership", states[4]?.id ?? "", states[4]?.outs ?? {});
    await assert.rejects(last, /removal limit reached \(4 of 4; the organization had 16 people/);
  });

  it("keep no address in clear, in a file that others cannot read", async () => {
    await setting.simulator.addMember({ email: ann, role: "view" });
    const before = await declare(await start(), "orgMembership", { email: ann, role: "view" });
    await (await start()).read("orgMembership", before.id, before.outs);
    await declare(await start(), "orgRoster", { members: { [bob]: "view" }, unmanaged: "ignore" });
    const [path = "", ...others] = journals();
    assert.deepEqual(others, []);
    assert.doesNotMatch(readFileSync(path, "utf8"), /example\.com/);
    if (process.platform === "win32") return;
    assert.equal(statSync(path).mode & 0o777, 0o600);
    assert.equal(statSync(join(path, "..")).mode & 0o777, 0o700);
  });

  it("leave no files of runs that are over", async () => {
    const former = await start();
    await declare(former, "orgMembership", { email: ann, role: "view" });
    await former.kill();
    const longAgo = new Date(Date.now() - day);
    for (const path of journals()) utimesSync(path, longAgo, longAgo);
    engine = anotherEngine();
    await declare(await start(), "orgMembership", { email: ann, role: "view" });
    assert.equal(journals().length, 1);
  });

  it("remove nobody where they cannot share what they know, and say what to do", async () => {
    await setting.simulator.addMember({ email: ann, role: "view" });
    temporary = join(temporary, "a-file");
    writeFileSync(temporary, "");
    const provider = await start();
    const { id, outs } = await declare(provider, "orgMembership", { email: ann, role: "view" });
    const another = await start();
    await assert.rejects(another.delete("orgMembership", id, outs), /nothing is changed here.*TMPDIR/);
    assert.equal(await setting.live(ann), "member view");
  });
});

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { forms } from "../../../cli/export/options";
import { AnswerProxy } from "../../support/answer-proxy";
import type { Program } from "../../support/engine";
import { onBothFaces } from "../../support/faces";
import { fill } from "../../support/filled-organization";
import { notAllowed } from "../../support/not-allowed-values";
import { temporaryFolder } from "../../support/project-folder";
import type { Kind } from "../../support/provider-messages";
import { TestSimulator } from "../../support/simulator";
import { ok, StackSetting } from "../../support/stack-setting";
import { declaredBy } from "../../unit/cli/run-program";
import { runInProcess } from "./run-in-process";

const ways = [...forms.map((form) => [form]), ["yaml", "--teams"]];
const kinds: Record<string, Kind> = {
  Organization: "organization",
  OrgRoster: "orgRoster",
  OrgMembership: "orgMembership",
};

/** What the exported program in a folder declares. */
function programIn(folder: string): Program {
  const names = ["index.ts", "people.yaml"].filter((name) => existsSync(join(folder, name)));
  const files = Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), "utf8")]));
  const declared = declaredBy(files).map(({ kind, stated }, at) => {
    const known = kinds[kind] ?? assert.fail(`an exported program has no ${kind}`);
    return [`resource-${at}`, { kind: known, args: stated }];
  });
  return Object.fromEntries(declared);
}

onBothFaces("an exported program", (face) => {
  const setting = StackSetting.inSuite(face);

  beforeEach(async () => {
    await fill(setting.simulator, 60);
    await setting.writes();
  });

  const exported = async (...flags: string[]) => {
    const folder = temporaryFolder("export");
    const env = { ...setting.simulator.env, ...setting.env };
    const said = await runInProcess({ env }, "export", "--as", ...flags, "--out", folder);
    assert.equal(said.exitCode, 0, said.stderr);
    return { ...said, program: programIn(folder) };
  };

  const changesNothing = async (program: Program) => {
    const up = await setting.engine.up(program);
    ok(up);
    assert.equal(await setting.writes(), 0);
    const { operations } = await setting.engine.preview(program);
    assert.deepEqual([...new Set(Object.values(operations))], ["same"]);
    return up.printed;
  };

  for (const [form = "", ...flags] of ways) {
    it(`changes nothing at its first up, and then nothing differs: ${[form, ...flags].join(" ")}`, async () => {
      const { stdout, program } = await exported(form, ...flags);
      assert.match(stdout, /Wrote 65 people/);
      assert.doesNotMatch(await changesNothing(program), /to restore|will change|unmanaged|invited to/);
    });

    it(`leaves out what no program may state, and changes nothing: ${[form, ...flags].join(" ")}`, async () => {
      const proxy = await AnswerProxy.start(setting.simulator.url);
      proxy.add({ edit: notAllowed });
      setting.env.LOSANT_API_URL = proxy.url;
      try {
        const { stderr, program } = await exported(form, ...flags);
        assert.match(stderr, /warning: the resource Organization is left out: it cannot hold this name/);
        assert.match(stderr, /warning: left out: müller \(member, edit\): the address must be/);
        assert.match(stderr, /warning: left out: a b@x\.com \(invited, view\)/);
        assert.match(stderr, /warning: person2@example\.com: applicationRoles \(101\) are left out/);
        assert.match(stderr, /warning: invited1@example\.com: dashboardRoles \(2\) are left out: .* once/);
        await changesNothing(program);
      } finally {
        await proxy.close();
      }
    });
  }
});

describe("pulumi-losant export", () => {
  let simulator: TestSimulator;

  before(async () => {
    simulator = await TestSimulator.start();
  });
  beforeEach(() => simulator.reset());
  after(() => simulator?.close());

  const run = (folder: string, ...flags: string[]) =>
    runInProcess(simulator, "export", "--org", simulator.orgId, "--as", "roster", "--out", folder, ...flags);

  it("is the same each time, and overwrites nothing by itself", async () => {
    await fill(simulator, 60);
    const folder = temporaryFolder("export");
    const text = () => readFileSync(join(folder, "index.ts"), "utf8");
    const first = await run(folder);
    assert.equal(first.exitCode, 0, first.stderr);
    const before = text();
    const again = await run(folder);
    assert.equal(again.exitCode, 1);
    assert.match(again.stderr, /has .*index\.ts.* already.*--force/);
    assert.equal((await run(folder, "--force")).exitCode, 0);
    assert.equal(text(), before);
    assert.match(before, /\/\/ expired: invited5@example\.com: view, invited on/);
  });

  it("writes ids, and says so, without the scopes for names", async () => {
    await fill(simulator, 60);
    await simulator.putState((state) => {
      state.tokenScopes = ["org.*", "orgs.*", "me.get"];
    });
    const folder = temporaryFolder("export");
    const { exitCode, stderr } = await run(folder);
    assert.equal(exitCode, 0, stderr);
    assert.match(stderr, /warning: the token may not list applications .*applications\.get/);
    assert.match(readFileSync(join(folder, "index.ts"), "utf8"), /resourceId: "0+[\da-f]+"/);
  });

  it("takes two requests, and one for each hundred applications, of a large organization", async () => {
    await fill(simulator, 1000, 300);
    await simulator.clearRequests();
    const { exitCode, stderr } = await run(temporaryFolder("export"));
    assert.equal(exitCode, 0, stderr);
    const { total, byAction } = await simulator.requests();
    assert.deepEqual([total, byAction["applications.get"], byAction["dashboards.get"]], [6, 3, 1]);
  });
});

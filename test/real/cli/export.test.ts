import assert from "node:assert/strict";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { parse } from "yaml";
import { forms } from "../../../cli/export/forms";
import { peopleYaml } from "../../../people/write";
import { AnswerProxy, replacing } from "../../support/answer-proxy";
import { temporaryFolder } from "../../support/project-folder";
import { PulumiWorkspace } from "../../support/pulumi-workspace";
import { TestSimulator } from "../../support/simulator";
import { fill, idOf, oddNames, runHere } from "./live-organization";

const ways = [...forms.map((one) => [one]), ["yaml", "--teams"]];

/** What Losant may hold and no program may state, in the place of some of what the simulator has. */
const unstatable = replacing((_, value) => {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  if ("members" in value) return { ...value, name: "" };
  if (!("email" in value)) return value;
  return { ...value, ...Object.entries(odd).find(([email]) => email === value.email)?.[1] };
});
const odd = {
  "person1@example.com": { email: "müller@example.com" },
  "person4@example.com": { email: "bob@localhost" },
  "invited0@example.com": { email: "a b@x.com" },
  "person2@example.com": { applicationRoles: rolesOn(101) },
  "invited1@example.com": { dashboardRoles: [...rolesOn(1), ...rolesOn(1)] },
};

function rolesOn(resources: number) {
  return Array.from({ length: resources }, (_, at) => ({ resourceId: idOf(at), role: "view" }));
}

describe("export of a live organization", () => {
  let simulator: TestSimulator;
  let workspace: PulumiWorkspace;

  before(async () => {
    simulator = await TestSimulator.start();
    await fill(simulator, 60);
  });
  beforeEach(async () => {
    workspace = await PulumiWorkspace.create({ env: simulator.env });
    rmSync(join(workspace.folder, "Pulumi.yaml"));
    await simulator.clearRequests();
  });
  afterEach(() => workspace?.dispose());
  after(() => simulator?.close());

  const run = (...commandLine: string[]) => runHere(workspace.folder, simulator.env, ...commandLine);
  const succeed = async (...commandLine: string[]) => {
    const { exitCode, output } = await workspace.run(...commandLine);
    assert.equal(exitCode, 0, output);
    return output;
  };
  const writes = async () => {
    const { byAction } = await simulator.requests();
    const reads = /\.get$|pendingInvites|Counts/;
    return Object.keys(byAction).filter((action) => !reads.test(action));
  };

  for (const [form, ...flags] of ways) {
    it(`as ${[form, ...flags].join(" ")} changes nothing at its first up, and then nothing differs`, async () => {
      const { exitCode, output } = await run("export", "--as", form ?? "", ...flags, "--out", ".", "--force");
      assert.equal(exitCode, 0, output);
      assert.match(output, /Wrote 65 people/);
      await succeed("stack", "init", "dev", "--non-interactive");
      const up = await succeed("up", "--yes", "--skip-preview", "--non-interactive");
      assert.deepEqual(await writes(), []);
      assert.doesNotMatch(up, /to restore|will change|unmanaged|invited to/);
      await succeed("preview", "--expect-no-changes", "--non-interactive");
    });
  }

  for (const [form, ...flags] of ways) {
    it(`as ${[form, ...flags].join(" ")} leaves out what no program may state, and changes nothing`, async () => {
      const proxy = await AnswerProxy.start(simulator.url);
      proxy.edit(unstatable);
      try {
        workspace.env.LOSANT_API_URL = proxy.url;
        const env = { ...simulator.env, LOSANT_API_URL: proxy.url };
        const commandLine = ["export", "--as", form ?? "", ...flags, "--out", ".", "--force"];
        const { exitCode, stderr, output } = await runHere(workspace.folder, env, ...commandLine);
        assert.equal(exitCode, 0, output);
        assert.match(stderr, /warning: the resource Organization is left out: it cannot hold this name/);
        assert.match(stderr, /warning: left out: müller@example\.com \(member, edit\): the address must be/);
        assert.match(stderr, /warning: left out: a b@x\.com \(invited, view\)/);
        assert.match(stderr, /warning: person2@example\.com: applicationRoles \(101\) are left out/);
        assert.match(stderr, /warning: invited1@example\.com: dashboardRoles \(2\) are left out: .* once/);
        await succeed("stack", "init", "dev", "--non-interactive");
        await succeed("up", "--yes", "--skip-preview", "--non-interactive");
        assert.deepEqual(await writes(), []);
        await succeed("preview", "--expect-no-changes", "--non-interactive");
      } finally {
        await proxy.close();
      }
    });
  }

  it("is the same each time, and overwrites nothing by itself", async () => {
    const folder = temporaryFolder("export");
    const first = await run("export", "--as", "roster", "--out", folder);
    assert.equal(first.exitCode, 0, first.output);
    const text = () => readFileSync(join(folder, "index.ts"), "utf8");
    const before = text();
    const again = await run("export", "--as", "roster", "--out", folder);
    assert.equal(again.exitCode, 1);
    assert.match(again.output, /has .*index\.ts.* already.*--force/);
    assert.equal((await run("export", "--as", "roster", "--out", folder, "--force")).exitCode, 0);
    assert.equal(text(), before);
    assert.match(before, /\/\/ expired: invited5@example\.com: view, invited on/);
  });

  it("writes ids, and says so, without the scopes for names", async () => {
    const folder = temporaryFolder("export");
    await simulator.putState((state) => {
      state.tokenScopes = ["org.*", "orgs.*", "me.get"];
    });
    const { exitCode, output } = await run("export", "--out", folder);
    await simulator.putState((state) => {
      state.tokenScopes = ["all.User"];
    });
    assert.equal(exitCode, 0, output);
    assert.match(output, /warning: the token may not list applications .*applications\.get/);
    assert.match(readFileSync(join(folder, "index.ts"), "utf8"), /resourceId: "0+[\da-f]+"/);
  });

  it("needs --as yaml for --teams", async () => {
    const { exitCode, output } = await run("export", "--teams");
    assert.equal(exitCode, 2);
    assert.match(output, /--teams requires --as yaml/);
  });

  it("says what to do without a token", async () => {
    const { exitCode, output } = await runHere(workspace.folder, {}, "export");
    assert.equal(exitCode, 1);
    assert.match(output, /No API token is set.*npx pulumi-losant simulate/s);
  });
});

describe("export of a large organization", () => {
  let simulator: TestSimulator;

  before(async () => {
    simulator = await TestSimulator.start();
    await fill(simulator, 1000, 300);
  });
  after(() => simulator?.close());

  it("takes two requests, and one for each hundred applications", async () => {
    const folder = temporaryFolder("export");
    await simulator.clearRequests();
    const { exitCode, output } = await runHere(folder, simulator.env, "export", "--org", simulator.orgId);
    assert.equal(exitCode, 0, output);
    const { total, byAction } = await simulator.requests();
    assert.deepEqual([total, byAction["applications.get"], byAction["dashboards.get"]], [6, 3, 1]);
  });
});

describe("unit: people as YAML", () => {
  const role = fc.constantFrom("view" as const, "none" as const);
  const name = fc.oneof(
    fc.constantFrom(...oddNames),
    fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 }),
  );
  const usable = name.filter((text) => text !== "__proto__");

  it("read back as they were, whatever names they hold", () => {
    fc.assert(
      fc.property(fc.dictionary(usable, role, { minKeys: 1 }), fc.boolean(), (applications, inTeams) => {
        const people = ["ann@example.com", "bob@example.com"].map((email) => ({
          email,
          role: "view" as const,
          applications,
        }));
        const text = peopleYaml({ people, inTeams, notes: [] });
        const { teams, people: singles } = parse(text);
        assert.deepEqual(inTeams ? teams.view.applications : singles["ann@example.com"].applications, {
          ...applications,
        });
        assert.doesNotMatch(text, /[\u202A-\u202E\u2066-\u2069]/);
      }),
    );
  });
});

import assert from "node:assert/strict";
import { cpSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { projectFolder } from "../../tools/set-up/project";
import { PulumiWorkspace } from "../support/pulumi-workspace";
import { TestSimulator } from "../support/simulator";

const examplesFolder = join(projectFolder, "examples");
const examples = readdirSync(examplesFolder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

describe("examples", () => {
  let simulator: TestSimulator;
  let workspace: PulumiWorkspace;

  before(async () => {
    simulator = await TestSimulator.start();
  });

  beforeEach(async () => {
    simulator.reset();
    workspace = await PulumiWorkspace.create({ env: simulator.env });
  });

  afterEach(() => workspace?.dispose());
  after(() => simulator?.close());

  /** Copies files into a project of somebody else, and makes its stack. */
  const copyOut = async (folder: string, names: string[]) => {
    rmSync(join(workspace.folder, "index.js"));
    for (const name of names) {
      cpSync(join(folder, name), join(workspace.folder, name), {
        recursive: true,
        filter: (path) => !path.includes("node_modules"),
      });
    }
    await succeed("stack", "init", "dev", "--non-interactive");
    await succeed("config", "set", "orgId", simulator.orgId);
  };

  const succeed = async (...commandLine: string[]) => {
    const { exitCode, output } = await workspace.run(...commandLine);
    assert.equal(exitCode, 0, output);
    return output;
  };

  const live = async () => {
    await succeed("up", "--yes", "--skip-preview", "--non-interactive");
    await succeed("preview", "--expect-no-changes", "--non-interactive");
    const outputs = await workspace.outputs();
    await succeed("destroy", "--yes", "--skip-preview", "--non-interactive");
    return outputs;
  };

  const expected: Record<string, (outputs: Record<string, unknown>) => void> = {
    "organization-settings": ({ seats }) => assert.equal(seats, 2000),
    "members-and-invites": ({ waiting }) => assert.deepEqual(waiting, ["newcomer@example.com"]),
    "usage-figures": ({ devicesNow, billedPayloads }) =>
      assert.ok(Number(devicesNow) > 0 && Number(billedPayloads) > 0),
    team: ({ standing }) =>
      assert.deepEqual(standing, {
        "ann@example.com": "pending",
        "bob@example.com": "pending",
        "carol@example.com": "pending",
      }),
    "whole-organization": ({ pendingInvites }) => assert.equal(pendingInvites, 3),
  };

  for (const example of examples) {
    it(`${example} goes up, sees no change, and is destroyed, copied out of the clone`, async () => {
      await copyOut(join(examplesFolder, example), readdirSync(join(examplesFolder, example)));
      const check = expected[example];
      assert.ok(check, `examples/${example} has no expectation`);
      check(await live());
    });
  }

  it("the Pulumi.yaml of the clone runs a program", async () => {
    await copyOut(projectFolder, ["Pulumi.yaml", "examples"]);
    const { newcomerIs } = await live();
    assert.equal(newcomerIs, "pending");
  });
});

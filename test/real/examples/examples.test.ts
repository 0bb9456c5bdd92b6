import assert from "node:assert/strict";
import { cpSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Language } from "../../../tools/set-up/languages";
import { projectFolder } from "../../../tools/set-up/project";
import { programFile } from "../../support/program-language";
import { PulumiWorkspace } from "../../support/pulumi-workspace";
import { addPythonPackage } from "../../support/python-package";
import { TestSimulator } from "../../support/simulator";
import { testsLanguage } from "../../support/tests-language";

const examplesFolder = join(projectFolder, "examples");
// gitops/ has pipelines, and no program.
const examples = readdirSync(examplesFolder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== "gitops")
  .map((entry) => entry.name);

const languageOf = (example: string): Language =>
  example.startsWith("yaml-") ? "yaml" : example.startsWith("python-") ? "python" : "nodejs";

describe("examples on the real CLI, because only that runs whole programs in their languages", () => {
  let simulator: TestSimulator;
  let workspace: PulumiWorkspace;

  before(async () => {
    simulator = await TestSimulator.start();
  });

  beforeEach(() => simulator.reset());

  afterEach(() => workspace?.dispose());
  after(() => simulator?.close());

  /** Copies files into a project of somebody else, and makes its stack. */
  const copyOut = async (folder: string, names: string[], language: Language = "nodejs") => {
    workspace = await PulumiWorkspace.create({ env: simulator.env, language });
    rmSync(join(workspace.folder, programFile(language)));
    for (const name of names) {
      cpSync(join(folder, name), join(workspace.folder, name), {
        recursive: true,
        filter: (path) => !path.includes("node_modules"),
      });
    }
    if (language === "python") await addPythonPackage(workspace, join(projectFolder, "dist/schema.json"));
    await succeed("stack", "init", "dev", "--non-interactive");
  };

  const succeed = async (...commandLine: string[]) => {
    const { exitCode, output } = await workspace.run(...commandLine);
    assert.equal(exitCode, 0, output);
    return output;
  };

  const live = async () => {
    const orgId = ["--config", `orgId=${simulator.orgId}`];
    await succeed("up", "--yes", "--skip-preview", "--non-interactive", ...orgId);
    await succeed("preview", "--expect-no-changes", "--non-interactive");
    return workspace.outputs();
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
    "people-in-yaml": ({ members, pendingInvites }) => assert.deepEqual([members, pendingInvites], [1, 4]),
    "yaml-team": ({ organization, standing }) => {
      assert.equal(organization, "Simulated Organization");
      assert.deepEqual(standing, {
        "ann@example.com": "pending",
        "bob@example.com": "pending",
        "client@example.org": "pending",
      });
    },
    "python-roster": ({ organization, members, pendingInvites }) =>
      assert.deepEqual([organization, members, pendingInvites], ["Simulated Organization", 1, 3]),
  };

  const isTried = (example: string, language: Language) =>
    it(`${example} goes up and sees no change, copied out of the clone`, async () => {
      await copyOut(join(examplesFolder, example), readdirSync(join(examplesFolder, example)), language);
      const check = expected[example];
      assert.ok(check, `examples/${example} has no expectation`);
      check(await live());
    });

  for (const example of examples) {
    const language = languageOf(example);
    if (language === "nodejs") isTried(example, language);
    else {
      describe(`in ${language}`, () => {
        testsLanguage(language);
        isTried(example, language);
      });
    }
  }

  it("the Pulumi.yaml of the clone runs a program, and destroys it", async () => {
    await copyOut(projectFolder, ["Pulumi.yaml", "examples"]);
    const { newcomerIs } = await live();
    assert.equal(newcomerIs, "pending");
    await succeed("destroy", "--yes", "--skip-preview", "--non-interactive");
  });
});

import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { forms } from "../../../cli/export/options";
import { fileNames, projectFiles } from "../../../cli/export/project";
import { answersTo, type Known } from "../../../cli/init/answers";
import { Questions } from "../../../cli/init/ask";
import { temporaryFolder } from "../../support/project-folder";
import { memberOf, orgId } from "../samples";
import { snapshotOf } from "./snapshots";

/** What is asked and answered, with answers that are typed ahead. */
function asking(known: Known, ...typed: string[]) {
  const [input, output] = [new PassThrough(), new PassThrough()];
  input.end(typed.map((line) => `${line}\n`).join(""));
  const organizations = async () => [{ label: "Example", name: orgId, value: orgId }];
  const answers = answersTo(known, organizations, new Questions(input, output));
  return { answers, shown: () => String(output.read() ?? "") };
}

describe("pulumi-losant init in a folder that has files already", () => {
  const full = temporaryFolder("init");
  const people = temporaryFolder("init");
  before(() => {
    writeFileSync(join(full, "index.ts"), "");
    writeFileSync(join(people, "people.yaml"), "");
  });

  it("says so before it asks, where a flag says the folder", async () => {
    const { answers, shown } = asking({ out: full }, "1", "1");
    await assert.rejects(answers, /has index\.ts already\. Choose another folder with --out, or overwrite/);
    assert.equal(shown(), "");
  });

  it("says so after the form, where only that form has the file", async () => {
    await assert.rejects(asking({ out: people }, "1", "3").answers, /has people\.yaml already/);
    assert.equal((await asking({ out: people }, "1", "1").answers).folder, people);
  });

  it("says so right after the folder's answer, and asks for another one", async () => {
    const free = temporaryFolder("init");
    const { answers, shown } = asking({}, "1", "2", full, free);
    assert.deepEqual(await answers, { orgId, form: "memberships", inTeams: false, folder: free });
    assert.match(shown(), /has index\.ts already\..*--force.*\nFolder/);
  });

  it("asks nothing of it with --force", async () => {
    assert.equal((await asking({ force: true }, "1", "1", full).answers).folder, full);
    assert.equal((await asking({ force: true, out: full }, "1", "1").answers).folder, full);
  });

  it("says that a file of that name is no folder", async () => {
    await assert.rejects(
      asking({ out: join(full, "index.ts") }).answers,
      /index\.ts is a file, and no folder/,
    );
    mkdirSync(join(full, "new"));
    assert.equal((await asking({ out: join(full, "new") }, "1", "1").answers).form, "roster");
  });
});

describe("the form of pulumi-losant init", () => {
  for (const [typed, form, inTeams] of [
    ["1", "roster", false],
    ["2", "memberships", false],
    ["3", "yaml", false],
    ["4", "yaml", true],
    ["memberships", "memberships", false],
    ["yaml", "yaml", false],
    ["yaml with teams", "yaml", true],
  ] as const) {
    it(`is asked for together with teams: ${typed}`, async () => {
      const folder = temporaryFolder("init");
      const { answers, shown } = asking({}, orgId, typed, folder);
      assert.deepEqual(await answers, { orgId, form, inTeams, folder });
      assert.match(shown(), /3 {2}yaml: people in people\.yaml\n {2}4 {2}yaml with teams: .*people\.yaml/);
    });
  }

  it("has no teams by itself", async () => {
    const folder = temporaryFolder("init");
    assert.equal((await asking({ as: "yaml", out: folder }, "1").answers).inTeams, false);
    assert.equal((await asking({ as: "yaml", teams: true, out: folder }, "1").answers).inTeams, true);
  });
});

describe("the files of an export", () => {
  for (const form of forms) {
    it(`are known before the organization is read: ${form}`, async () => {
      const snapshot = await snapshotOf([memberOf("owner@example.com")]);
      const files = projectFiles(snapshot, form, false, { package: "1.0.0", pulumi: "3" });
      assert.deepEqual(Object.keys(files).sort(), [...fileNames(form)].sort());
    });
  }
});

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { exportCommand } from "../../../cli/export";
import { exportOrganization } from "../../../cli/export/export-organization";
import type { Form } from "../../../cli/export/options";
import { initCommand } from "../../../cli/init";
import { temporaryFolder } from "../../support/project-folder";
import { memberOf, orgId } from "../samples";
import { saidBy } from "./said";
import { clientOf } from "./snapshots";

const client = clientOf([memberOf("owner@example.com", { role: "admin" }), memberOf("ann@example.com")]);

function exporting(folder: string, form: Form, isForced = true) {
  return saidBy(() => exportOrganization(client, { orgId, form, folder, inTeams: false, isForced }));
}

describe("an export over a project", () => {
  const lost = /until, reason, owner, teams and comments in it are lost, unless it is under version control/;

  for (const [form, name] of [
    ["yaml", "people.yaml"],
    ["memberships", "index.ts"],
  ] as const) {
    it(`says that what ${name} said beyond Losant is lost`, async () => {
      const folder = temporaryFolder("export");
      await exporting(folder, form);
      const edited = join(folder, name);
      writeFileSync(edited, `${readFileSync(edited, "utf8")}\n// until 2027-01-31\n`);
      const { stderr } = await exporting(folder, form);
      const [line = "", ...others] = stderr.trim().split("\n");
      assert.deepEqual(others, []);
      assert.match(line, new RegExp(`^warning: .*${name} was overwritten`));
      assert.match(line, lost);
    });
  }

  it("says of any other file that it was overwritten", async () => {
    const folder = temporaryFolder("export");
    await exporting(folder, "roster");
    writeFileSync(join(folder, "package.json"), "{}");
    const { stderr } = await exporting(folder, "roster");
    assert.match(stderr, /^warning: .*package\.json was overwritten: .* version control\.\n$/);
    assert.doesNotMatch(stderr, lost);
  });

  it("says that a people.yaml is read no more", async () => {
    const folder = temporaryFolder("export");
    await exporting(folder, "yaml");
    const { stderr } = await exporting(folder, "memberships");
    assert.match(stderr, /people\.yaml is still there, but the program does not read it: --as memberships/);
  });

  it("says nothing of files that stay as they are, or were not there", async () => {
    const folder = temporaryFolder("export");
    for (const isForced of [false, true]) {
      assert.equal((await exporting(folder, "yaml", isForced)).stderr, "");
    }
  });

  for (const command of [exportCommand(), initCommand()]) {
    it(`is told of in the help of ${command.name()}`, () => {
      assert.match(command.helpInformation().replace(/\s+/g, " "), /--force .*until, reason, owner, teams/);
    });
  }
});

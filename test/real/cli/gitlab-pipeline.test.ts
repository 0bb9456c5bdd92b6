import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectFolder } from "../../../tools/set-up/project";
import { CliSetting, succeed } from "../../support/cli-setting";
import { GitLabStandIn } from "../../support/code-host";
import { nativeFace } from "../../support/faces";
import { GitLabRunner } from "../../support/pipelines/gitlab";

const command = join(projectFolder, "dist/cli/index.js");

describe("the pipeline of pulumi-losant ci gitlab, whose commands only a shell with the real CLI can run", () => {
  let setting: CliSetting;
  let host: GitLabStandIn;

  before(async () => {
    host = await GitLabStandIn.start();
    setting = await CliSetting.start(nativeFace);
    await setting.reset();
  });
  after(async () => {
    await setting?.close();
    await host?.close();
  });

  const declare = (people: Record<string, string>) =>
    setting.program(
      Object.entries(people)
        .map(
          ([name, more]) =>
            `new losant.OrgMembership("${name}", { orgId, email: "${name}@example.com", ${more} });`,
        )
        .join("\n"),
    );
  const texts = () => host.comments.map(({ text }) => text);
  const titles = () => host.issues.filter(({ isOpen }) => isOpen).map(({ title }) => title);

  it("plans merge requests, applies what was merged, and keeps an issue of what was changed by hand", async () => {
    const { workspace, simulator } = setting;
    const env = {
      ...host.env(),
      LOSANT_READ_TOKEN: simulator.token,
      PULUMI_BACKEND_URL: `file://${workspace.folder}`,
      PULUMI_CONFIG_PASSPHRASE: "test",
    };
    const token = { LOSANT_API_TOKEN: simulator.token };
    const jobs = new GitLabRunner(workspace, env);
    const deploying = new GitLabRunner(workspace, { ...env, ...token });
    await succeed(workspace.runOurs(command, "ci", "gitlab", "--stack", "dev", "--out", "."));

    declare({ eve: 'role: "view"' });
    await succeed(jobs.run("losant-plan"));
    const widget = JSON.parse(readFileSync(join(workspace.folder, "widget.json"), "utf8"));
    assert.deepEqual(widget, { create: 1, update: 0, delete: 0 });
    await succeed(jobs.run("losant-note"));
    assert.equal(texts().length, 1);
    assert.match(texts()[0] ?? "", /^<!-- pulumi-losant plan: dev -->\n\*\*1 gets access/);

    await succeed(deploying.run("losant-merged"));
    // Not without the file that was kept for it: nobody has approved anything else.
    declare({ eve: 'role: "admin"' });
    const refused = await deploying.run("losant-up");
    assert.notEqual(refused.exitCode, 0);
    assert.match(refused.output, /is not what was approved/);
    declare({ eve: 'role: "view"' });
    await succeed(deploying.run("losant-up"));
    await simulator.accept("eve@example.com");

    await simulator.setMember("eve@example.com", { role: "admin" });
    await succeed(jobs.run("losant-drift"));
    await succeed(jobs.run("losant-drift-issue"));
    assert.deepEqual(titles(), ["Losant is not as the program says: 1 changed by hand (stack dev)"]);
    await succeed(deploying.run("losant-ends"));
    assert.equal((await simulator.fetchMember("eve@example.com"))?.role, "view");
  });
});

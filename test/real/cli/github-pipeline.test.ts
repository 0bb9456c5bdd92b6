import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectFolder } from "../../../tools/set-up/project";
import { CliSetting, fail, succeed } from "../../support/cli-setting";
import { GitHubStandIn } from "../../support/code-host";
import { dynamicFace } from "../../support/faces";
import { WorkflowRunner } from "../../support/pipelines/workflow";

const command = join(projectFolder, "dist/cli/index.js");
const secretsOf = (token: string) => ({
  LOSANT_READ_TOKEN: token,
  LOSANT_API_TOKEN: token,
  PULUMI_CONFIG_PASSPHRASE: "test",
});

describe("the workflows of pulumi-losant ci github, whose commands only a shell with the real CLI can run", () => {
  let setting: CliSetting;
  let host: GitHubStandIn;

  before(async () => {
    host = await GitHubStandIn.start();
    setting = await CliSetting.start(dynamicFace);
    await setting.reset();
  });
  after(async () => {
    await setting?.close();
    await host?.close();
  });

  const roster = (members: Record<string, string>) =>
    setting.program(
      `new losant.OrgRoster("all", { orgId, unmanaged: "ignore", members: ${JSON.stringify(members)} });`,
    );

  /** A run of one of the workflows; `from`: the repository of a pull request's branch. */
  const run = async (name: string, { from = "acme/people", token = setting.simulator.token } = {}) => {
    const { GITHUB_TOKEN: hostToken, ...env } = host.env();
    // Where nothing is applied, what docs/gitops.md says of the token that may only read is enough.
    await setting.simulator.putState((state) => {
      state.tokenScopes = name === "up" ? ["all.User"] : ["org.get", "org.pendingInvites", "me.get"];
    });
    const isFork = from !== "acme/people";
    const contexts = {
      github: {
        repository: "acme/people",
        workspace: setting.workspace.folder,
        token: hostToken,
        event: { pull_request: { number: 7, user: { login: "ann" }, head: { repo: { full_name: from } } } },
      },
      secrets: isFork ? {} : secretsOf(token),
      vars: { PULUMI_BACKEND_URL: `file://${setting.workspace.folder}` },
    };
    return new WorkflowRunner(setting.workspace, env, contexts).run(`.github/workflows/losant-${name}.yml`);
  };
  const comments = () => host.comments.filter(({ author }) => author === host.author).map(({ text }) => text);
  const openIssues = () => host.issues.filter(({ isOpen }) => isOpen);

  it("plan pull requests, apply what was merged, and keep an issue of what was changed by hand", async () => {
    const { workspace, simulator } = setting;
    const owner = { "owner@example.com": "admin" };
    workspace.write("people.yaml", `people:\n  ann@example.com: view\n`);
    const ci = () => workspace.runOurs(command, "ci", "github", "--stack", "dev", "--out", ".");
    await succeed(ci());
    assert.match(await fail(ci()), /has \.github\/workflows\/losant-plan\.yml, .* already/);

    for (let index = 0; index < 150; index += 1) host.add("comments", "ann", `comment ${index}`);
    roster({ ...owner, "eve@example.com": "view" });
    const first = await run("plan");
    assert.deepEqual(first.results, { plan: "success", comment: "success", shapes: "skipped" }, first.output);
    assert.match(comments()[0] ?? "", /^<!-- pulumi-losant plan: dev -->\n\*\*1 gets access/);
    assert.match(first.summary, /^\*\*1 gets access/);

    const failed = await run("plan", { token: "wrong" });
    assert.deepEqual(
      failed.results,
      { plan: "failure", comment: "success", shapes: "skipped" },
      failed.output,
    );
    assert.match(comments()[0] ?? "", /the preview failed: not everything is known/);
    assert.equal(comments().length, 1);

    const requests = host.requests.length;
    const fork = await run("plan", { from: "mallory/people" });
    assert.deepEqual(fork.results, { plan: "skipped", comment: "skipped", shapes: "success" }, fork.output);
    assert.match(fork.summary, /nothing was compared with Losant/);
    assert.equal(host.requests.length, requests);

    const merged = await run("up");
    assert.deepEqual(merged.results, { plan: "success", up: "success" }, merged.output);
    assert.deepEqual(
      (await simulator.fetchInvites()).map(({ email }) => email),
      ["eve@example.com"],
    );

    await simulator.addMember({ email: "stranger@example.com", role: "admin" });
    const drift = await run("drift");
    assert.deepEqual(drift.results, { read: "success", issue: "success" }, drift.output);
    assert.deepEqual(
      openIssues().map(({ title }) => title),
      ["Losant is not as the program says: 1 not in the roster (stack dev)"],
    );
    await simulator.removeMember("stranger@example.com");
    await run("drift");
    assert.deepEqual(openIssues(), []);
    assert.doesNotMatch(
      readFileSync(join(workspace.folder, "plan.json"), "utf8"),
      new RegExp(simulator.token),
    );
  });
});

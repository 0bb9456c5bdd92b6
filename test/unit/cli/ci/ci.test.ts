import assert from "node:assert/strict";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pulumiImage } from "../../../../cli/ci/gitlab";
import { packageVersion } from "../../../../cli/package-version";
import { sdkVersion } from "../../../../tools/set-up/own-cli";
import { temporaryFolder } from "../../../support/project-folder";
import { runHere } from "../run-here";

/** A repository with a project in a folder of it. */
function repository(folder = "."): { root: string; project: string } {
  const root = temporaryFolder("repository");
  mkdirSync(join(root, ".git"));
  const project = join(root, folder);
  mkdirSync(project, { recursive: true });
  writeFileSync(join(project, "package.json"), "{}");
  writeFileSync(join(project, "package-lock.json"), "{}");
  return { root, project };
}

const read = (root: string, name: string) => readFileSync(join(root, ".github/workflows", name), "utf8");

describe("unit: pulumi-losant ci", () => {
  it("writes into the repository's folder, for a project in it and each of several stacks", async () => {
    const { root, project } = repository("infra/people");
    writeFileSync(join(project, "people.yaml"), "");
    const stacks = ["--stack", "staging", "--stack", "acme/people/prod"];
    const { exitCode, stdout } = await runHere("ci", "github", "--cwd", project, ...stacks, "--with-ends");
    assert.equal(exitCode, 0);
    assert.match(stdout, /secret LOSANT_READ_TOKEN.*"losant" with reviewers.*"losant-ends"/);
    const workflows = readdirSync(join(root, ".github/workflows")).sort();
    assert.deepEqual(workflows, ["losant-drift.yml", "losant-ends.yml", "losant-plan.yml", "losant-up.yml"]);
    const plan = read(root, "losant-plan.yml");
    assert.match(
      plan,
      /- \{ stack: staging, file: staging \}\n *- \{ stack: acme\/people\/prod, file: acme-people-prod \}/,
    );
    assert.match(plan, /working-directory: infra\/people\n/);
    assert.match(plan, /run: npx pulumi-losant roster check people\.yaml\n/);
    assert.ok(plan.includes(`pulumi-losant@${packageVersion()} comment`));
    assert.match(read(root, "losant-up.yml"), /paths: \["infra\/people\/\*\*"/);
  });

  it("names the environment and the branch that it is told", async () => {
    const { root, project } = repository();
    await runHere("ci", "github", "--cwd", project, "--environment", "people", "--branch", "release/1");
    assert.match(read(root, "losant-up.yml"), /branches: \[release\/1\][\s\S]*environment: people\n/);
    assert.ok(!existsSync(join(root, ".github/workflows/losant-ends.yml")));
  });

  it("overwrites nothing, unless it is told to", async () => {
    const { root, project } = repository();
    await runHere("ci", "github", "--cwd", project);
    writeFileSync(join(root, ".github/workflows/losant-up.yml"), "mine");
    const { exitCode, stderr } = await runHere("ci", "github", "--cwd", project);
    assert.equal(exitCode, 1);
    assert.match(stderr, /has \S*losant-plan\.yml, .* already\. .*--force/);
    assert.equal(read(root, "losant-up.yml"), "mine");
    assert.equal((await runHere("ci", "github", "--cwd", project, "--force")).exitCode, 0);
    assert.notEqual(read(root, "losant-up.yml"), "mine");
  });

  it("leaves GitLab's own file as it is, and says what to add", async () => {
    const { root, project } = repository();
    writeFileSync(join(root, ".gitlab-ci.yml"), "mine");
    const { stdout } = await runHere("ci", "gitlab", "--cwd", project, "--force");
    assert.match(
      stdout,
      /Add to \.gitlab-ci\.yml, unless it is there:\n\ninclude:\n {2}- local: losant\.gitlab-ci\.yml/,
    );
    assert.equal(readFileSync(join(root, ".gitlab-ci.yml"), "utf8"), "mine");
    const { root: other, project: fresh } = repository();
    await runHere("ci", "gitlab", "--cwd", fresh);
    assert.match(readFileSync(join(other, ".gitlab-ci.yml"), "utf8"), /^include:/);
  });

  for (const [title, exitCode, pattern, ...commandLine] of [
    ["a host that it does not know", 2, /Allowed choices are github, gitlab/, "ci", "bitbucket"],
    ["a stack with a blank", 2, /must be a stack's name/, "ci", "github", "--stack", "my stack"],
    ["a stack that is named twice", 2, /named twice/, "ci", "github", "--stack", "a", "--stack", "a"],
    ["a branch that would be YAML", 2, /must begin with a letter/, "ci", "github", "--branch", "main]"],
    [
      "an environment that would be an expression",
      2,
      /must begin with a letter/,
      "ci",
      "gitlab",
      "--environment",
      "{{ x }}",
    ],
    [
      "a folder without a project",
      1,
      /has no package\.json: .*--cwd/,
      "ci",
      "github",
      "--cwd",
      temporaryFolder("empty"),
    ],
  ] as const) {
    it(`refuses ${title}`, async () => {
      const result = await runHere(...commandLine);
      assert.equal(result.exitCode, exitCode, result.stderr);
      assert.match(result.stderr, pattern);
    });
  }

  it("refuses a project outside of the repository, or whose folder's name is no plain one", async () => {
    const { project } = repository("my people");
    assert.match(
      (await runHere("ci", "github", "--cwd", project)).stderr,
      /no folder below .* with a plain name/,
    );
    const outside = ["--out", temporaryFolder("other")];
    assert.match((await runHere("ci", "github", "--cwd", project, ...outside)).stderr, /no folder below/);
  });

  it("takes on GitLab the release of the CLI that the package is tested with", () => {
    assert.equal(pulumiImage, `pulumi/pulumi-nodejs:${sdkVersion}`);
  });

  it("warns where npm ci would fail", async () => {
    const project = temporaryFolder("no-lock");
    writeFileSync(join(project, "package.json"), "{}");
    const { exitCode, stderr } = await runHere("ci", "github", "--cwd", project, "--out", project);
    assert.equal(exitCode, 0);
    assert.match(stderr, /no package-lock\.json, which npm ci needs/);
  });
});

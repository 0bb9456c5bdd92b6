import assert from "node:assert/strict";
import { cpSync, existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { execute, succeed } from "../../../tools/set-up/execute";
import { type Linter, linters } from "../../../tools/set-up/linters";
import { projectFolder } from "../../../tools/set-up/project";
import { cleanEnvironment } from "../../support/environment";
import { needsLinter } from "../../support/needs";
import { temporaryFolder } from "../../support/project-folder";

const examples = join(projectFolder, "examples/gitops");
const workflows = ["github", "github-monorepo"].flatMap((name) => {
  const folder = join(examples, name, ".github/workflows");
  return readdirSync(folder).map((file) => join(folder, file));
});

function testsLinter(linter: Linter): void {
  needsLinter(linter);
  before(function () {
    if (existsSync(linter.path)) return;
    console.log(`    skipped: ${linter.name} is not there; node tools/set-up.mjs --all-languages says why`);
    this.skip();
  });
}

describe("actionlint, a process of its own, of the GitHub workflows", () => {
  testsLinter(linters.actionlint);

  it("finds nothing", async () => {
    const { exitCode, output } = await execute(linters.actionlint.path, workflows);
    assert.deepEqual({ exitCode, output }, { exitCode: 0, output: "" });
  });
});

describe("zizmor, a process of its own, of the GitHub workflows", () => {
  testsLinter(linters.zizmor);

  it("finds no way to misuse them, pedantically", async () => {
    const flags = ["--offline", "--no-progress", "--persona", "pedantic"];
    const { exitCode, output } = await execute(linters.zizmor.path, [...flags, ...workflows]);
    assert.equal(exitCode, 0, output);
    assert.match(output, /No findings to report/);
  });
});

const Listed = z.array(z.object({ name: z.string(), when: z.string() }));

describe("gitlab-ci-local, a process of its own, of the GitLab pipelines", () => {
  testsLinter(linters.gitlab);

  const sameProject = { CI_MERGE_REQUEST_SOURCE_PROJECT_ID: "5", CI_MERGE_REQUEST_PROJECT_ID: "5" };
  const fork = { CI_MERGE_REQUEST_SOURCE_PROJECT_ID: "6", CI_MERGE_REQUEST_PROJECT_ID: "5" };
  const ofMain = { CI_COMMIT_BRANCH: "main", CI_DEFAULT_BRANCH: "main" };
  const token = { GITLAB_TOKEN: "token" };

  async function lister(example: string, ...flags: string[]): Promise<string> {
    const cwd = await repository(example);
    const commandLine = [linters.gitlab.path, "--list-json", "--no-evaluate-rule-changes", ...flags];
    const { exitCode, stdout, output } = await execute(process.execPath, commandLine, {
      cwd,
      env: cleanEnvironment(),
    });
    assert.equal(exitCode, 0, output);
    return stdout;
  }

  /** The jobs that run for a pipeline with such variables. */
  async function jobsOf(
    example: string,
    source: string,
    variables: Record<string, string>,
  ): Promise<string[]> {
    const all = Object.entries({ ...variables, CI_PIPELINE_SOURCE: source });
    const stated = all.flatMap(([name, value]) => ["--variable", `${name}=${value}`]);
    const stdout = await lister(example, "--no-json-schema-validation", ...stated);
    const listed = Listed.parse(JSON.parse(stdout.slice(stdout.search(/^\[\s*(\{|\]|$)/m))));
    return listed
      .filter(({ when }) => when !== "never")
      .map(({ name, when }) => `${name.split(":")[0]} ${when}`);
  }

  async function repository(example: string): Promise<string> {
    const folder = temporaryFolder("gitlab");
    cpSync(join(examples, example), folder, { recursive: true });
    const git = (...commandLine: string[]) => succeed("git", ["-C", folder, ...commandLine]);
    await git("init", "--quiet", "--initial-branch", "main");
    await git("add", "--all");
    await git("-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "--quiet", "--message", "all");
    await git("remote", "add", "origin", "git@gitlab.example:acme/people.git");
    return folder;
  }

  for (const example of ["gitlab", "gitlab-monorepo"]) {
    it(`compares ${example} with GitLab's schema, which it has`, async () => {
      await lister(example);
    });
  }

  for (const [title, example, source, variables, jobs] of [
    [
      "a merge request",
      "gitlab",
      "merge_request_event",
      { ...sameProject, ...token },
      ["losant-plan on_success", "losant-note always"],
    ],
    [
      "a merge request, without a token",
      "gitlab",
      "merge_request_event",
      sameProject,
      ["losant-plan on_success"],
    ],
    [
      "a merge request of a fork",
      "gitlab",
      "merge_request_event",
      { ...fork, ...token },
      ["losant-shapes on_success"],
    ],
    ["a merge", "gitlab", "push", ofMain, ["losant-merged on_success", "losant-up manual"]],
    ["a push to another branch", "gitlab", "push", { ...ofMain, CI_COMMIT_BRANCH: "other" }, []],
    [
      "the nightly schedule",
      "gitlab",
      "schedule",
      { ...ofMain, ...token, LOSANT_SCHEDULE: "drift" },
      ["losant-drift on_success", "losant-drift-issue always"],
    ],
    [
      "the daily schedule, of two stacks",
      "gitlab-monorepo",
      "schedule",
      { ...ofMain, LOSANT_SCHEDULE: "ends" },
      ["losant-ends on_success", "losant-ends on_success"],
    ],
    ["somebody else's schedule", "gitlab", "schedule", ofMain, []],
  ] as const) {
    it(`runs the right jobs for ${title}`, async () => {
      assert.deepEqual(await jobsOf(example, source, variables), jobs);
    });
  }
});

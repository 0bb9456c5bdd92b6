import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { nextSteps } from "../../../cli/export/next-steps";
import { install } from "../../../cli/init/install";
import { temporaryFolder } from "../../support/project-folder";
import { TestSimulator } from "../../support/simulator";
import { runInProcess } from "./run-in-process";

const all = (folder: string) => `Next: cd ${folder}, npm install, pulumi stack init prod, pulumi up.`;

describe("the next steps", () => {
  let simulator: TestSimulator;

  before(async () => {
    simulator = await TestSimulator.start();
  });
  after(() => simulator?.close());

  for (const [command, ...flags] of [["export"], ["init", "--no-install"]]) {
    it(`stand at the end of ${command}, with npm install where it was not run`, async () => {
      const folder = temporaryFolder("next");
      const where = ["--org", simulator.orgId, "--as", "roster", "--out", folder];
      const { exitCode, stdout } = await runInProcess(simulator, command ?? "", ...where, ...flags);
      assert.equal(exitCode, 0);
      assert.equal(
        stdout.trim().split("\n").at(-1),
        `${all(folder)} The first up changes nothing at Losant.`,
      );
    });
  }

  it("need no npm install that was run, and no way to where one is", () => {
    const short = "Next: pulumi stack init prod, pulumi up. The first up changes nothing at Losant.";
    for (const here of [".", "./", process.cwd()]) assert.equal(nextSteps(here, true), short);
    assert.match(nextSteps("people", true), /^Next: cd people, pulumi stack/);
  });

  for (const [folder, quoted] of [
    ["people", "people"],
    ["./a-b/c_d.1", "./a-b/c_d.1"],
    ["my people", "'my people'"],
    ["a $(touch pwned) b", "'a $(touch pwned) b'"],
    ["$HOME`id`", "'$HOME`id`'"],
    ["it's", "'it'\\''s'"],
    ["~ann", "'~ann'"],
    ["a;b", "'a;b'"],
    ["-", "./-"],
    ["-x y", "'./-x y'"],
  ] as const) {
    it(`can be typed into a shell: ${folder}`, () => {
      assert.ok(
        nextSteps(folder, false).startsWith(`Next: cd ${quoted}, npm install`),
        nextSteps(folder, false),
      );
    });
  }

  it("say after npm install failed what failed, what to do, and how to go on", () => {
    const folder = temporaryFolder("next");
    writeFileSync(join(folder, "package.json"), "no JSON");
    assert.throws(
      () => install(folder),
      ({ message }: Error) => {
        assert.match(message, /^npm install failed in .* \(exit code 1\): see its output above/);
        assert.match(message, /The project is written, and nothing has changed at Losant\./);
        assert.match(message, /Fix the cause, such as the registry, a proxy or the version of Node/);
        assert.ok(message.endsWith(`${all(folder)} The first up changes nothing at Losant.`), message);
        return true;
      },
    );
  });

  it("say that npm could not be started", () => {
    const folder = join(temporaryFolder("next"), "away");
    assert.throws(() => install(folder), /npm could not be started in .*ENOENT/);
  });
});

describe("scenario: pulumi-losant init --ci", () => {
  it("writes the project and its pipeline, or neither", async () => {
    const simulator = await TestSimulator.start();
    const folder = join(temporaryFolder("init"), "people");
    const flags = [
      "--no-install",
      "--org",
      simulator.orgId,
      "--as",
      "yaml",
      "--out",
      folder,
      "--ci",
      "github",
    ];
    try {
      mkdirSync(join(folder, ".github/workflows"), { recursive: true });
      mkdirSync(join(folder, ".git"));
      const plan = join(folder, ".github/workflows/losant-plan.yml");
      writeFileSync(plan, "mine");
      const refused = await runInProcess(simulator, "init", ...flags);
      assert.equal(refused.exitCode, 1);
      assert.match(refused.stderr, /losant-plan\.yml already/);
      assert.ok(!existsSync(join(folder, "people.yaml")));
      const { exitCode, stdout } = await runInProcess(simulator, "init", ...flags, "--force");
      assert.equal(exitCode, 0);
      assert.match(
        stdout,
        /Wrote \.github\/workflows\/losant-plan\.yml, [\s\S]*LOSANT_READ_TOKEN[\s\S]*Next: /,
      );
      assert.match(readFileSync(plan, "utf8"), /npx pulumi-losant roster check people\.yaml/);
    } finally {
      await simulator.close();
    }
  });
});

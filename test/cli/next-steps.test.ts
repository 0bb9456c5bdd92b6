import assert from "node:assert/strict";
import { join } from "node:path";
import { nextSteps } from "../../cli/export/next-steps";
import { install } from "../../cli/init/install";
import { temporaryFolder } from "../support/project-folder";
import { TestSimulator } from "../support/simulator";
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

  it("can be typed where the folder has blanks in its name", () => {
    assert.match(nextSteps("my people", false), /^Next: cd "my people", npm install/);
  });

  it("are told where npm install fails", () => {
    const folder = join(temporaryFolder("next"), "away");
    assert.throws(
      () => install(folder),
      (error) => String(error).includes("npm install failed") && String(error).includes(all(folder)),
    );
  });
});

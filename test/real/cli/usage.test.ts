import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { standalone, usageSections } from "../../../usage/charts";
import { Usage } from "../../../usage/figures";
import { temporaryFolder } from "../../support/project-folder";
import { TestSimulator } from "../../support/simulator";
import { runBuilt } from "./run-built";

describe("pulumi-losant usage as it is built, because what draws is bundled into it", () => {
  let simulator: TestSimulator;

  before(async () => {
    simulator = await TestSimulator.start();
  });
  after(() => simulator?.close());

  it("writes the same pictures as the sources draw", async () => {
    const folder = temporaryFolder("usage");
    const { exitCode, stdout, stderr } = await runBuilt(
      folder,
      simulator.env,
      "usage",
      "--json",
      "--svg",
      "pictures",
    );
    assert.equal(exitCode, 0, stderr);
    const [usage] = Usage.parse(JSON.parse(stdout)).organizations;
    assert.ok(usage);
    const sections = await usageSections(usage);
    assert.equal(sections.length, 7);
    for (const { id, svg } of sections) {
      const written: string = readFileSync(join(folder, "pictures", `${usage.orgId}-${id}.svg`), "utf8");
      assert.equal(written, standalone(svg), id);
    }
  });
});

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packageIsBuilt } from "../../support/needs";
import { temporaryFolder } from "../../support/project-folder";
import { runBuilt } from "./run-built";

describe("pulumi-losant report of the built package, as only that lacks what is not built into it", () => {
  before(packageIsBuilt);

  it("writes the page of a simulated organization without an account, and ends by itself", async () => {
    const folder = temporaryFolder("report-built");
    const { exitCode, output } = await runBuilt(folder, {}, "report", "--simulated", "60");
    assert.equal(exitCode, 0, output);
    assert.match(output, /^Wrote losant-report\.html: 61 people and 2 invites of Simulated Organization;/m);
    assert.match(readFileSync(join(folder, "losant-report.html"), "utf8"), /<script>.+<\/script>/s);
  });
});

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { script, style } from "../../../report/page/assets";
import { pageAssets } from "../../../tools/report-page/assets";
import { projectFolder } from "../../../tools/set-up/project";

describe("the script and the style of the report's page", () => {
  it("are those of report/browser: npm run schema writes them", async () => {
    assert.equal(readFileSync(join(projectFolder, "report/page/assets.ts"), "utf8"), await pageAssets());
  });

  it("end no element of the page", () => {
    assert.doesNotMatch(script + style, /<\/|<!--/);
  });
});

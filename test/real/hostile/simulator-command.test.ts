import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { assertPlain, hostileTexts } from "../../scenarios/hostile/hostile-texts";
import { temporaryFolder } from "../../support/project-folder";
import { runCommand } from "../cli/run-command";

describe("hostile text in a state file of the simulator's command", () => {
  for (const [what, text] of Object.entries(hostileTexts)) {
    it(`${what}: steers no terminal`, async () => {
      const path = join(temporaryFolder("simulator"), "state.json");
      writeFileSync(
        path,
        JSON.stringify({ [text]: text, token: { [text]: text }, organizations: [{ id: text }] }),
      );
      const { code, stdout, stderr } = await runCommand("simulate", "--state", path);
      assert.equal(code, 1, stdout);
      assertPlain(stdout + stderr);
    });
  }
});

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { succeed } from "../../support/cli-setting";
import { PulumiWorkspace } from "../../support/pulumi-workspace";
import { testsLanguage } from "../../support/tests-language";

const schema = {
  name: "greetings",
  version: "1.0.0",
  types: { "greetings:index:Word": { type: "string", enum: [{ value: "hello" }] } },
  resources: { "greetings:index:Card": { inputProperties: { text: { type: "string" } } } },
};

describe("code for Node on the real CLI, because only that generates it", () => {
  testsLanguage("nodejs");

  it("comes from a schema", async () => {
    const workspace = await PulumiWorkspace.create();
    workspace.write("schema.json", JSON.stringify(schema));
    const generate = ["package", "gen-sdk", "schema.json", "--language", "nodejs", "--out", "generated"];
    await succeed(workspace.run(...generate));
    assert.ok(existsSync(join(workspace.folder, "generated/nodejs/card.ts")));
    await workspace.dispose();
  });
});

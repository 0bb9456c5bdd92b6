import assert from "node:assert/strict";
import { succeed } from "./cli-setting";
import type { ProgramLanguage } from "./program-language";
import { PulumiWorkspace } from "./pulumi-workspace";
import { testsLanguage } from "./tests-language";

/** Previews a program and brings it up; gives its outputs. */
async function outputsOf(language: ProgramLanguage, program: string): Promise<Record<string, unknown>> {
  const workspace = await PulumiWorkspace.create({ language, program });
  try {
    assert.match(await succeed(workspace.preview()), /greeting: "hello Ann"/);
    await succeed(workspace.up());
    return await workspace.outputs();
  } finally {
    await workspace.dispose();
  }
}

describe("a program in YAML", () => {
  testsLanguage("yaml");

  it("runs in a workspace of the Pulumi CLI", async () => {
    const program = `variables: { name: Ann }\noutputs: { greeting: "hello \${name}" }`;
    assert.deepEqual(await outputsOf("yaml", program), { greeting: "hello Ann" });
  });
});

describe("a program in Python", () => {
  testsLanguage("python");

  it("runs in a workspace of the Pulumi CLI", async () => {
    const program = `import pulumi\npulumi.export("greeting", pulumi.Output.concat("hello ", "Ann"))`;
    assert.deepEqual(await outputsOf("python", program), { greeting: "hello Ann" });
  });
});

import assert from "node:assert/strict";
import { join } from "node:path";
import { ensureLinters, type Linter } from "../../../tools/set-up/linters";
import { temporaryFolder } from "../../support/project-folder";

describe("what lints pipelines", () => {
  const say = console.error;
  let said: string;
  let got: string[];

  beforeEach(() => {
    said = "";
    got = [];
    console.error = (line: string) => {
      said += `${line}\n`;
    };
  });
  afterEach(() => {
    console.error = say;
  });

  const linter = (name: string, path: string, failure?: string): Linter => ({
    name,
    path,
    get: async () => {
      if (failure !== undefined) throw new Error(failure);
      got.push(name);
    },
  });
  const nowhere = join(temporaryFolder("linters"), "none");

  it("is got where it is missing", async () => {
    await ensureLinters([linter("a", __filename), linter("b", nowhere)]);
    assert.deepEqual(got, ["b"]);
    assert.equal(said, "Getting b …\n");
  });

  it("is no reason to stop where it cannot be had: that is told with the reason, and the next one is got", async () => {
    await ensureLinters([linter("a", nowhere, "no go"), linter("b", nowhere)]);
    assert.match(said, /Tests with it will skip: a could not be had\.\nno go\n/);
    assert.deepEqual(got, ["b"]);
  });
});

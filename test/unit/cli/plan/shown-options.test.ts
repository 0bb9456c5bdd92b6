import assert from "node:assert/strict";
import { stackInYaml } from "../../../../cli/ci/options";
import { shownOptions } from "../../../../cli/plan/shown-options";

describe("unit: what files show of options", () => {
  it("is no value of the configuration, which may be a token", () => {
    const options = ["--refresh", "-c", "losant:apiToken=s3cr=t", "--config", "a=b", "--config=a=b", "-ca=b"];
    assert.equal(shownOptions(options), "--refresh -c losant:apiToken=… --config a=… --config=a=… -ca=…");
    assert.equal(
      shownOptions(["--target", "urn=x", "--config-file", "a.yaml"]),
      "--target urn=x --config-file a.yaml",
    );
  });

  it("is a stack's name as text, which YAML would take for a number or a truth", () => {
    assert.deepEqual(["prod", "acme/people/prod", "1.10", "true", "0x10", "-a"].map(stackInYaml), [
      "prod",
      "acme/people/prod",
      '"1.10"',
      '"true"',
      '"0x10"',
      '"-a"',
    ]);
  });
});

import assert from "node:assert/strict";
import { pluginFileNames, pluginTarball } from "../../../../tools/release/plugin-tarball";

const sources = { package: "1.2.3", sdk: ">=3 <4" };

describe("the plugin that Pulumi downloads", () => {
  it("has a name for each system", () => {
    const names = pluginFileNames("1.2.3");
    assert.equal(names.length, 6);
    assert.ok(names.includes("pulumi-resource-losant-v1.2.3-darwin-arm64.tar.gz"));
    assert.ok(names.includes("pulumi-resource-losant-v1.2.3-windows-amd64.tar.gz"));
  });

  it("is the same whenever it is made", () => {
    assert.deepEqual(pluginTarball("1.2.3", sources), pluginTarball("1.2.3", sources));
    assert.deepEqual([...pluginTarball("1.2.3", sources).subarray(4, 10)], [0, 0, 0, 0, 0, 255]);
  });
});

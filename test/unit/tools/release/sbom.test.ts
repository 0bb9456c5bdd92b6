import assert from "node:assert/strict";
import { billOfPackage } from "../../../../tools/release/sbom";

const development = { name: "cdx:npm:package:development", value: "true" };
const path = { name: "cdx:npm:package:path", value: "somewhere" };
const bill = {
  bomFormat: "CycloneDX",
  metadata: { component: { "bom-ref": "ours@1.0.0", name: "folder", type: "library" } },
  components: [
    { "bom-ref": "zod@4.0.0", licenses: [] },
    { "bom-ref": "grpc@1.0.0", properties: [path, development] },
    { "bom-ref": "mocha@12.0.0", properties: [development] },
  ],
  dependencies: [
    { ref: "ours@1.0.0", dependsOn: ["zod@4.0.0", "grpc@1.0.0", "mocha@12.0.0"] },
    { ref: "mocha@12.0.0", dependsOn: ["zod@4.0.0"] },
    { ref: "grpc@1.0.0", dependsOn: [] },
  ],
};

describe("the package's bill of materials", () => {
  const made = billOfPackage(JSON.stringify(bill), "ours", ["grpc@1.0.0"]);

  it("has what users install and what is bundled, without the tools", () => {
    assert.deepEqual(made.components, [
      { "bom-ref": "zod@4.0.0", licenses: [], properties: [] },
      { "bom-ref": "grpc@1.0.0", properties: [path] },
    ]);
  });

  it("refers to nothing that it leaves out", () => {
    assert.deepEqual(made.dependencies, [
      { ref: "ours@1.0.0", dependsOn: ["zod@4.0.0", "grpc@1.0.0"] },
      { ref: "grpc@1.0.0", dependsOn: [] },
    ]);
  });

  it("has the package's name, and keeps the rest", () => {
    assert.deepEqual(made.metadata.component, { ...bill.metadata.component, name: "ours" });
    assert.equal(made.bomFormat, "CycloneDX");
  });
});

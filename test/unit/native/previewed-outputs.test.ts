import assert from "node:assert/strict";
import { previewedCreate, previewedUpdate } from "../../../native/previewed-outputs";
import { unknownValue } from "../../../provider/vocabulary/unknown-values";

const names = {
  arguments: ["orgId", "role", "lists"],
  outputs: ["orgId", "role", "lists", "status", "__people"],
};

describe("what a preview foretells", () => {
  it("of a create: what is stated, and nothing of what is not shown", () => {
    assert.deepEqual(previewedCreate({ orgId: "a", role: unknownValue }, names), {
      orgId: "a",
      role: unknownValue,
      lists: unknownValue,
      status: unknownValue,
    });
  });

  it("of an update: what was never stated stays, what is taken out may become anything", () => {
    const recorded = { orgId: "a", role: "view", lists: [], status: "active", __people: "secret" };
    assert.deepEqual(previewedUpdate(recorded, ["orgId", "role"], { orgId: "a" }, names), {
      orgId: "a",
      role: unknownValue,
      lists: [],
      status: unknownValue,
    });
  });

  it("of an update: what is stated wins over what is recorded", () => {
    const { role } = previewedUpdate({ role: "view" }, [], { role: "edit" }, names);
    assert.equal(role, "edit");
  });
});

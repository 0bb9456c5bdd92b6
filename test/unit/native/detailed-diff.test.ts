import assert from "node:assert/strict";
import { detailedDiff } from "../../../native/detailed-diff";
import { differenceOf } from "../../../native/diff-response";
import { PropertyDiff } from "../../../native/protocol";

type Properties = Record<string, unknown>;

/** Where everything that is recorded was stated. */
const changes = (recorded: Properties, stated: Properties, statedBefore = Object.keys(recorded)) =>
  Object.fromEntries(detailedDiff({ recorded, statedBefore, stated }));

describe("a difference by paths", () => {
  it("is empty where nothing differs", () => {
    assert.deepEqual(changes({ a: [{ b: 1 }], c: {} }, { a: [{ b: 1 }], c: {} }), {});
  });

  it("names what was changed, added and taken out", () => {
    assert.deepEqual(changes({ a: 1, b: 2 }, { a: 3, c: 4 }), { a: "update", c: "add", b: "delete" });
  });

  it("goes into objects and lists", () => {
    assert.deepEqual(changes({ a: { b: [1, { c: 2 }], d: 3 } }, { a: { b: [1, { c: 4 }, 5], e: 6 } }), {
      "a.b[1].c": "update",
      "a.b[2]": "add",
      "a.d": "delete",
      "a.e": "add",
    });
    assert.deepEqual(changes({ a: [1, 2] }, { a: [1] }), { "a[1]": "delete" });
  });

  it("stops where the form changes", () => {
    assert.deepEqual(changes({ a: "view", b: [] }, { a: { role: "view" }, b: {} }), {
      a: "update",
      b: "update",
    });
  });

  it("quotes names that are no identifiers", () => {
    const before = { members: { "ann@example.com": "view", 'a"b': 1, plain: 1, "": 1, "1a": 1, __proto: 1 } };
    assert.deepEqual(Object.keys(changes(before, { members: {} })), [
      'members["ann@example.com"]',
      'members["a\\"b"]',
      "members.plain",
      'members[""]',
      'members["1a"]',
      "members.__proto",
    ]);
  });

  it("shows a new argument as added although its value is recorded already", () => {
    assert.deepEqual(changes({ role: "view" }, { role: "view" }, []), { role: "add" });
  });

  it("shows a new argument that changes something as what it changes", () => {
    assert.deepEqual(changes({ role: "view" }, { role: "edit" }, []), { role: "update" });
    assert.deepEqual(changes({ description: null }, { description: "a" }), { description: "add" });
  });

  it("leaves out what was never stated", () => {
    assert.deepEqual(changes({ role: "view", userId: "1" }, { role: "view" }, ["role"]), {});
  });
});

describe("a difference for the engine", () => {
  const kinds = Object.fromEntries(Object.entries(PropertyDiff.Kind).map(([name, kind]) => [kind, name]));
  const answered = (hasChanged: boolean, replaces: string[]) => {
    const detailed = new Map([
      ["orgId", "update"],
      ["members.a", "add"],
      ["members[0]", "delete"],
    ] as const);
    const response = differenceOf(hasChanged, replaces, detailed);
    const paths: Record<string, string | undefined> = {};
    response.getDetaileddiffMap().forEach((change, path) => {
      paths[path] = kinds[change.getKind()];
    });
    return paths;
  };

  it("marks what is in an argument that replaces", () => {
    assert.deepEqual(answered(true, ["orgId"]), {
      orgId: "UPDATE_REPLACE",
      "members.a": "ADD",
      "members[0]": "DELETE",
    });
    assert.deepEqual(answered(true, ["members"]), {
      orgId: "UPDATE",
      "members.a": "ADD_REPLACE",
      "members[0]": "DELETE_REPLACE",
    });
  });

  it("has no paths where nothing changes", () => assert.deepEqual(answered(false, []), {}));
});

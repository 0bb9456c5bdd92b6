import assert from "node:assert/strict";
import {
  describeAccess,
  describeTermChange,
  describeTerms,
  Reason,
  termsOf,
} from "../../../provider/vocabulary/terms";

const all = { until: "2027-01-31", reason: "plant build", owner: "carol@example.com" };

const noNames = () => undefined;

describe("unit: terms of access", () => {
  it("are told on one line", () => {
    assert.equal(describeTerms(all), "until 2027-01-31; reason: plant build; owner: carol@example.com");
    assert.equal(describeTerms({ reason: "plant build" }), "reason: plant build");
    assert.equal(describeTerms({}), "");
  });

  it("stand behind roles, where there are any", () => {
    assert.equal(describeAccess({ role: "view" }, {}, noNames), "view");
    assert.equal(
      describeAccess({ role: "view" }, { until: "2027-01-31" }, noNames),
      "view; until 2027-01-31",
    );
  });

  it("are told where they change, each with what it was", () => {
    assert.equal(describeTermChange(all, { ...all }), undefined);
    assert.equal(
      describeTermChange(all, { until: "2027-02-28", owner: "carol@example.com" }),
      "until 2027-01-31 => 2027-02-28; reason: plant build => none; recorded, nothing is sent",
    );
    assert.equal(
      describeTermChange({}, { owner: "a\u001b" }),
      "owner: none => a\uFFFD; recorded, nothing is sent",
    );
  });

  it("cannot break a line or steer a terminal", () => {
    const told = describeTerms({ reason: "build\n  - remove owner\r\n\u001b[31m\u202e" });
    assert.equal(told, "reason: build   - remove owner \uFFFD[31m\uFFFD");
  });

  it("keep what is stated alone", () => {
    assert.deepEqual(termsOf({ ...all, owner: undefined }), { until: "2027-01-31", reason: "plant build" });
  });

  for (const [reason, problem] of [
    ["", /must not be empty/],
    [" \n", /must not be empty/],
    ["x".repeat(1001), /at most 1000/],
  ] as const) {
    it(`refuse a reason of ${reason.length} characters`, () => {
      assert.match(Reason.safeParse(reason).error?.issues[0]?.message ?? "", problem);
    });
  }

  it("take a reason of 1000 characters, trimmed", () => {
    assert.equal(Reason.parse(` ${"x".repeat(1000)}\n`).length, 1000);
  });
});

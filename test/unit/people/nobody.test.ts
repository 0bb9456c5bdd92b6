import assert from "node:assert/strict";
import { rosterOf } from "../../../people";
import { directoryOf, findingsIn } from "./support";

const message = "the files name nobody; a roster that names nobody needs allowEmpty: true";

describe("files that name nobody", () => {
  for (const text of ["roster: {}", "teams: {}", "people: {}", "teams: { a: { role: view, members: [] } }"]) {
    it(`are a finding of roster check: ${text}`, () => {
      assert.deepEqual(findingsIn({ "b.yaml": text, "a.yaml": "x-note: nobody yet" }), [
        `b.yaml:1:1: ${message}`,
      ]);
    });
  }

  it("are a finding at an allowEmpty that is false, beside what else is wrong", () => {
    const files = { "a.yaml": "teams: {}\n", "b.yaml": "roster:\n  allowEmpty: false\n  minAdmins: 1\n" };
    assert.deepEqual(findingsIn(files), [`b.yaml:2:15: roster.allowEmpty: ${message}`]);
  });

  it("are none where allowEmpty is true", () => {
    assert.deepEqual(findingsIn({ "p.yaml": "roster: { allowEmpty: true }\n" }), []);
  });

  it("are none where all access has ended: those people stay in the roster", () => {
    assert.deepEqual(findingsIn({ "p.yaml": "people: { ann@example.com: { until: 2026-01-01 } }\n" }), []);
  });

  it("are no finding beside an allowEmpty that is there twice", () => {
    const text = "roster: { allowEmpty: true }\n";
    const findings = findingsIn({ "a.yaml": text, "b.yaml": text });
    assert.equal(findings.length, 1);
    assert.match(findings.join(), /already defined/);
  });

  for (const [title, text] of Object.entries({
    "an unknown key": "person: { ann@example.com: view }\n",
    "an unknown option": "roster: { alowEmpty: true }\n",
    "a bad member": "teams: { a: { members: [ann] } }\n",
    "no YAML": "people: {",
  })) {
    it(`are no finding beside ${title}, which may be why`, () => {
      const findings = findingsIn({ "p.yaml": text });
      assert.equal(findings.length, 1);
      assert.doesNotMatch(findings.join(), /nobody/);
    });
  }

  it("are read as a roster: the program may have allowEmpty", () => {
    const { members } = rosterOf(directoryOf({ "p.yaml": "teams: {}\n" }), new Date());
    assert.deepEqual(members, {});
  });
});

import assert from "node:assert/strict";
import { parsed } from "./support";

const problemsOf = (text: string) =>
  parsed(text).problems.map(({ line, column, message }) => `${line}:${column}: ${message}`);
const tooDeep = /^1:1: is nested too deeply/;
const noKey = "a key must be text, and not a map, a list or an alias";

describe("the shape of files of people", () => {
  for (const [title, text] of Object.entries({
    "lists in lists": `x-a: ${"[".repeat(20_000)}${"]".repeat(20_000)}\npeople: {}\n`,
    "dashes in a line": `x-a:\n  ${"- ".repeat(5000)}x\npeople: {}\n`,
    "maps in maps in brackets": `x-a: ${"{a: [".repeat(2000)}\n`,
    "maps in maps": `people:\n${Array.from({ length: 3000 }, (_, at) => `${" ".repeat(at + 1)}a:\n`).join("")}`,
  })) {
    it(`is refused where it is nested too deeply: ${title}`, () => {
      const problems = problemsOf(text);
      assert.equal(problems.length, 1);
      assert.match(problems[0] ?? "", tooDeep);
    });
  }

  it("may have brackets in its words, long names, comments far to the right, and some levels", () => {
    const people = Array.from(
      { length: 300 },
      (_, at) => `  p${at}@example.com: { role: view, reason: "[{" }\n`,
    );
    const others = [
      `  eve@example.com: { role: view, applications: { ${"x".repeat(300)}: view } }`,
      `  bob@example.com: # ${"- ".repeat(200)}`,
      "    reason: a [ b { c",
      `x-flow: ${"{a: [".repeat(50)}${"]}".repeat(50)}`,
      "x-block:",
      ...Array.from({ length: 190 }, (_, at) => `${" ".repeat(at + 1)}a:`),
      "",
    ];
    assert.deepEqual(problemsOf(`people:\n${people.join("")}${others.join("\n")}`), []);
  });

  it("has no maps, lists or aliases as keys", () => {
    let warned = 0;
    const count = () => {
      warned += 1;
    };
    process.on("warning", count);
    const text = "x-a: &a ann@example.com\npeople:\n  {a: b}: view\n  ? [x, y]\n  : edit\n  *a : view\n";
    assert.deepEqual(problemsOf(text), [`3:3: ${noKey}`, `4:5: ${noKey}`, `6:3: ${noKey}`]);
    process.off("warning", count);
    assert.equal(warned, 0);
  });

  it("leaves names as they stand, though YAML has numbers and nothing like them", () => {
    const names = ["1.0", "010", "0x10", "1e3", "~", "null", "true", ".inf"];
    const list = names.map((name) => `${name}: view`).join(", ");
    const { content } = parsed(`people: { ann@example.com: { applications: { ${list} } } }\n`);
    const ann = content?.people?.["ann@example.com"];
    assert.deepEqual(typeof ann === "object" && Object.keys(ann.applications ?? {}), names);
  });

  it("lets everybody of a large organization use one anchor", () => {
    const people = Array.from({ length: 3000 }, (_, at) => `  p${at}@example.com: { <<: *all, reason: r }\n`);
    const { content, problems } = parsed(`x-all: &all { role: view }\npeople:\n${people.join("")}`);
    assert.deepEqual(problems, []);
    assert.deepEqual(content?.people?.["p2999@example.com"], { role: "view", reason: "r" });
  });

  it("lets many use one anchor under a key that is there again", () => {
    const people = Array.from({ length: 300 }, (_, at) => `  p${at}@example.com: { <<: *all, reason: r }\n`);
    const text = `x-all: &all { role: view }\npeople:\n${people.join("")}people: {}\n`;
    assert.deepEqual(problemsOf(text), ['303:1: "people" is already defined on line 2: keep one of the two']);
  });

  it("blows no small file up", () => {
    const levels = "bcdefghi"
      .split("")
      .map((name, at) => `x-${name}: &${name} [${Array(9).fill(`*${"abcdefgh"[at]}`)}]`);
    assert.match(
      problemsOf(["x-a: &a [1, 2]", ...levels, "people: {}", ""].join("\n")).join(),
      /alias count/,
    );
  });

  it("may be wrong in very many places", () => {
    assert.equal(problemsOf(`people:\n${"  a: view\n".repeat(20_000)}`).length, 19_999);
    const wrong = Array.from({ length: 5000 }, (_, at) => `  p${at}@example.com: boss\n`);
    assert.equal(problemsOf(`people:\n${wrong.join("")}`).length, 5000);
  });
});

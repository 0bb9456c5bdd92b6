import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { projectFolder } from "../../../tools/set-up/project";

const folder = join(projectFolder, ".github/workflows");
const { scripts }: { scripts: Record<string, string> } = JSON.parse(
  readFileSync(join(projectFolder, "package.json"), "utf8"),
);

const found = (pattern: RegExp, text: string): string[] =>
  [...text.matchAll(pattern)].map(([, one = ""]) => one);

describe("the workflows", () => {
  for (const name of readdirSync(folder)) {
    const text = readFileSync(join(folder, name), "utf8");

    it(`${name} uses GitHub's own actions only, each of one major version`, () => {
      const other = found(/uses: (.*)/g, text).filter((action) => !/^actions\/[\w-]+@v\d+$/.test(action));
      assert.deepEqual(other, []);
    });

    it(`${name} runs scripts that there are`, () => {
      const missing = found(/npm run (?:--silent )?([\w:]+)/g, text).filter((script) => !(script in scripts));
      assert.deepEqual(missing, []);
    });

    it(`${name} has no more rights than a job needs`, () => {
      assert.match(text, /^permissions:(?: \{\}|\n {2}contents: read)\n/m);
      const written = found(/^ +(\S+): write$/gm, text);
      assert.deepEqual(written, name === "release.yml" ? ["id-token", "contents"] : []);
    });

    it(`${name} leaves no token behind a checkout, and ends some time`, () => {
      const checkouts = found(/uses: actions\/(checkout)@/g, text).length;
      assert.equal(found(/^ +with:\n +(persist-credentials: false)$/gm, text).length, checkouts);
      const jobs = found(/^ {4}(steps):$/gm, text).length;
      assert.equal(found(/^ {4}timeout-minutes: (\d+)$/gm, text).length, jobs);
    });
  }

  it("soak every night, and when somebody asks for it", () => {
    const text = readFileSync(join(folder, "nightly.yml"), "utf8");
    assert.match(text, /^ {2}schedule:\n {4}- cron: "\d+ \d+ \* \* \*"\n {2}workflow_dispatch:$/m);
    assert.match(text, /npm run test:soak/);
  });

  it("publish with provenance, from a job that installs nothing", () => {
    const text = readFileSync(join(folder, "release.yml"), "utf8");
    const [job = ""] = text.split(/^(?= {2}\w+:$)/m).filter((part) => part.includes("npm publish"));
    assert.match(job, /id-token: write/);
    assert.match(job, /npm publish \S+ --provenance --access public/);
    assert.doesNotMatch(job, /npm ci|checkout/);
  });
});

import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { IConfiguration } from "dependency-cruiser" with { "resolution-mode": "import" };
import { projectFolder } from "../../../tools/set-up/project";
import { temporaryFolder } from "../../support/project-folder";

const { forbidden = [] }: IConfiguration = require(join(projectFolder, ".dependency-cruiser.cjs"));

/** What there is to import: our modules by path, and packages. */
const modules = [
  ...["client/index", "client/text", "client/data-functions/index", "client/configuration"],
  ...["provider/vocabulary/roles", "provider/live/run", "provider/dynamic/index", "native/index"],
  ...[
    "sdk/index",
    "people/index",
    "simulator/index",
    "cli/index",
    "examples/index",
    "test/index",
    "tools/index",
  ],
];
const packages = [
  "@pulumi/pulumi",
  "@grpc/grpc-js",
  "node-fetch",
  "cockatiel",
  "hono",
  "zod",
  "yaml",
  "commander",
];

const client = modules.filter((path) => path.startsWith("client/"));
const mostOfProvider = ["provider/vocabulary/roles", "provider/live/run"];

/** All of these that a folder may import. */
const allowed: Record<string, string[]> = {
  client: ["node-fetch", "cockatiel", "zod"],
  provider: [...client, "@pulumi/pulumi", "cockatiel", "zod"],
  native: [...client, ...mostOfProvider, "@pulumi/pulumi", "@grpc/grpc-js", "zod"],
  sdk: [...client, "people/index", "@pulumi/pulumi"],
  simulator: ["hono", "zod"],
  people: ["client/text", "provider/vocabulary/roles", "zod", "yaml"],
  report: ["client/text", "zod"],
  cli: [...client, "people/index", "simulator/index", "zod", "commander", "cockatiel", "node-fetch"],
  examples: ["sdk/index", "@pulumi/pulumi"],
  "tools/schema": ["client/data-functions/index", "client/configuration", "provider/vocabulary/roles", "zod"],
};

/** There is a file for each import. */
const importer = (folder: string, index: number) => `${folder}/resources/imports-${index}.ts`;

const foreign = (folder: string) => [...modules, ...packages].filter((path) => path.split("/")[0] !== folder);

function write(root: string, path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

function madeUpProject(): string {
  const root = temporaryFolder("imports");
  for (const path of modules) write(root, `${path}.ts`, "export const some = 1;\n");
  for (const name of packages) {
    write(root, `node_modules/${name}/package.json`, JSON.stringify({ name, main: "index.js" }));
    write(root, `node_modules/${name}/index.js`, "exports.some = 1;\n");
  }
  write(
    root,
    "package.json",
    JSON.stringify({ dependencies: Object.fromEntries(packages.map((name) => [name, "1"])) }),
  );
  for (const folder of Object.keys(allowed)) {
    const up = "../".repeat(folder.split("/").length + 1);
    for (const [index, path] of foreign(folder).entries()) {
      const from = packages.includes(path) ? path : `${up}${path}`;
      write(
        root,
        importer(folder, index),
        `import { readFileSync } from "node:fs";\nimport { some } from "${from}";\nexport const all = [some, readFileSync];\n`,
      );
    }
  }
  return root;
}

/** The files that break the rule on the imports of their folder. */
async function refusedIn(root: string): Promise<string[]> {
  const { cruise } = await import("dependency-cruiser");
  const { output } = await cruise(Object.keys(allowed), {
    baseDir: root,
    validate: true,
    ruleSet: { forbidden },
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
  });
  assert.ok(typeof output === "object");
  const { violations } = output.summary;
  return violations.flatMap(({ from, rule }) =>
    from.startsWith(rule.name.replace(/-imports$/, "/")) ? [from] : [],
  );
}

describe("the rules on imports", () => {
  let refused: string[];

  before(async () => {
    refused = await refusedIn(madeUpProject());
  });

  for (const [folder, allowedHere] of Object.entries(allowed)) {
    it(`let ${folder}/ import only ${allowedHere.join(", ")}`, () => {
      const passed = foreign(folder).filter((_, index) => !refused.includes(importer(folder, index)));
      assert.deepEqual(passed.sort(), [...allowedHere].sort());
    });
  }
});

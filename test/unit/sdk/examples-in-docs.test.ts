import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import ts from "typescript";
import { compilerHost } from "../../../tools/schema/compiler-host";
import { projectFolder } from "../../../tools/set-up/project";

const pages = [
  "README.md",
  "docs/_index.md",
  "docs/installation-configuration.md",
  "docs/people-yaml.md",
  "docs/testing.md",
];
const folders = ["client", "provider", "sdk", "simulator"];

interface Example {
  title: string;
  text: string;
}

/** The TypeScript blocks of a file: in docstrings with the stars taken off, in Markdown as they are. */
function examplesIn(path: string): Example[] {
  const text = readFileSync(path, "utf8").replace(/^ *\* ?/gm, path.endsWith(".md") ? "$&" : "");
  const blocks = [...text.matchAll(/^```(?:ts|typescript)\n(.*?)^```/gms)].map(([, block = ""]) => block);
  return blocks.map((block, index) => ({
    title: `${relative(projectFolder, path)} #${index + 1}`,
    text: block,
  }));
}

function files(): string[] {
  const inFolders = folders.flatMap((folder) =>
    readdirSync(join(projectFolder, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts"))
      .map((name) => join(projectFolder, folder, name)),
  );
  return [...pages.map((page) => join(projectFolder, page)), ...inFolders];
}

const examples = files().flatMap(examplesIn);

/** Checks all examples in one go, as programs in the root of the clone. */
function faults(): Map<string, string[]> {
  const { config } = ts.readConfigFile(join(projectFolder, "tsconfig.json"), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, projectFolder);
  const texts = new Map(
    examples.map(({ text }, index) => [join(projectFolder, `example-${index}.ts`), `${text}\nexport {};\n`]),
  );
  const host = compilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (path) => texts.has(path) || fileExists(path);
  host.readFile = (path) => texts.get(path) ?? readFile(path);
  host.getSourceFile = (path, language, ...rest) => {
    const text = texts.get(path);
    return text === undefined
      ? getSourceFile(path, language, ...rest)
      : ts.createSourceFile(path, text, language);
  };
  const lenient = { ...options, noUnusedLocals: false, declaration: false, noEmit: true };
  const program = ts.createProgram([...texts.keys()], lenient, host);
  const found = [...texts.keys()].map((path) =>
    ts.getPreEmitDiagnostics(program, program.getSourceFile(path)),
  );
  return new Map(
    found.map((diagnostics, index) => [
      examples[index]?.title ?? "",
      diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n")),
    ]),
  );
}

describe("examples in docstrings, in the README and in the pages for Pulumi's registry", () => {
  let found: Map<string, string[]>;

  before(() => {
    found = faults();
  });

  it("are there, one for each class and data function at least", () => {
    assert.ok(examples.length >= 16, `${examples.length} examples`);
  });

  for (const { title } of examples) {
    it(`${title} compiles`, () => assert.deepEqual(found.get(title), []));
  }
});

import assert from "node:assert/strict";
import { join } from "node:path";
import ts from "typescript";
import { projectFolder } from "../../../tools/set-up/project";
import { needsPackage } from "../../support/needs";
import { temporaryProject } from "../../support/project-folder";

needsPackage();

const text = `
import * as losant from "pulumi-losant";
import * as provider from "pulumi-losant/provider";
import { type SimulatorState, startSimulator, StateFileError } from "pulumi-losant/simulator";

const member = losant.getMemberOutput({ orgId: "575ed6e87ae143cd83dc4aa8", email: "ann@example.com" });
export const role: losant.Output<losant.Role> = member.role;
export const made = [provider.orgMember(), startSimulator, StateFileError];
export const state: SimulatorState | undefined = undefined;
`.replace("losant.Output<losant.Role>", 'import("@pulumi/pulumi").Output<losant.Role>');

const clientText = `
import { LosantClient, type Organization, connectionSettings } from "pulumi-losant/client";

export const client: LosantClient = new LosantClient(
  connectionSettings({ environment: {}, stack: () => undefined }),
);
export type Members = Organization["members"];
`;

/** The settings of other people's projects, none of which has esModuleInterop. */
const projects: Record<string, ts.CompilerOptions> = {
  node10: { module: ts.ModuleKind.CommonJS, moduleResolution: ts.ModuleResolutionKind.Node10 },
  node16: { module: ts.ModuleKind.Node16, moduleResolution: ts.ModuleResolutionKind.Node16 },
  bundler: { module: ts.ModuleKind.ES2022, moduleResolution: ts.ModuleResolutionKind.Bundler },
};

interface Compiled {
  /** The problems of the program and of this package's declarations. */
  problems: string[];
  files: string[];
}

function compile(program: string, options: ts.CompilerOptions): Compiled {
  const path = join(temporaryProject(), "index.ts");
  ts.sys.writeFile(path, program);
  const strict = {
    strict: true,
    target: ts.ScriptTarget.ES2022,
    types: [],
    noEmit: true,
    skipLibCheck: false,
  };
  const compiled = ts.createProgram([path], { ...strict, esModuleInterop: false, ...options });
  const ours = [path, join(projectFolder, "dist")];
  // Checking what others declare would take most of the time, and is not ours to fix.
  const problems = compiled
    .getSourceFiles()
    .filter(({ fileName }) => ours.some((folder) => fileName.startsWith(folder)))
    .flatMap((file) => ts.getPreEmitDiagnostics(compiled, file));
  return {
    problems: problems.map(
      ({ code, file, messageText }) =>
        `TS${code} ${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`,
    ),
    files: compiled.getSourceFiles().map(({ fileName }) => fileName),
  };
}

describe("declarations of the built package, as other people's compilers read them", () => {
  for (const [name, options] of Object.entries(projects)) {
    it(`are found and right under moduleResolution ${name}`, () => {
      assert.deepEqual(compile(text, options).problems, []);
      assert.deepEqual(compile(clientText, options).problems, []);
    });
  }

  it("of the SDK, the provider and the simulator need neither zod's nor the client's", () => {
    const { files } = compile(text, projects.node10 ?? {});
    assert.deepEqual(
      files.filter((path) => /node_modules\/zod\/|dist\/client\//.test(path)),
      [],
    );
  });

  it("of the SDK are understood by TypeScript 3.8, which Pulumi brings along", () => {
    const { files } = compile(text, projects.node10 ?? {});
    const ours = files.filter((path) => path.startsWith(join(projectFolder, "dist")));
    assert.ok(ours.length > 10, ours.join());
    // That version knows no `type` before a single name; what else is newer would be noticed by its users only.
    const modifier = /^(import|export) \{[^}]*\btype \w/m;
    assert.deepEqual(
      ours.filter((path) => modifier.test(ts.sys.readFile(path) ?? "")),
      [],
    );
  });
});

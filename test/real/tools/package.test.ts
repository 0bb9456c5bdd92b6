import assert from "node:assert/strict";
import { mkdirSync, readdirSync, renameSync, symlinkSync } from "node:fs";
import { delimiter, join } from "node:path";
import { rimraf } from "rimraf";
import { z } from "zod";
import { execute } from "../../../tools/set-up/execute";
import { pulumiPath } from "../../../tools/set-up/own-cli";
import { projectFolder } from "../../../tools/set-up/project";
import { cleanEnvironment } from "../../support/environment";
import { linkSdk, temporaryFolder } from "../../support/project-folder";
import { PulumiWorkspace } from "../../support/pulumi-workspace";
import { TestSimulator } from "../../support/simulator";
import { testsLanguage } from "../../support/tests-language";

const packed = z.array(z.object({ filename: z.string(), files: z.array(z.object({ path: z.string() })) }));
const published = [
  "CHANGELOG.md",
  "CONTRIBUTING.md",
  "LICENSE",
  "README.md",
  "SECURITY.md",
  "dist",
  "docs",
  "examples",
  "package.json",
  "plugin",
];
const needed = [
  "dist/THIRD-PARTY-NOTICES.txt",
  "docs/people-yaml.md",
  "examples/people-in-yaml/people.yaml",
  "dist/cli/index.js",
  "dist/native/index.js",
  "dist/people.schema.json",
  "dist/people/index.js",
  "dist/schema.json",
  "dist/sdk/index.d.ts",
  "dist/sdk/native/index.d.ts",
];
const plugin = ["PulumiPlugin.yaml", "index.js", "package-lock.json", "package.json"];
const commands = ["pulumi-resource-losant", "pulumi-resource-losant.cmd"];

const program = `
import * as pulumi from "@pulumi/pulumi";
import * as losant from "pulumi-losant";
import { LosantClient } from "pulumi-losant/client";
import { orgMember } from "pulumi-losant/provider";
import { startSimulator } from "pulumi-losant/simulator";

const orgId = new pulumi.Config().require("orgId");
const member = new losant.OrgMember("bob", { orgId, email: "Bob@Example.com", role: "edit" });
const role: pulumi.Output<losant.Role> = member.role;
export const outcome = pulumi.all([role, losant.getOrganizationOutput({ orgId })]).apply(
  ([role, organization]) => \`\${role} in \${organization.name}\`,
);
export const entryPoints = [LosantClient, orgMember, startSimulator].map((entry) => typeof entry);
`;

/** Projects as others have them; none has esModuleInterop. */
const tsconfig = (options: object) => ({
  compilerOptions: {
    strict: true,
    target: "es2022",
    types: [],
    noEmit: true,
    skipLibCheck: true,
    ...options,
  },
  files: ["index.ts"],
});
const old = tsconfig({ module: "commonjs", moduleResolution: "node" });

async function succeed(command: string, commandLine: string[], cwd: string): Promise<string> {
  const { exitCode, output, stdout } = await execute(command, commandLine, { cwd, env: cleanEnvironment() });
  assert.equal(exitCode, 0, `${command} ${commandLine.join(" ")}\n${output}`);
  return stdout;
}

describe("the packed package, installed by npm and used by the real CLI, as users have it", () => {
  let simulator: TestSimulator;
  let workspace: PulumiWorkspace;
  let files: string[];

  const pack = async (folder: string): Promise<string> => {
    const commandLine = ["pack", "--ignore-scripts", "--json", "--pack-destination", folder];
    const [tarball] = packed.parse(JSON.parse(await succeed("npm", commandLine, projectFolder)));
    assert.ok(tarball);
    files = tarball.files.map(({ path }) => path);
    return join(folder, tarball.filename);
  };

  const install = async (tarball: string): Promise<void> => {
    await rimraf(join(workspace.folder, "node_modules"));
    const quiet = ["--no-audit", "--no-fund", "--prefer-offline"];
    // The SDK is a peer: taken from this checkout, as fetching it takes long.
    await succeed("npm", ["install", "--legacy-peer-deps", ...quiet, tarball], workspace.folder);
    linkSdk(workspace.folder);
  };

  before(async function () {
    this.timeout(300_000);
    simulator = await TestSimulator.start();
    await simulator.addMember({ email: "bob@example.com", role: "view" });
    workspace = await PulumiWorkspace.create({ env: simulator.env });
    await install(await pack(temporaryFolder("packed")));
    workspace.write("index.ts", program);
    workspace.write("tsconfig.json", JSON.stringify(tsconfig({ module: "node16" })));
    workspace.write("tsconfig.old.json", JSON.stringify(old));
    workspace.write("Pulumi.yaml", "name: test\nruntime: nodejs\nmain: index.ts\n");
  });

  after(async () => {
    await workspace?.dispose();
    await simulator?.close();
  });

  it("holds what users need and nothing else", () => {
    const unneeded = files.filter((path) => !published.includes(path.split("/")[0] ?? ""));
    assert.deepEqual(unneeded, []);
    assert.deepEqual(
      needed.filter((path) => !files.includes(path)),
      [],
    );
    assert.deepEqual(
      files.filter((path) => path.startsWith("plugin/")).sort(),
      [...plugin, ...commands].map((name) => `plugin/${name}`),
    );
  });

  it("type-checks a TypeScript program in somebody else's project", async () => {
    const compiler = require.resolve("typescript/bin/tsc");
    await succeed(process.execPath, [compiler], workspace.folder);
    await succeed(process.execPath, [compiler, "--project", "tsconfig.old.json"], workspace.folder);
  });

  it("runs that program on the real CLI", async () => {
    const { exitCode, output } = await workspace.up("--config", `orgId=${simulator.orgId}`);
    assert.equal(exitCode, 0, output);
    assert.deepEqual(await workspace.outputs(), {
      outcome: "edit in Simulated Organization",
      entryPoints: ["function", "function", "function"],
    });
    assert.equal((await simulator.fetchMember("bob@example.com"))?.role, "edit");
  });

  it("brings its command", async () => {
    const printed = await succeed("npx", ["--no-install", "pulumi-losant", "--version"], workspace.folder);
    assert.match(printed, /^\d+\.\d+\.\d+$/);
  });

  describe("its plugin", () => {
    const folder = "./node_modules/pulumi-losant/plugin";

    /** What `Pulumi.yaml` says of a program in YAML or JavaScript, and where the plugin is. */
    const useProject = (project: object, path?: string) => {
      const plugins = path === undefined ? {} : { plugins: { providers: [{ name: "losant", path }] } };
      workspace.write("Pulumi.yaml", JSON.stringify({ name: "test", ...project, ...plugins }));
    };

    const javaScript = { runtime: { name: "nodejs", options: { typescript: false } }, main: "native.js" };
    const found = /bob@example\.com/;

    const previews = async () => {
      const { exitCode, output } = await workspace.preview("--refresh=false");
      assert.equal(exitCode, 0, output);
      assert.match(output, found);
      return output;
    };

    before(() => {
      const args = JSON.stringify({ orgId: simulator.orgId, email: "bob@example.com", role: "none" });
      workspace.write(
        "native.js",
        `new (require("pulumi-losant/native").OrgMembership)("bob@example.com", ${args});`,
      );
      const resource = { type: "losant:OrgMembership", properties: JSON.parse(args) };
      workspace.write("Main.yaml", JSON.stringify({ resources: { "bob@example.com": resource } }));
    });

    it("is found among the commands that npm installs", async () => {
      useProject(javaScript, "./node_modules/.bin");
      await previews();
    });

    it("is found on the PATH, of which Pulumi warns", async () => {
      useProject(javaScript);
      const commands = join(workspace.folder, "node_modules/.bin");
      workspace.env.PATH = [commands, pulumiPath()].join(delimiter);
      assert.match(await previews(), /using pulumi-resource-losant from \$PATH/);
      delete workspace.env.PATH;
    });

    it("tells its schema by its path, and leaves its folder as it is", async () => {
      const before = readdirSync(join(workspace.folder, folder));
      const { exitCode, stdout } = await workspace.run(
        "package",
        "get-schema",
        `${folder}/pulumi-resource-losant`,
      );
      assert.equal(exitCode, 0, stdout);
      assert.equal(JSON.parse(stdout).name, "losant");
      assert.deepEqual(readdirSync(join(workspace.folder, folder)), before);
    });

    it("is found where pnpm links it", async () => {
      const store = join(workspace.folder, "node_modules/.pnpm/pulumi-losant/node_modules");
      const linked = join(workspace.folder, "node_modules/pulumi-losant");
      mkdirSync(store, { recursive: true });
      renameSync(linked, join(store, "pulumi-losant"));
      symlinkSync(join(store, "pulumi-losant"), linked, "junction");
      useProject(javaScript, folder);
      assert.doesNotMatch(await previews(), /warning: using pulumi-resource-losant/);
    });

    describe("in YAML", () => {
      testsLanguage("yaml");

      it("is found in the package's folder", async () => {
        useProject({ runtime: "yaml" }, folder);
        await previews();
      });
    });
  });
});

import assert from "node:assert/strict";
import { join } from "node:path";
import { projectFolder } from "../../../tools/set-up/project";
import { succeed } from "../../support/cli-setting";
import type { PulumiWorkspace } from "../../support/pulumi-workspace";
import { TestSimulator } from "../../support/simulator";
import { testsLanguage } from "../../support/tests-language";
import { nativeWorkspace, plugins } from "./support/native-workspace";

const fixture = join(projectFolder, "test/real/provider/fixtures/state-0.1.0.json");
const faces = { dynamic: "pulumi-losant", native: "pulumi-losant/native" };

/** One resource of each kind that manages people or settings, as the program of the recorded states has them. */
const everything = `
  new losant.Organization("acme", { orgId, description: "As code" }, options);
  new losant.OrgMember("ann", { orgId, email: "ann@example.com", role: "edit", deletionPolicy: "remove" }, options);
  new losant.OrgInvite("bob", { orgId, email: "bob@example.com", role: "view" }, options);
  new losant.OrgMembership("carol", { orgId, email: "carol@example.com", role: "view", dashboardRoles: [] }, options);
  new losant.OrgRoster("everybody", { orgId, members: { "dave@example.com": "view" }, unmanaged: "ignore" }, options);
`;

describe("moving a stack between the faces on the real CLI, because only the engine goes by aliases", () => {
  let simulator: TestSimulator;
  let workspace: PulumiWorkspace;

  before(async () => {
    simulator = await TestSimulator.start();
  });

  beforeEach(async () => {
    simulator.reset();
    await simulator.setOrganization({ description: "As code" });
    for (const [email, role] of [
      ["ann", "edit"],
      ["carol", "view"],
      ["dave", "view"],
    ] as const) {
      await simulator.addMember({ email: `${email}@example.com`, role });
    }
    await simulator.putState((state) => {
      state.invites[simulator.orgId] = [{ email: "bob@example.com", role: "view", disallowTransfer: true }];
    });
    workspace = await nativeWorkspace(simulator, { refreshAlways: true });
  });

  afterEach(() => workspace?.dispose());
  after(() => simulator?.close());

  const program = (face: keyof typeof faces, resources: string, options = "{}") =>
    workspace.program(
      `{ const losant = require("${faces[face]}");
         const orgId = "${simulator.orgId}";
         const options = ${options};
         ${resources} }`,
    );

  const writes = async () => {
    const { byAction } = await simulator.requests();
    return Object.keys(byAction).filter(
      (action) => !/^(org\.(get|pendingInvites|members)|orgs\.get|me\.get)$/.test(action),
    );
  };

  /** Brings the stack up with the program as it is now, and sends nothing that changes anything. */
  const movesOver = async (...flags: string[]) => {
    await simulator.clearRequests();
    const output = await succeed(workspace.up(...flags));
    assert.deepEqual(await writes(), [], output);
    return output;
  };

  it("changes nothing at Losant from dynamic to native, to an explicit provider, and back, renames included", async () => {
    const renamed = everything.replace('"carol",', '"caroline",');
    program("dynamic", everything);
    await succeed(workspace.up());
    program("native", renamed);
    await movesOver("--refresh=false");
    await simulator.setMember("carol@example.com", { role: "edit" });
    // What was taken over is read before the next comparison, without being told to.
    assert.match(await succeed(workspace.preview("--refresh=false")), /~ role: "edit" => "view"|1 to update/);
    await simulator.setMember("carol@example.com", { role: "view" });
    const provider = 'new losant.Provider("customer", { apiToken: process.env.LOSANT_API_TOKEN })';
    program("native", renamed, `{ provider: ${provider} }`);
    await movesOver();
    program("dynamic", everything);
    await movesOver();
    assert.equal((await simulator.fetchMember("carol@example.com"))?.role, "view");
    await succeed(workspace.preview("--expect-no-changes"));
  });

  it("changes nothing at Losant for a stack that 0.1.0 recorded", async () => {
    await succeed(workspace.run("stack", "import", "--file", fixture));
    program("native", everything);
    await movesOver();
    await succeed(workspace.preview("--expect-no-changes"));
  });

  describe("to YAML", () => {
    testsLanguage("yaml");

    it("changes nothing for a program in TypeScript that used the native plugin", async () => {
      program("native", everything);
      await succeed(workspace.up());
      workspace.write("Pulumi.yaml", projectFile("yaml"));
      workspace.write("Main.yaml", everythingInYaml(simulator.orgId));
      await movesOver();
      await succeed(workspace.preview("--expect-no-changes"));
    });
  });
});

function projectFile(runtime: string): string {
  const providers = Object.entries(plugins).map(([name, path]) => ({ name, path }));
  return JSON.stringify({ name: "test", runtime, plugins: { providers } });
}

function everythingInYaml(orgId: string): string {
  const declared = (kind: string, properties: object) => ({
    type: `losant:${kind}`,
    properties: { orgId, ...properties },
  });
  const resources = {
    acme: declared("Organization", { description: "As code" }),
    ann: declared("OrgMember", { email: "ann@example.com", role: "edit", deletionPolicy: "remove" }),
    bob: declared("OrgInvite", { email: "bob@example.com", role: "view" }),
    carol: declared("OrgMembership", { email: "carol@example.com", role: "view", dashboardRoles: [] }),
    everybody: declared("OrgRoster", { members: { "dave@example.com": "view" }, unmanaged: "ignore" }),
  };
  return JSON.stringify({ resources });
}

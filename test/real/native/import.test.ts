import assert from "node:assert/strict";
import { renameSync } from "node:fs";
import { join } from "node:path";
import type { Language } from "../../../tools/set-up/languages";
import { succeed } from "../../support/cli-setting";
import type { PulumiWorkspace } from "../../support/pulumi-workspace";
import { TestSimulator } from "../../support/simulator";
import { testsLanguage } from "../../support/tests-language";
import { codeFile, nativeWorkspace } from "./support/native-workspace";

const resourceId = "575ed71e7ae143cd83dc4aaa";
const second = "575ed70c7ae143cd83dc4aa9";

/** What an import is told: the type, the name and the id. */
type Imported = [kind: string, name: string, id: string];

describe("pulumi import, because only the CLI prints programs", () => {
  let simulator: TestSimulator;
  let workspace: PulumiWorkspace | undefined;
  let annId: string;

  before(async () => {
    simulator = await TestSimulator.start();
  });

  beforeEach(async () => {
    simulator.reset();
    const applicationRoles = [{ resourceId, role: "collaborate" as const }];
    annId = await simulator.addMember({ email: "ann@example.com", role: "view", applicationRoles });
    await simulator.addMember({
      email: "carol@example.com",
      role: "none",
      dashboardRoles: [{ resourceId, role: "view" }],
    });
    await simulator.putState((state) => {
      state.invites[simulator.orgId] = [{ email: "bob@example.com", role: "edit", applicationRoles }];
      const [first] = state.organizations;
      if (first) state.organizations.push({ ...first, id: second, name: "Second" });
      state.invites[second] = state.invites[simulator.orgId] ?? [];
    });
    await simulator.clearRequests();
  });

  afterEach(() => workspace?.dispose());
  after(() => simulator?.close());

  /** Imports into a new stack; Pulumi writes the program. */
  const importInto = async (language: Language, resources: Imported[]) => {
    workspace = await nativeWorkspace(simulator, { language });
    const entries = resources.map(([kind, name, id]) => ({ type: `losant:index:${kind}`, name, id }));
    workspace.write("resources.json", JSON.stringify({ resources: entries }));
    const flags = ["--protect=false", "--yes", "--skip-preview", "--out", "printed"];
    await succeed(workspace.run("import", "--file", "resources.json", ...flags));
    // Not there at once: Pulumi empties that file before it asks what the program needs.
    renameSync(join(workspace.folder, "printed"), join(workspace.folder, codeFile(language)));
    return workspace;
  };

  const changesNothing = async (made: PulumiWorkspace) => {
    const output = await succeed(made.preview("--expect-no-changes"));
    assert.doesNotMatch(output, /warning: (?!using pulumi-language)/);
    const { byAction } = await simulator.requests();
    assert.deepEqual(
      Object.keys(byAction).filter((action) => !/\.get$|^me\./.test(action)),
      ["org.pendingInvites"],
    );
  };

  for (const language of ["nodejs", "yaml", "python"] as const) {
    describe(`in ${language}`, () => {
      testsLanguage(language);

      it("prints code of an organization, its people, and a roster with roles lists that changes nothing", async () => {
        const { orgId } = simulator;
        const resources: Imported[] = [
          ["Organization", "acme", orgId],
          ["OrgMember", "ann", `${orgId}/${annId}`],
          ["OrgInvite", "bob", `${orgId}/bob@example.com`],
          ["OrgMembership", "carol", `${orgId}/Carol@example.com`],
          ["OrgRoster", "everybody", `${second}/roster`],
        ];
        await changesNothing(await importInto(language, resources));
      });
    });
  }
});

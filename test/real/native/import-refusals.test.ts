import assert from "node:assert/strict";
import { fail, succeed } from "../../support/cli-setting";
import type { PulumiWorkspace } from "../../support/pulumi-workspace";
import { TestSimulator } from "../../support/simulator";
import { nativeWorkspace } from "./support/native-workspace";

const elsewhere = "575ed6e87ae143cd83dc4aa8";
const stack = /\n\s+at |node:internal/;

describe("what is imported", () => {
  let simulator: TestSimulator;
  let workspace: PulumiWorkspace;

  before(async () => {
    simulator = await TestSimulator.start();
    workspace = await nativeWorkspace(simulator);
  });

  beforeEach(async () => {
    simulator.reset();
    await simulator.addMember({ email: "ann@example.com", role: "view" });
    await simulator.clearRequests();
  });

  after(async () => {
    await workspace?.dispose();
    await simulator?.close();
  });

  const refuses = async (kind: string, id: string, message: RegExp) => {
    const type = `losant:index:${kind}`;
    const output = await fail(workspace.importResource(type, "one", id, "--generate-code=false"));
    assert.match(output, message);
    assert.doesNotMatch(output, stack);
  };

  it("is refused under an id of another form", () =>
    refuses(
      "OrgMember",
      `${simulator.orgId}/ann@example.com`,
      /id must be orgId\/userId, .* getMember gives the userId/,
    ));

  it("is refused where it is not there", () =>
    refuses(
      "OrgMembership",
      `${simulator.orgId}/bob@example.com`,
      /bob@example\.com is neither .* Check the address/,
    ));

  it("is refused in an organization that the token cannot see", () =>
    refuses(
      "OrgRoster",
      `${elsewhere}/roster`,
      /answered 404 .* Check orgId and the token\. The API token belongs to owner@/,
    ));

  it("is refused where it is a transfer", () =>
    refuses("ResourceTransfer", "one", /a transfer is done once, and cannot be imported\. .* leave it out/));

  it("is refused without a token", async () => {
    const { LOSANT_API_TOKEN: token = "" } = workspace.env;
    workspace.env.LOSANT_API_TOKEN = "";
    await refuses("Organization", simulator.orgId, /No API token is set.* LOSANT_API_TOKEN/);
    workspace.env.LOSANT_API_TOKEN = token;
  });

  it("may be named by the import option of a program, and stays as it is", async () => {
    const { orgId } = simulator;
    const program = (options: object) =>
      workspace.program(
        `const { OrgMembership } = require("pulumi-losant/native");
         new OrgMembership("ann", ${JSON.stringify({ orgId, email: "ann@example.com", role: "view" })}, ${JSON.stringify(options)});`,
      );
    program({ import: `${orgId}/ann@example.com` });
    await succeed(workspace.up());
    program({});
    await succeed(workspace.preview("--expect-no-changes"));
    const { byAction } = await simulator.requests();
    assert.equal(byAction["org.modifyMember"] ?? byAction["org.inviteMember"], undefined);
  });
});

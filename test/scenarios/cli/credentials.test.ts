import assert from "node:assert/strict";
import { Status } from "../../../cli/status/shape";
import { TestSimulator } from "../../support/simulator";
import { runInProcess } from "./run-in-process";

describe("status --credentials of a live organization", () => {
  let simulator: TestSimulator;

  before(async () => {
    simulator = await TestSimulator.start();
  });
  beforeEach(() => simulator.reset());
  after(() => simulator?.close());

  const run = (...commandLine: string[]) => runInProcess(simulator, "status", ...commandLine);

  /** A token and a key of somebody who was a member. */
  async function leave(): Promise<void> {
    const creatorId = await simulator.addMember({ email: "bob@example.com", role: "edit" });
    await simulator.putState((state) => {
      const [application = assert.fail()] = state.applications;
      const common = {
        applicationId: application.id,
        status: "active",
        creatorId,
        creatorType: "user",
      } as const;
      const creationDate = "2026-01-01T00:00:00.000Z";
      state.credentials = [
        { ...common, id: "7".repeat(24), kind: "apiToken", name: "bridge", creatorName: "Bob", creationDate },
        { ...common, id: "8".repeat(24), kind: "accessKey", name: "gateway", creationDate },
      ];
    });
    await simulator.removeMember("bob@example.com");
  }

  it("lists what somebody who left has made, in text and in JSON", async () => {
    await leave();
    const { exitCode, stdout, stderr } = await run("--credentials");
    assert.equal(exitCode, 0, stderr);
    assert.match(stdout, /API token bridge +Cold Chain +Bob \(no member\) +never +active/);
    assert.match(stdout, /access key gateway +Cold Chain +Bob \(no member\) +never +active/);
    assert.match(stdout, /not documented by Losant/);
    const { organizations } = Status.parse(JSON.parse((await run("--credentials", "--json")).stdout));
    assert.deepEqual(
      organizations[0]?.credentials?.map(({ name, isMakerGone }) => [name, isMakerGone]),
      [
        ["bridge", true],
        ["gateway", true],
      ],
    );
  });

  it("says when the token expires, where the token itself does", async () => {
    const payload = Buffer.from(JSON.stringify({ exp: Date.UTC(2099, 0, 31) / 1000 })).toString("base64url");
    const token = `e30.${payload}.c2lnbmF0dXJl`;
    await simulator.putState((state) => {
      state.token = token;
    });
    const env = { ...simulator.env, LOSANT_API_TOKEN: token };
    assert.match(
      (await runInProcess({ env }, "status")).stdout,
      /^Token of owner@\S+, expires on 2099-01-31$/m,
    );
    await simulator.putState((state) => {
      state.token = simulator.token;
    });
  });

  it("asks nothing of applications without the flag", async () => {
    await leave();
    await simulator.clearRequests();
    const { organizations } = Status.parse(JSON.parse((await run("--json")).stdout));
    assert.equal(organizations[0]?.credentials, null);
    const { byAction } = await simulator.requests();
    assert.deepEqual(
      Object.keys(byAction).filter((name) => /Tokens|Keys/.test(name)),
      [],
    );
  });

  it("is no list where the token lacks the scope: an organization that could not be read, with the scope", async () => {
    await simulator.putState((state) => {
      state.tokenScopes = ["org.*", "orgs.*", "me.get", "applications.get", "dashboards.get"];
    });
    const { exitCode, stderr } = await run("--credentials");
    assert.equal(exitCode, 1);
    assert.match(stderr, /API tokens of application .*applicationApiTokens\.get/);
  });
});

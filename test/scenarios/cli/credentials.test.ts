import assert from "node:assert/strict";
import { Status } from "../../../cli/status/shape";
import { TestSimulator } from "../../support/simulator";
import { day } from "../../support/stack-setting";
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

  const listsToken = (scopes: string[], ...tokens: object[]) =>
    simulator.putState((state) => {
      state.tokenScopes = scopes;
      const common = { name: "ci", status: "active", creationDate: "2026-01-01T00:00:00.000Z" } as const;
      state.userApiTokens = tokens.map((token, at) => ({ id: `${at}`.repeat(24), ...common, ...token }));
    });
  const apiTokenOf = async () => Status.strict().parse(JSON.parse((await run("--json")).stdout));

  it("tells name, state, expiry, role and missing scopes of the token, where Losant lists it", async () => {
    await listsToken(["all.User.read"], {
      expirationDate: "2099-01-31T00:00:00.000Z",
      orgRoles: [{ orgId: simulator.orgId, role: "view" }],
    });
    const { stdout } = await run();
    assert.match(stdout, /^Token of owner@\S+, expires on 2099-01-31$/m);
    assert.match(
      stdout,
      /^API token "ci", active; lacks the scopes for changes org\.inviteMember, org\.revokeInvite, org\.modifyMember, org\.removeMember, org\.patch$/m,
    );
    assert.match(stdout, /this token +admin, limited to view, so it cannot change people;/);
    const { apiToken, tokenExpiresAt, organizations } = await apiTokenOf();
    assert.equal(tokenExpiresAt, "2099-01-31T00:00:00.000Z");
    assert.deepEqual([apiToken?.mayBe, apiToken?.name, apiToken?.status], [1, "ci", "active"]);
    assert.deepEqual(
      apiToken?.lacks.map((lack) => lack.for),
      ["changes"],
    );
    assert.equal(organizations[0]?.token.limitedTo, "view");
  });

  for (const [days, words] of [
    [31, ""],
    [30, " (in 30 days)"],
    [7, " (in 7 days); from then on every run fails, and access that ends does not end"],
  ] as const)
    it(`tells how long a token lasts that has ${days} days`, async () => {
      const expiry = new Date(Date.now() + days * day - 60_000).toISOString();
      await listsToken(["all.User"], { expirationDate: expiry });
      const { stdout } = await run();
      assert.ok(stdout.includes(`, expires on ${expiry.slice(0, 10)}${words}\n`), stdout);
      assert.equal((await apiTokenOf()).tokenDaysLeft, days);
    });

  it("names what else it lacks: for report, usage and --credentials", async () => {
    await listsToken(
      ["org.get", "org.pendingInvites", "orgs.get", "userApiTokens.get", "applications.get"],
      {},
    );
    const { apiToken, token } = await apiTokenOf();
    assert.equal(token, null);
    assert.deepEqual(Object.fromEntries((apiToken?.lacks ?? []).map((lack) => [lack.for, lack.scopes])), {
      changes: ["org.inviteMember", "org.revokeInvite", "org.modifyMember", "org.removeMember", "org.patch"],
      report: ["dashboards.get"],
      usage: [
        "org.deviceCounts",
        "org.notebookMinuteCounts",
        "org.payloadCounts",
        "org.payloadCountsBreakdown",
      ],
      "status --credentials": ["applicationApiTokens.get", "applicationKeys.get"],
    });
  });

  it("says that one may do all, and of several only how many there are", async () => {
    await listsToken(["all.User"], {});
    assert.match((await run()).stdout, /^API token "ci", active; lacks no scope for changes, report, /m);
    await listsToken(["all.User"], {}, { name: "other", scope: ["all.User.read"] });
    assert.match(
      (await run()).stdout,
      /^One of 2 API tokens of this user; which one, Losant does not tell$/m,
    );
    assert.deepEqual((await apiTokenOf()).apiToken, { mayBe: 2, name: null, status: null, lacks: [] });
  });

  it("says nothing of the token where it may not list tokens", async () => {
    await listsToken(["org.*", "orgs.*", "me.get"], { expirationDate: "2099-01-31T00:00:00.000Z" });
    const { exitCode, stdout } = await run();
    assert.equal(exitCode, 0);
    assert.doesNotMatch(stdout, /API token|expires/);
    const { apiToken, tokenExpiresAt } = await apiTokenOf();
    assert.deepEqual([apiToken, tokenExpiresAt], [null, null]);
  });

  it("asks nothing of applications without the flag", async () => {
    await leave();
    await simulator.clearRequests();
    const { organizations } = Status.parse(JSON.parse((await run("--json")).stdout));
    assert.equal(organizations[0]?.credentials, null);
    const { byAction } = await simulator.requests();
    assert.deepEqual(
      Object.keys(byAction).filter((name) => /^application(ApiTokens|Keys)/.test(name)),
      [],
    );
  });

  for (const [scope, words] of [
    ["applications.get", /Listing applications .*applications\.get/],
    ["applicationApiTokens.get", /API tokens of application .*applicationApiTokens\.get/],
  ] as const)
    it(`is no list where the token lacks ${scope}: with the reason, beside all else, and the end is 1`, async () => {
      await simulator.putState((state) => {
        const scopes = [
          "org.*",
          "orgs.*",
          "me.get",
          "applications.get",
          "dashboards.get",
          "applicationKeys.get",
        ];
        state.tokenScopes = scopes.filter((one) => one !== scope);
      });
      for (const flags of [[], ["--org", simulator.orgId]]) {
        const { exitCode, stdout, stderr } = await run("--credentials", ...flags);
        assert.equal(exitCode, 1);
        assert.match(stdout, /^ {2}MEMBER .*\n {2}owner@example\.com +admin/m);
        assert.match(stdout, new RegExp(`^  credentials could not be read: .*${words.source}`, "m"));
        assert.match(
          stderr,
          new RegExp(
            `^error: credentials of .* \\(${simulator.orgId}\\) could not be read: .*${words.source}`,
            "m",
          ),
        );
      }
      const { exitCode, stdout } = await run("--credentials", "--json");
      const { organizations, failed } = Status.parse(JSON.parse(stdout));
      assert.deepEqual([exitCode, failed, organizations[0]?.credentials], [1, [], null]);
      assert.match(organizations[0]?.credentialsProblem ?? "", words);
      assert.equal(organizations[0]?.members.length, 1);
    });
});

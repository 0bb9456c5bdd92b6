import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Status } from "../../../cli/status/shape";
import { AnswerProxy, refusal, replacing } from "../../support/answer-proxy";
import { fill } from "../../support/filled-organization";
import { temporaryFolder } from "../../support/project-folder";
import { TestSimulator } from "../../support/simulator";
import { runInProcess } from "./run-in-process";

describe("status of a live organization", () => {
  let simulator: TestSimulator;
  const folder = temporaryFolder("status");

  before(async () => {
    simulator = await TestSimulator.start();
    await fill(simulator, 6);
    await simulator.setMember("person1@example.com", { twoFactorAuthEnabled: true });
  });
  after(() => simulator?.close());

  const run = (...commandLine: string[]) => runInProcess(simulator, "status", ...commandLine);

  it("tells people, invites, seats and whose the token is", async () => {
    const { exitCode, stdout, stderr } = await run();
    assert.equal(exitCode, 0, stderr);
    assert.match(stdout, /^Token of owner@example\.com$/m);
    assert.match(stdout, /seats +11 of 2000/);
    assert.match(stdout, /allowed domains +all/);
    assert.match(stdout, /this token +admin; reads names of applications; reads names of dashboards$/m);
    assert.match(stdout, /person1@example\.com +edit +yes +no/);
    assert.match(stdout, /invited0@example\.com +view +in 7 days/);
    assert.match(stdout, /invited5@example\.com +view +expired/);
    assert.ok(!stdout.includes("\u001b"));
  });

  it("has members who are answered in part, by user id and as Losant says their role, beside all others", async () => {
    const proxy = await AnswerProxy.start(simulator.url);
    const userId = (await simulator.fetchMember("person2@example.com"))?.userId;
    proxy.add({
      edit: replacing((key, value) => (key === "email" && value === "person2@example.com" ? null : value)),
    });
    proxy.add({
      edit: replacing((key, value) => (key === "role" && value === "collaborate" ? "owner" : value)),
    });
    try {
      const env = { ...simulator.env, LOSANT_API_URL: proxy.url };
      const { exitCode, stdout, stderr } = await runInProcess({ env }, "status");
      assert.equal(exitCode, 0, stderr);
      assert.match(stdout, new RegExp(`user ${userId} +`));
      assert.match(stdout, /@example\.com +owner /);
      assert.match(stdout, /person1@example\.com +edit/);
      const folder = temporaryFolder("export-in-part");
      const exported = await runInProcess(
        { env },
        "export",
        "--org",
        simulator.orgId,
        "--out",
        join(folder, "new"),
      );
      assert.equal(exported.exitCode, 0, exported.stderr);
      assert.match(exported.stdout + exported.stderr, new RegExp(`user ${userId}`));
    } finally {
      await proxy.close();
    }
  });

  it("is JSON of the documented shape, with the ends that files of people state", async () => {
    writeFileSync(
      join(folder, "people.yaml"),
      "people:\n  person2@example.com: { role: view, until: 2999-12-31 }\n",
    );
    const { exitCode, stdout, stderr } = await run(
      "--json",
      "--org",
      simulator.orgId,
      "--people",
      join(folder, "people.yaml"),
    );
    assert.equal(exitCode, 0, stderr);
    const { token, organizations, failed } = Status.strict().parse(JSON.parse(stdout));
    assert.equal(token?.email, "owner@example.com");
    assert.deepEqual(failed, []);
    const [organization] = organizations;
    assert.deepEqual(organization?.seats, { taken: 11, limit: 2000 });
    assert.deepEqual(organization?.token, {
      role: "admin",
      limitedTo: null,
      readsApplications: true,
      readsDashboards: true,
    });
    const ending = organization?.members.find(({ email }) => email === "person2@example.com");
    assert.equal(ending?.until, "2999-12-31");
    assert.ok((ending?.daysLeft ?? 0) > 300_000);
  });

  it("of an organization that the token cannot see says what to do", async () => {
    const { exitCode, stderr } = await run("--org", "b".repeat(24));
    assert.equal(exitCode, 1);
    assert.match(stderr, /^error: Reading organization b{24} failed.*404/m);
  });

  describe("where one of several organizations cannot be read", () => {
    const other = "c".repeat(24);
    let proxy: AnswerProxy;

    before(async () => {
      await simulator.putState((state) => {
        const [first] = state.organizations;
        if (first) state.organizations.push({ ...first, id: other, orgId: other, name: "Other\nplace" });
      });
      proxy = await AnswerProxy.start(simulator.url);
      proxy.add({
        request: new RegExp(`^GET /orgs/${other}$`),
        answer: refusal(403, "Forbidden", "Not you"),
      });
    });
    after(async () => {
      await proxy?.close();
      await simulator.putState((state) => {
        state.organizations = state.organizations.filter(({ id }) => id !== other);
        delete state.invites[other];
      });
    });

    const runThere = (...flags: string[]) =>
      runInProcess({ env: { ...simulator.env, LOSANT_API_URL: proxy.url } }, "status", ...flags);
    const named = /error: 1 of 2 organizations could not be read: Other place \(c{24}\): .*403.*Not you/;

    it("tells of the others, names it, and ends with 1", async () => {
      const { exitCode, stdout, stderr } = await runThere();
      assert.equal(exitCode, 1);
      assert.match(stdout, /person1@example\.com/);
      assert.match(stdout, /^Other place \(c{24}\)\n {2}could not be read: .*403/m);
      assert.match(stderr, named);
    });

    it("has it in the JSON too", async () => {
      const { exitCode, stdout, stderr } = await runThere("--json");
      assert.equal(exitCode, 1);
      const { organizations, failed } = Status.strict().parse(JSON.parse(stdout));
      assert.equal(organizations.length, 1);
      assert.deepEqual([failed.length, failed[0]?.orgId, failed[0]?.name], [1, other, "Other\nplace"]);
      assert.match(failed[0]?.problem ?? "", /403/);
      assert.match(stderr, named);
    });
  });

  it("says that the token's user cannot be identified", async () => {
    await simulator.putState((state) => {
      state.tokenScopes = ["org.*", "orgs.*"];
    });
    const { exitCode, stdout } = await run();
    await simulator.putState((state) => {
      state.tokenScopes = ["all.User"];
    });
    assert.equal(exitCode, 0);
    assert.match(stdout, /Token of a user who cannot be identified \(scope me\.get is missing\)/);
    assert.match(stdout, /this token .*no names of applications \(scope applications\.get is missing\)/);
  });
});

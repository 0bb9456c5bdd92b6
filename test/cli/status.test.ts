import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Status } from "../../cli/status/report";
import { temporaryFolder } from "../support/project-folder";
import { TestSimulator } from "../support/simulator";
import { fill, runHere } from "./live-organization";

describe("status of a live organization", () => {
  let simulator: TestSimulator;
  const folder = temporaryFolder("status");

  before(async () => {
    simulator = await TestSimulator.start();
    await fill(simulator, 6);
    await simulator.setMember("person1@example.com", { twoFactorAuthEnabled: true });
  });
  after(() => simulator?.close());

  const run = (...commandLine: string[]) => runHere(folder, simulator.env, "status", ...commandLine);

  it("tells people, invites, seats and whose the token is", async () => {
    const { exitCode, stdout, output } = await run();
    assert.equal(exitCode, 0, output);
    assert.match(stdout, /^Token of owner@example\.com$/m);
    assert.match(stdout, /seats +11 of 2000/);
    assert.match(stdout, /allowed domains +all/);
    assert.match(stdout, /this token +admin$/m);
    assert.match(stdout, /person1@example\.com +edit +yes +no/);
    assert.match(stdout, /invited0@example\.com +view +in 6 days/);
    assert.match(stdout, /invited5@example\.com +view +lapsed/);
    assert.ok(!stdout.includes("\u001b"));
  });

  it("is JSON of the documented shape, with the ends that files of people state", async () => {
    writeFileSync(
      join(folder, "people.yaml"),
      "people:\n  person2@example.com: { role: view, until: 2999-12-31 }\n",
    );
    const { exitCode, stdout, output } = await run(
      "--json",
      "--org",
      simulator.orgId,
      "--people",
      "people.yaml",
    );
    assert.equal(exitCode, 0, output);
    const { token, organizations } = Status.strict().parse(JSON.parse(stdout));
    assert.equal(token?.email, "owner@example.com");
    const [organization] = organizations;
    assert.deepEqual(organization?.seats, { taken: 11, limit: 2000 });
    const ending = organization?.members.find(({ email }) => email === "person2@example.com");
    assert.equal(ending?.until, "2999-12-31");
    assert.ok((ending?.daysLeft ?? 0) > 300_000);
  });

  it("of an organization that the token cannot see says what to do", async () => {
    const { exitCode, output } = await run("--org", "b".repeat(24));
    assert.equal(exitCode, 1);
    assert.match(output, /^error: Reading organization b{24} failed.*404/m);
  });

  it("tells of a token that may not say whose it is", async () => {
    await simulator.putState((state) => {
      state.tokenScopes = ["org.*", "orgs.*"];
    });
    const { exitCode, stdout } = await run();
    await simulator.putState((state) => {
      state.tokenScopes = ["all.User"];
    });
    assert.equal(exitCode, 0);
    assert.match(stdout, /Token of a user that it may not tell \(it needs the scope me\.get\)/);
  });
});

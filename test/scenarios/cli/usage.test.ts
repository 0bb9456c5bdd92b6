import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Usage } from "../../../usage/figures";
import { AnswerProxy, refusal, replacing } from "../../support/answer-proxy";
import { temporaryFolder } from "../../support/project-folder";
import { TestSimulator } from "../../support/simulator";
import { runInProcess } from "./run-in-process";

const other = "c".repeat(24);
const day = 24 * 60 * 60 * 1000;

/** How long it is to the 15th of next month, at noon: every figure has days behind it, and days to come. */
function untilMidMonth(now: Date): number {
  return Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 15, 12) - now.getTime();
}

/** A day by its distance from the simulator's own. */
async function dayOf(simulator: TestSimulator, ago: number): Promise<string> {
  const { clockAheadMs } = await simulator.state();
  return new Date(Date.now() + clockAheadMs - ago * day).toISOString().slice(0, 10);
}

describe("usage of live organizations", () => {
  let simulator: TestSimulator;

  beforeEach(async () => {
    simulator = await TestSimulator.start({ people: 12 });
    await simulator.advance(untilMidMonth(new Date()));
    await simulator.putState((state) => {
      const [first] = state.organizations;
      if (!first) return;
      const limits = { device: 1e6, payload: 1e9, notebookMinutesPerMonth: 10_000, member: 100 };
      first.limits = limits;
      state.organizations.push({
        ...first,
        id: other,
        orgId: other,
        name: "Other\nplace",
        limits: { ...limits },
      });
      // The invites of the start have expired by now, and take no seat.
      state.invites[simulator.orgId]?.push({ email: "new@example.com", role: "view" });
    });
    await simulator.clearRequests();
  });
  afterEach(() => simulator?.close());

  const run = (...commandLine: string[]) => runInProcess(simulator, "usage", ...commandLine);
  const jsonOf = async (...commandLine: string[]) => {
    const { stdout, ...more } = await run("--json", ...commandLine);
    return { ...more, usage: Usage.strict().parse(JSON.parse(stdout)) };
  };
  const limit = (limits: object, orgId = simulator.orgId) =>
    simulator.putState((state) => {
      for (const one of state.organizations) if (one.id === orgId) Object.assign(one.limits, limits);
    });

  it("tells of all that the token sees, by six requests each, and changes nothing", async () => {
    const before = await simulator.state();
    const { exitCode, stdout, stderr } = await run();
    assert.equal(exitCode, 0, stderr);
    assert.match(stdout, /^Simulated Organization \(\w{24}\)\nBilling period \d{4}-\d\d-01 to /m);
    assert.match(stdout, /^Other place \(c{24}\)$/m);
    assert.match(stdout, /^ {2}Seats +14 +– +100 +14% /m);
    assert.ok(!stdout.includes("\u001b"));
    const { byAction } = await simulator.requests();
    const each = ["org.get", "org.pendingInvites", "org.deviceCounts", "org.notebookMinuteCounts"];
    const all = [...each, "org.payloadCounts", "org.payloadCountsBreakdown"];
    assert.deepEqual(byAction, { "orgs.get": 1, ...Object.fromEntries(all.map((action) => [action, 2])) });
    assert.deepEqual(await simulator.state(), before);
  });

  it("is JSON of the documented shape, with sums that agree", async () => {
    const { usage, exitCode } = await jsonOf("--org", simulator.orgId);
    assert.equal(exitCode, 0);
    const [organization] = usage.organizations;
    assert.ok(organization);
    const [devices, payloads, minutes, seats] = organization.standings;
    assert.equal(organization.period.source, "losant");
    assert.equal(organization.payloads?.length, 15);
    assert.equal(
      payloads?.value,
      organization.payloads?.reduce((sum, { value }) => sum + value, 0),
    );
    assert.equal(devices?.value, organization.devices?.at(-1)?.total);
    assert.equal(
      minutes?.value,
      organization.notebookMinutes?.reduce((sum, one) => sum + one.minutes, 0),
    );
    assert.deepEqual(organization.seats, { members: 13, invites: 1 });
    assert.equal(seats?.value, 14);
    assert.ok((payloads?.projected ?? 0) > 1.9 * (payloads?.value ?? 0));
  });

  it("asks for each organization of --org once, without a list of them", async () => {
    const orgs = [other, simulator.orgId, other.toUpperCase()];
    const { usage, exitCode } = await jsonOf(...orgs.flatMap((orgId) => ["--org", orgId]));
    assert.equal(exitCode, 0);
    assert.deepEqual(
      usage.organizations.map(({ orgId }) => orgId),
      orgs.slice(0, 2),
    );
    assert.equal((await simulator.requests()).byAction["orgs.get"], undefined);
  });

  describe("where a scope is missing", () => {
    const scopesBut = (missing: string) =>
      simulator.putState((state) => {
        const needed = ["get", "pendingInvites", "deviceCounts", "notebookMinuteCounts", "payloadCounts"];
        const scopes = [...needed, "payloadCountsBreakdown"].map((action) => `org.${action}`);
        state.tokenScopes = ["orgs.get", ...scopes].filter((scope) => scope !== missing);
      });

    it("needs none but those of what it reads", async () => {
      await scopesBut("");
      const { exitCode, stderr } = await run("--fail-over", "90%");
      assert.equal(exitCode, 0, stderr);
    });

    for (const [scope, what] of [
      ["org.deviceCounts", "devices"],
      ["org.payloadCountsBreakdown", "payloads"],
      ["org.payloadCounts", "payloads by kind"],
      ["org.notebookMinuteCounts", "notebook minutes"],
      ["org.pendingInvites", "seats"],
    ] as const) {
      it(`tells all else, says what is not known, and never passes: ${scope}`, async () => {
        await scopesBut(scope);
        for (const flags of [[], ["--fail-over", "1000%"]]) {
          const { exitCode, stdout, stderr } = await run(...flags);
          assert.equal(exitCode, 1);
          assert.match(stdout, new RegExp(`^  not known: ${what}: .*403`, "m"));
          assert.match(stdout, /^ {2}(Devices|Payloads) +[\d,]+ +[\d,]+ +[\d,]+ /m);
          const named = `error: not everything could be read\\. Not known: ${what} of Other place \\(c{24}\\): .*; ${what} of Simulated`;
          assert.match(stderr, new RegExp(`^${named}`, "m"));
        }
      });
    }

    it("says how to do without the list of organizations", async () => {
      await scopesBut("orgs.get");
      const { exitCode, stderr } = await run();
      assert.equal(exitCode, 1);
      assert.match(stderr, /may not list organizations: pass the organization's id with --org/);
      assert.equal((await run("--org", simulator.orgId)).exitCode, 0);
    });
  });

  describe("with --fail-over", () => {
    it("is content below the share, and above it without the flag", async () => {
      assert.equal((await run("--fail-over", "90%")).exitCode, 0);
      await limit({ member: 1 });
      assert.equal((await run()).exitCode, 0);
    });

    it("names what is over in all organizations at once, and ends with 1", async () => {
      await limit({ member: 15, device: 100 });
      await limit({ member: 10 }, other);
      await simulator.putState((state) => {
        state.invites[other] = [];
      });
      const { exitCode, stdout, stderr } = await run("--fail-over", "90%");
      assert.equal(exitCode, 1);
      assert.match(stdout, /^Other place/m);
      const lines = stderr.trim().split("\n");
      assert.equal(lines[0], "Over 90% of the limit:");
      assert.match(lines[1] ?? "", /^ {2}seats of Other place \(c{24}\): 13 of 10 \(130%\)$/);
      assert.match(lines[2] ?? "", /^ {2}devices of Simulated Organization \(\w{24}\): [\d,]+ of 100 \(/);
      assert.match(lines[3] ?? "", /^ {2}seats of Simulated Organization \(\w{24}\): 14 of 15 \(93\.3%\)$/);
      assert.equal(lines.length, 4);
    });

    it("finds a figure that is below the limit now, and projected above it", async () => {
      const { usage } = await jsonOf("--org", simulator.orgId);
      const soFar = usage.organizations[0]?.standings[1]?.value ?? 0;
      await limit({ payload: Math.round(soFar * 1.5) });
      const { exitCode, stderr } = await run("--fail-over", "100%");
      assert.equal(exitCode, 1);
      assert.match(stderr, /^ {2}payloads of Simulated.*\(66\.6%\), projected [\d,]+ \(1[2-4]\d%\)$/m);
    });

    it("says for which figures no limit is stated", async () => {
      await simulator.putState((state) => {
        for (const one of state.organizations) one.limits = { device: 1e6, payload: 1e9 };
      });
      const { exitCode, stderr } = await run("--fail-over", "90%");
      assert.equal(exitCode, 0);
      assert.match(
        stderr,
        /^No limit is stated for notebook minutes, seats of Other place \(c{24}\); notebook minutes, seats of Sim/m,
      );
    });

    it("does not pass where one of several organizations cannot be read, and tells of the others", async () => {
      const proxy = await AnswerProxy.start(simulator.url);
      try {
        proxy.add({
          request: new RegExp(`^GET /orgs/${other}$`),
          answer: refusal(403, "Forbidden", "Not you"),
        });
        const env = { ...simulator.env, LOSANT_API_URL: proxy.url };
        const { exitCode, stdout, stderr } = await runInProcess({ env }, "usage", "--fail-over", "90%");
        assert.equal(exitCode, 1);
        assert.match(stdout, /^Simulated Organization/m);
        assert.match(stdout, /^Other place \(c{24}\)\n {2}could not be read: .*Not you/m);
        assert.match(stderr, /Not known: everything of Other place \(c{24}\): .*Not you/);
      } finally {
        await proxy.close();
      }
    });

    it("does not pass where the limits are not answered", async () => {
      const proxy = await AnswerProxy.start(simulator.url);
      try {
        proxy.add({ edit: replacing((key, value) => (key === "limits" ? null : value)) });
        const env = { ...simulator.env, LOSANT_API_URL: proxy.url };
        const { exitCode, stderr } = await runInProcess({ env }, "usage", "--fail-over", "90%");
        assert.equal(exitCode, 1);
        assert.match(stderr, /Not known: limits of .*: Losant's answer has none that can be read/);
      } finally {
        await proxy.close();
      }
    });

    it("does not pass where there is nothing to judge", async () => {
      await simulator.putState((state) => {
        state.organizations = [];
        state.invites = {};
      });
      const { exitCode, stderr } = await run("--fail-over", "90%");
      assert.equal(exitCode, 1);
      assert.match(stderr, /The token sees no organization/);
    });
  });

  describe("over a range", () => {
    it("has 93 days, with the standing of the period beside them", async () => {
      const [from, to] = [await dayOf(simulator, 92), await dayOf(simulator, 0)];
      const { usage, exitCode } = await jsonOf("--org", simulator.orgId, "--from", from, "--to", to);
      assert.equal(exitCode, 0);
      const [organization] = usage.organizations;
      for (const days of [organization?.devices, organization?.payloads, organization?.notebookMinutes]) {
        assert.deepEqual([days?.length, days?.[0]?.day, days?.at(-1)?.day], [93, from, to]);
      }
      for (const { figure, days } of organization?.standings.slice(0, 3) ?? [])
        assert.deepEqual([figure, days.length], [figure, 15]);
    });

    it("asks for the days of the period once, where they are days of the range", async () => {
      await run("--org", simulator.orgId, "--from", await dayOf(simulator, 92));
      assert.equal((await simulator.requests()).total, 6);
      await simulator.clearRequests();
      await run("--org", simulator.orgId, "--from", await dayOf(simulator, 5));
      assert.equal((await simulator.requests()).total, 9);
    });

    for (const [wrong, problem, ...flags] of [
      [
        "94 days",
        "94 days are asked for; at most 93 are possible",
        "--from",
        "2026-01-01",
        "--to",
        "2026-04-04",
      ],
      ["an end before the start", "--from is after --to", "--from", "2026-01-02", "--to", "2026-01-01"],
      ["a start years ago", "days are asked for; at most 93 are possible", "--from", "2024-01-01"],
      ["no time", "Allowed are a day (UTC)", "--from", "yesterday"],
      ["no grouping", "Allowed are day, hour, kind", "--by", "week"],
      ["no share", "with its sign, such as 90%", "--fail-over", "0.9"],
      ["two forms at once", "cannot be used with option '--csv'", "--json", "--csv"],
    ] as const) {
      it(`refuses ${wrong} before it asks`, async () => {
        const { exitCode, stdout, stderr } = await run(...flags);
        assert.deepEqual([exitCode, stdout], [2, ""]);
        assert.ok(stderr.includes(problem), stderr);
        assert.equal((await simulator.requests()).total, 0);
      });
    }

    it("refuses a start that is to come by Losant's clock", async () => {
      for (const flags of [[], ["--org", simulator.orgId], ["--json"]]) {
        const { exitCode, stdout, stderr } = await run(...flags, "--from", await dayOf(simulator, -2));
        assert.deepEqual([exitCode, stdout], [2, ""]);
        assert.match(stderr, /^error: --from is after now$/m);
      }
    });

    it("asks for at most 93 days at once where the billing period is a year", async () => {
      const proxy = await AnswerProxy.start(simulator.url);
      try {
        const start = `${await dayOf(simulator, 199)}T00:00:00.000Z`;
        const end = `${await dayOf(simulator, -100)}T00:00:00.000Z`;
        proxy.add({ edit: replacing((key, value) => (key === "currentPeriodStart" ? start : value)) });
        proxy.add({ edit: replacing((key, value) => (key === "currentPeriodEnd" ? end : value)) });
        const env = { ...simulator.env, LOSANT_API_URL: proxy.url };
        const { exitCode, stdout, stderr } = await runInProcess(
          { env },
          "usage",
          "--json",
          "--org",
          simulator.orgId,
        );
        assert.equal(exitCode, 0, stderr);
        const [organization] = Usage.parse(JSON.parse(stdout)).organizations;
        assert.equal(organization?.payloads?.length, 93);
        const [devices, payloads, minutes] = organization?.standings ?? [];
        assert.deepEqual([devices?.days.length, payloads?.days.length], [200, 200]);
        // Of a month, as its limit is.
        assert.equal(minutes?.days.length, 15);
        // The 93 days that are shown, and three pieces of the period.
        assert.equal(proxy.count(/payloadCountsBreakdown$/), 4);
      } finally {
        await proxy.close();
      }
    });
  });

  it("has hours and kinds where they are asked for", async () => {
    const today = await dayOf(simulator, 0);
    const hours = await run("--org", simulator.orgId, "--from", today, "--by", "hour");
    assert.match(hours.stdout, new RegExp(`^  ${today} 11:00 +[\\d,]+  [█▏▎▍▌▋▊▉]+$`, "m"));
    const kinds = await run("--org", simulator.orgId, "--by", "kind");
    assert.match(kinds.stdout, /^ {2}deviceState +device\.mqtt +[\d,]+ +7\d(\.\d)?% {2}█+$/m);
  });

  it("is CSV of which no name makes a formula, with nothing else on stdout", async () => {
    await simulator.putState((state) => {
      for (const one of state.organizations) one.name = '=HYPERLINK("https://example.com")';
    });
    const { stdout, exitCode } = await run("--csv", "--by", "kind", "--fail-over", "90%");
    assert.equal(exitCode, 0);
    const lines = stdout.split("\r\n");
    assert.equal(lines[0], "orgId,organization,type,source,payloads");
    assert.equal(lines.at(-1), "");
    for (const line of lines.slice(1, -1))
      assert.match(line, /^\w{24},"'=HYPERLINK\(""https:[^"]+""\)",\w+,[\w.]+,\d+$/);
  });

  it("writes the pictures of each organization, and says so beside stdout", async () => {
    const folder = join(temporaryFolder("usage"), "new/pictures");
    const { exitCode, stdout, stderr } = await run("--svg", folder, "--json");
    assert.equal(exitCode, 0, stderr);
    Usage.parse(JSON.parse(stdout));
    assert.match(stderr, /^Wrote 13 pictures to /m);
    const names = readdirSync(folder);
    assert.equal(names.filter((name) => name.startsWith(`${simulator.orgId}-`)).length, 7);
    // Without applications, the other one has no kinds of payloads.
    assert.equal(names.length, 13);
    for (const name of names) assert.match(readFileSync(join(folder, name), "utf8"), /^<svg .*<\/svg>\n$/s);
  });
});

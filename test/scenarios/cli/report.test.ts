import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { LosantClient } from "../../../client";
import { Manifest } from "../../../report/manifest";
import { Report } from "../../../report/report";
import { AnswerProxy, refusal } from "../../support/answer-proxy";
import { fill, oddNames } from "../../support/filled-organization";
import { temporaryFolder } from "../../support/project-folder";
import { TestSimulator } from "../../support/simulator";
import { runInProcess } from "./run-in-process";

const other = "c".repeat(24);

describe("a report of live organizations", () => {
  let simulator: TestSimulator;
  let proxy: AnswerProxy;
  let folder: string;
  let onEnd: (() => Promise<void>) | undefined;

  before(async () => {
    simulator = await TestSimulator.start();
    await fill(simulator, 12, 230);
    proxy = await AnswerProxy.start(simulator.url);
  });
  after(async () => {
    await Promise.all([simulator?.close(), proxy?.close()]);
  });
  beforeEach(async () => {
    folder = temporaryFolder("report");
    proxy.reset();
    await simulator.clearRequests();
  });

  afterEach(async () => {
    await onEnd?.();
    onEnd = undefined;
  });

  const at = (name: string) => join(folder, name);
  const run = (...flags: string[]) => runInProcess(simulator, "report", ...flags);
  const runThrough = (...flags: string[]) =>
    runInProcess({ env: { ...simulator.env, LOSANT_API_URL: proxy.url } }, "report", ...flags);
  const reportIn = (file: string) => Report.strict().parse(JSON.parse(readFileSync(file, "utf8")));

  it("writes a page and its data, of all pages of each list, and changes nothing", async () => {
    const { exitCode, stdout, stderr } = await run("--out", at("page.html"), "--json", at("report.json"));
    assert.deepEqual([exitCode, stderr], [0, ""]);
    assert.match(
      stdout,
      /^Wrote .*page\.html, .*report\.json: 12 people and 6 invites of .*; \d things need attention\.$/m,
    );
    const [organization] = reportIn(at("report.json")).organizations;
    assert.deepEqual(
      organization?.listings.map(({ items, isComplete }) => [items, isComplete]),
      [
        [12, true],
        [6, true],
        [230, true],
        [4, true],
      ],
    );
    const person = organization?.people.find(({ email }) => email === "person3@example.com");
    assert.equal(person?.applicationRoles?.[0]?.name, oddNames[1]);
    const page = readFileSync(at("page.html"), "utf8");
    assert.ok(page.startsWith("<!doctype html>") && page.includes("person11@example.com"));
    const { byAction } = await simulator.requests();
    assert.deepEqual(byAction, {
      "orgs.get": 1,
      "me.get": 1,
      "userApiTokens.get": 1,
      "org.get": 1,
      "org.pendingInvites": 1,
      "applications.get": 3,
      "dashboards.get": 1,
    });
  });

  it("is the same for the same organization and date, byte by byte", async () => {
    const date = ["--date", "2026-12-01T08:00:00Z"];
    await run("--out", at("one.html"), "--json", at("one.json"), ...date);
    await simulator.advance(1000);
    await run("--out", at("two.html"), "--json", at("two.json"), ...date);
    for (const kind of ["html", "json"])
      assert.equal(readFileSync(at(`one.${kind}`), "utf8"), readFileSync(at(`two.${kind}`), "utf8"));
    assert.equal(reportIn(at("one.json")).madeAt, "2026-12-01T08:00:00.000Z");
  });

  it("has invites as they are at its date: expired once they end by then, and open before", async () => {
    const later = await TestSimulator.start();
    onEnd = () => later.close();
    await later.putState((state) => {
      state.invites[later.orgId]?.push({ email: "new@example.com", role: "view" });
    });
    const days = 24 * 60 * 60 * 1000;
    const dateIn = (number: number) => ["--date", new Date(Date.now() + number * days).toISOString()];
    const expired = async (...date: string[]) => {
      await runInProcess(later, "report", "--out", at("page.html"), "--json", at("report.json"), ...date);
      const [{ invites, seats } = assert.fail()] = reportIn(at("report.json")).organizations;
      return [seats.taken, ...invites.map(({ isExpired }) => isExpired)];
    };
    const now = await expired();
    assert.ok(!now.includes(true));
    assert.deepEqual(await expired(...dateIn(10)), [
      Number(now[0]) - now.length + 1,
      ...now.slice(1).map(() => true),
    ]);
    const page = readFileSync(at("page.html"), "utf8");
    assert.match(page, /<dt>open invites<\/dt><dd>0</);
    assert.match(page, /Invites that have expired/);
    assert.doesNotMatch(page, /Invites that expire within two days/);
    await later.advance(10 * days);
    assert.ok((await expired()).includes(true));
    assert.ok(!(await expired(...dateIn(0))).includes(true));
  });

  it("has the moment of Losant's clock without a date", async () => {
    const days = 24 * 60 * 60 * 1000;
    const later = await TestSimulator.start();
    await later.advance(40 * days);
    await runInProcess(later, "report", "--out", at("page.html"), "--json", at("report.json"));
    await later.close();
    assert.ok(Date.parse(reportIn(at("report.json")).madeAt) > Date.now() + 39 * days);
  });

  for (const [list, action] of [
    ["invites", "/orgs/[0-9a-f]+/invites"],
    ["applications", "/applications"],
    ["dashboards", "/dashboards"],
  ])
    it(`that may not read ${list} has the rest, says so on the page and in the manifest, and ends with 1`, async () => {
      proxy.add({ request: new RegExp(`^GET ${action}$`), answer: refusal(403, "Forbidden", "Not you") });
      const { exitCode, stdout, stderr } = await runThrough("--evidence", at("evidence"));
      assert.equal(exitCode, 1);
      assert.match(stdout, /^Wrote .*12 people/m);
      assert.match(
        stderr,
        new RegExp(`^error: the report is not complete\\. Could not be read: ${list} of .*403.*Not you`, "m"),
      );
      assert.match(readFileSync(at("evidence/report.html"), "utf8"), /This report is not complete\./);
      const manifest = Manifest.parse(JSON.parse(readFileSync(at("evidence/manifest.json"), "utf8")));
      assert.equal(manifest.isComplete, false);
      assert.deepEqual(
        manifest.listings.filter(({ isComplete }) => !isComplete).map(({ what, items }) => [what, items]),
        [[list, 0]],
      );
      assert.ok(manifest.requests.some(({ status }) => status === 403));
      const { people } = reportIn(at("evidence/report.json")).organizations[0] ?? assert.fail();
      assert.equal(people.length, 12);
    });

  it("whose pages do not fit together has no half of a list", async () => {
    proxy.add({
      request: /^GET \/applications$/,
      edit: (answer) => {
        const page: unknown = JSON.parse(answer.body);
        const isLater = typeof page === "object" && page !== null && "page" in page && page.page !== 0;
        if (isLater) answer.body = JSON.stringify({ ...page, items: [] });
      },
    });
    const { exitCode, stderr } = await runThrough("--out", at("page.html"), "--json", at("report.json"));
    assert.equal(exitCode, 1);
    assert.match(stderr, /applications of .*there are 100 of 230 items/);
    const [organization] = reportIn(at("report.json")).organizations;
    assert.deepEqual(organization?.applications, []);
  });

  it("names the token's user where that may be known, and is complete without", async () => {
    proxy.add({ request: /^GET \/me$/, answer: refusal(403, "Forbidden") });
    const { exitCode } = await runThrough("--out", at("page.html"), "--json", at("report.json"));
    assert.equal(exitCode, 0);
    assert.equal(reportIn(at("report.json")).token, null);
    await run("--out", at("page.html"), "--json", at("report.json"));
    assert.equal(reportIn(at("report.json")).token?.email, "owner@example.com");
  });

  it("tells that its token expires soon, where Losant lists it, and is complete where it may not", async () => {
    const listed = async (userApiTokens: Awaited<ReturnType<typeof simulator.state>>["userApiTokens"]) =>
      simulator.putState((state) => {
        state.userApiTokens = userApiTokens;
      });
    const { userApiTokens } = await simulator.state();
    const [token = assert.fail()] = userApiTokens ?? [];
    await listed([{ ...token, expirationDate: "2026-12-20T00:00:00.000Z" }]);
    const flags = ["--out", at("page.html"), "--json", at("report.json"), "--date", "2026-12-01"];
    assert.equal((await run(...flags)).exitCode, 0);
    assert.equal(reportIn(at("report.json")).tokenExpiresAt, "2026-12-20T00:00:00.000Z");
    assert.match(readFileSync(at("page.html"), "utf8"), /The API token expires within 30 days.*in 19 days/);
    proxy.add({ request: /^GET \/me\/tokens$/, answer: refusal(403, "Forbidden") });
    assert.equal((await runThrough(...flags)).exitCode, 0);
    assert.equal(reportIn(at("report.json")).tokenExpiresAt, null);
    await listed(userApiTokens);
  });

  it("says who is in no file, and until when others have access", async () => {
    writeFileSync(
      at("people.yaml"),
      "people:\n  owner@example.com: admin\n  person1@example.com: { role: edit, until: 2026-12-24, reason: season, owner: owner@example.com }\n",
    );
    await run(
      "--out",
      at("page.html"),
      "--json",
      at("report.json"),
      "--date",
      "2026-12-20",
      "--people",
      at("people.yaml"),
    );
    const { files, organizations } = reportIn(at("report.json"));
    assert.equal(files?.length, 1);
    const people = organizations[0]?.people ?? [];
    assert.deepEqual(
      people.filter(({ isNamed }) => isNamed).map(({ email }) => email),
      ["owner@example.com", "person1@example.com"],
    );
    const page = readFileSync(at("page.html"), "utf8");
    assert.ok(page.includes("People whom no file names"));
    assert.ok(page.includes("Access ends within 14 days"));
  });

  it("refuses files of people that are wrong before it asks Losant", async () => {
    writeFileSync(at("people.yaml"), "people:\n  owner@example.com: boss\n");
    const { exitCode, stderr } = await run("--out", at("page.html"), "--people", at("people.yaml"));
    assert.equal(exitCode, 1);
    assert.match(stderr, /people\.yaml:2/);
    assert.equal((await simulator.requests()).total, 0);
    assert.equal(existsSync(at("page.html")), false);
  });

  it("shows who came, went, was promoted and demoted since the data of an earlier one", async () => {
    await simulator.addMember({ email: "leaver@example.com", role: "view" });
    await run("--out", at("old.html"), "--json", at("old.json"));
    await simulator.removeMember("leaver@example.com");
    await simulator.addMember({ email: "comer@example.com", role: "edit" });
    await simulator.setMember("person2@example.com", { role: "admin" });
    await simulator.setMember("person1@example.com", { role: "none" });
    await run("--out", at("new.html"), "--json", at("new.json"), "--since", at("old.json"));
    await simulator.removeMember("comer@example.com");
    const [changes] = reportIn(at("new.json")).changes?.organizations ?? [];
    const emails = (list: { email: string }[] = []) => list.map(({ email }) => email);
    assert.deepEqual([changes?.came, changes?.went, changes?.promoted, changes?.demoted].map(emails), [
      ["comer@example.com"],
      ["leaver@example.com"],
      ["person2@example.com"],
      ["person1@example.com"],
    ]);
    assert.match(readFileSync(at("new.html"), "utf8"), /Changed since/);
  });

  describe("with who did it", () => {
    const email = "climber@example.com";
    const log = "GET /orgs/[0-9a-f]+/audit-logs";
    const logRequests = async () => (await simulator.requests()).byAction["auditLogs.get"];

    beforeEach(async () => {
      await simulator.addMember({ email, role: "view" });
      await run("--out", at("old.html"), "--json", at("old.json"));
    });
    afterEach(() => simulator.removeMember(email));

    /** By the API, which logs it. */
    async function promote(): Promise<void> {
      const client = new LosantClient({ apiToken: simulator.token, apiUrl: simulator.url });
      const { userId = "" } = (await simulator.fetchMember(email)) ?? {};
      await client.org.modifyMember({ orgId: simulator.orgId, member: { userId, role: "edit" } });
      await simulator.clearRequests();
    }

    const since = () => ["--out", at("new.html"), "--json", at("new.json"), "--since", at("old.json")];
    const promotedIn = (file: string) => reportIn(file).changes?.organizations[0]?.promoted;

    it("names them where the organization has an audit log, which it asks once", async () => {
      await promote();
      assert.equal((await run(...since())).exitCode, 0);
      const [change, ...others] = promotedIn(at("new.json")) ?? [];
      assert.deepEqual([change?.email, others], [email, []]);
      assert.deepEqual([change?.by?.name, change?.by?.kind], ["Olivia Owner", "user"]);
      assert.match(readFileSync(at("new.html"), "utf8"), /view → edit, by <bdi>Olivia Owner<\/bdi>/);
      assert.equal(await logRequests(), 1);
    });

    it("names who invited somebody, whose open invite is among what changed", async () => {
      const client = new LosantClient({ apiToken: simulator.token, apiUrl: simulator.url });
      const invite = { email: "invited@example.com", role: "admin" as const };
      await client.org.inviteMember({ orgId: simulator.orgId, invite });
      assert.equal((await run(...since())).exitCode, 0);
      const [change] = reportIn(at("new.json")).changes?.organizations[0]?.invited ?? [];
      assert.deepEqual(
        [change?.email, change?.to, change?.by?.name],
        [invite.email, "admin", "Olivia Owner"],
      );
      assert.match(
        readFileSync(at("new.html"), "utf8"),
        /Invited <span.*invited@example\.com.*as admin, by <bdi>Olivia/,
      );
      await simulator.putState((state) => {
        state.invites[simulator.orgId] = (state.invites[simulator.orgId] ?? []).filter(
          ({ email: one }) => one !== invite.email,
        );
      });
    });

    it("asks for no log where nobody came, went or has another role", async () => {
      await simulator.clearRequests();
      assert.equal((await run(...since())).exitCode, 0);
      assert.equal(await logRequests(), undefined);
    });

    for (const status of [403, 404])
      it(`names nobody where the log is refused with ${status}, and is complete`, async () => {
        await promote();
        proxy.add({ request: new RegExp(`^${log}$`), answer: refusal(status, "Refused") });
        const { exitCode, stderr } = await runThrough(...since());
        assert.deepEqual([exitCode, stderr], [0, ""]);
        assert.deepEqual(promotedIn(at("new.json")), [{ email, from: "view", to: "edit" }]);
        assert.doesNotMatch(readFileSync(at("new.html"), "utf8"), /audit log/);
      });
  });

  describe("with the credentials of applications", () => {
    beforeEach(() =>
      simulator.putState((state) => {
        const creationDate = "2026-01-01T00:00:00.000Z";
        const common = { status: "active", creatorType: "user", creationDate } as const;
        const [first = assert.fail(), second = assert.fail()] = state.applications;
        const left = { ...common, creatorId: "b".repeat(24), applicationId: first.id };
        state.credentials = [
          { ...left, id: "7".repeat(24), kind: "apiToken", name: "bridge", creatorName: "Bob" },
          { ...left, id: "8".repeat(24), kind: "accessKey", name: "<b>gateway</b>" },
          {
            ...{ ...common, id: "9".repeat(24), kind: "apiToken", name: "meter", creatorId: state.userId },
            ...{
              applicationId: second.id,
              creatorName: "Olivia",
              expirationDate: "2099-01-31T00:00:00.000Z",
            },
          },
        ];
      }),
    );

    it("has them by who made them, two requests for each application, and asks for none without the flag", async () => {
      const flags = ["--credentials", "--evidence", at("evidence")];
      const { exitCode, stdout, stderr } = await run(...flags);
      assert.deepEqual([exitCode, stderr], [0, ""], stdout);
      const { byAction } = await simulator.requests();
      assert.deepEqual([byAction["applicationApiTokens.get"], byAction["applicationKeys.get"]], [230, 230]);
      const [organization] = reportIn(at("evidence/report.json")).organizations;
      assert.deepEqual(
        organization?.credentials?.map(({ name, maker, isMakerGone, isEndless, expiresAt }) => [
          ...[name, maker, isMakerGone, isEndless, expiresAt],
        ]),
        [
          ["bridge", "Bob", true, true, null],
          ["<b>gateway</b>", "Bob", true, false, null],
          ["meter", "Olivia", false, false, "2099-01-31T00:00:00.000Z"],
        ],
      );
      const page = readFileSync(at("evidence/report.html"), "utf8");
      assert.match(page, /API tokens and access keys of people who left/);
      assert.match(page, /made <a href="#c0-2">1 API token<\/a>/);
      assert.ok(!page.includes("<b>gateway"));
      assert.match(readFileSync(at("evidence/credentials.csv"), "utf8"), /"API token","bridge"/);
      const manifest = Manifest.parse(JSON.parse(readFileSync(at("evidence/manifest.json"), "utf8")));
      assert.deepEqual(
        manifest.listings.slice(-2).map(({ what, items, isComplete }) => [what, items, isComplete]),
        [
          ["API tokens", 2, true],
          ["access keys", 1, true],
        ],
      );
      await simulator.clearRequests();
      await run("--out", at("page.html"), "--json", at("report.json"));
      assert.equal(reportIn(at("report.json")).organizations[0]?.credentials, undefined);
      assert.equal((await simulator.requests()).byAction["applicationKeys.get"], undefined);
    });

    it("has the address of who made them: of members, and of people who left as an earlier report has it", async () => {
      const makers = (file: string) =>
        reportIn(file).organizations[0]?.credentials?.map(({ name, makerEmail }) => [name, makerEmail]);
      const creatorId = await simulator.addMember({ email: "bob@example.com", role: "edit" });
      await simulator.putState((state) => {
        for (const one of state.credentials ?? []) if (one.name !== "meter") one.creatorId = creatorId;
      });
      await run("--out", at("old.html"), "--json", at("old.json"), "--credentials");
      const all = (email: string | null) => [
        ["bridge", email],
        ["<b>gateway</b>", email],
        ["meter", "owner@example.com"],
      ];
      assert.deepEqual(
        Object.fromEntries(makers(at("old.json")) ?? []),
        Object.fromEntries(all("bob@example.com")),
      );
      await simulator.removeMember("bob@example.com");
      await run("--out", at("new.html"), "--json", at("new.json"), "--credentials");
      assert.deepEqual(makers(at("new.json")), all(null));
      await run("--evidence", at("evidence"), "--credentials", "--since", at("old.json"));
      assert.deepEqual(makers(at("evidence/report.json")), all("bob@example.com"));
      assert.match(
        readFileSync(at("evidence/credentials.csv"), "utf8"),
        /"<b>gateway<\/b>".*"bob@example\.com"/,
      );
      assert.match(
        readFileSync(at("evidence/report.html"), "utf8"),
        /<bdi>bob@example\.com<\/bdi> <span class="bad">no member any more/,
      );
      await run(
        "--out",
        at("later.html"),
        "--json",
        at("later.json"),
        "--credentials",
        "--since",
        at("evidence/report.json"),
      );
      assert.deepEqual(makers(at("later.json")), all("bob@example.com"));
    });

    it("that may not read those of one application has the rest, says so, and ends with 1", async () => {
      const [first] = (await simulator.state()).applications;
      proxy.add({
        request: new RegExp(`^GET /applications/${first?.id}/tokens$`),
        answer: refusal(403, "Forbidden", "Not you"),
      });
      const { exitCode, stderr } = await runThrough("--credentials", "--evidence", at("evidence"));
      assert.equal(exitCode, 1);
      assert.match(stderr, /not complete.*API tokens of .*: of 1 of 230 applications: .*403.*Not you/);
      const manifest = Manifest.parse(JSON.parse(readFileSync(at("evidence/manifest.json"), "utf8")));
      assert.equal(manifest.isComplete, false);
      assert.deepEqual(
        manifest.listings.slice(-2).map(({ items, isComplete }) => [items, isComplete]),
        [
          [1, false],
          [1, true],
        ],
      );
      const [organization] = reportIn(at("evidence/report.json")).organizations;
      assert.deepEqual(
        organization?.credentials?.map(({ name }) => name),
        ["<b>gateway</b>", "meter"],
      );
    });

    it("has none, and is not complete, where the applications may not be listed", async () => {
      proxy.add({ request: /^GET \/applications$/, answer: refusal(403, "Forbidden", "Not you") });
      const { exitCode } = await runThrough(
        "--credentials",
        "--json",
        at("report.json"),
        "--out",
        at("a.html"),
      );
      assert.equal(exitCode, 1);
      const { unread } = reportIn(at("report.json"));
      assert.deepEqual(
        unread.map(({ what }) => what),
        ["applications", "API tokens", "access keys"],
      );
    });
  });

  it("has its evidence in a new folder, with hashes that hold and when each request was answered", async () => {
    const { exitCode, stdout } = await run("--evidence", at("evidence"));
    assert.equal(exitCode, 0);
    assert.ok(stdout.includes(at("evidence")));
    assert.equal(existsSync("losant-report.html"), false);
    const manifest = Manifest.strict().parse(JSON.parse(readFileSync(at("evidence/manifest.json"), "utf8")));
    for (const { name, sha256 } of manifest.files) {
      const bytes = readFileSync(at(`evidence/${name}`));
      assert.equal(createHash("sha256").update(bytes).digest("hex"), sha256, name);
    }
    const names = [...manifest.files.map(({ name }) => name), "manifest.json"];
    assert.deepEqual(readdirSync(at("evidence")).sort(), names.sort());
    assert.equal(manifest.requests.length, (await simulator.requests()).total);
    for (const { request, status, answeredAt } of manifest.requests) {
      assert.match(request, /^GET \/\w/);
      assert.equal(status, 200);
      assert.ok(answeredAt);
    }
    const all = names.map((name) => readFileSync(at(`evidence/${name}`), "utf8")).join();
    assert.ok(!all.includes(simulator.token));
  });

  it("refuses a folder for evidence that has something in it, before it asks Losant", async () => {
    mkdirSync(at("evidence"));
    writeFileSync(at("evidence/changes.csv"), "of another report");
    const { exitCode, stderr } = await run("--evidence", at("evidence"));
    assert.equal(exitCode, 1);
    assert.match(stderr, /--evidence: .* is there already/);
    assert.equal((await simulator.requests()).total, 0);
  });

  it("has pictures of usage where they are asked for, in as few requests as both need together", async () => {
    const { exitCode, stderr } = await run("--usage", "--out", at("page.html"), "--json", at("report.json"));
    assert.deepEqual([exitCode, stderr], [0, ""]);
    const { total, byAction } = await simulator.requests();
    assert.deepEqual([total, byAction["org.get"], byAction["org.pendingInvites"]], [12, 1, 1]);
    const [usage] = reportIn(at("report.json")).usage ?? [];
    assert.ok(usage?.figures.some(({ title }) => title === "Devices per day"));
    const page = readFileSync(at("page.html"), "utf8");
    assert.match(page, /<figcaption>Devices per day/);
    assert.match(page, /<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    assert.ok(!page.includes("data:image"), "all of them are plain pictures");
  });

  it("has usage of 93 days in no more requests, beside what the billing period has so far", async () => {
    const day = 24 * 60 * 60 * 1000;
    const from = new Date(Date.now() - 92 * day).toISOString().slice(0, 10);
    const files = ["--out", at("page.html"), "--json", at("report.json")];
    const { exitCode, stderr } = await run("--usage", "--from", from, ...files);
    assert.deepEqual([exitCode, stderr], [0, ""]);
    assert.equal((await simulator.requests()).total, 12);
    const [usage] = reportIn(at("report.json")).usage ?? [];
    const perDay = usage?.figures.find(({ title }) => title === "Devices per day");
    assert.deepEqual([perDay?.rows.length, perDay?.rows[0]?.[0]], [93, from]);
    await run("--usage", "--out", at("page.html"), "--json", at("period.json"));
    const limits = (file: string) => reportIn(file).usage?.[0]?.limits.map(({ what, used }) => [what, used]);
    assert.deepEqual(limits(at("report.json")), limits(at("period.json")));
  });

  for (const [flags, words] of [
    [["--from", "2026-01-01"], /--from and --to are of --usage/],
    [["--usage", "--from", "2020-01-01"], /at most 93 are possible/],
    [["--usage", "--from", "yesterday"], /Allowed are a day/],
  ] as const)
    it(`asks Losant for nothing with ${flags.join(" ")}`, async () => {
      const { exitCode, stderr } = await run(...flags);
      assert.equal(exitCode, 2);
      assert.match(stderr, words);
      assert.equal((await simulator.requests()).total, 0);
    });

  it("with usage from a day to come is wrong use, and writes nothing", async () => {
    const { exitCode, stderr } = await run("--usage", "--from", "2999-01-01", "--out", at("page.html"));
    assert.deepEqual([exitCode, existsSync(at("page.html"))], [2, false]);
    assert.match(stderr, /^error: --from is after now$/m);
  });

  it("of a simulated organization takes no other one", async () => {
    const flags = ["--simulated", "5", "--org", simulator.orgId, "--out", at("page.html")];
    const { exitCode, stderr } = await run(...flags);
    assert.deepEqual([exitCode, existsSync(at("page.html"))], [2, false]);
    assert.match(stderr, /'--simulated <number>' cannot be used with option '--org <id>'/);
  });

  it("that may not read usage has the rest, and says so", async () => {
    proxy.add({
      request: /^GET \/orgs\/[0-9a-f]+\/deviceCounts$/,
      answer: refusal(403, "Forbidden", "Not you"),
    });
    const { exitCode, stderr } = await runThrough(
      "--usage",
      "--out",
      at("page.html"),
      "--json",
      at("report.json"),
    );
    assert.equal(exitCode, 1);
    assert.match(stderr, /not complete.*usage of .*devices.*403/);
    assert.ok((reportIn(at("report.json")).usage?.[0]?.figures.length ?? 0) > 0);
  });

  it("of a simulated organization needs no account", async () => {
    const without = { env: { LOSANT_API_TOKEN: "", LOSANT_API_URL: "" } };
    const flags = ["--simulated", "5", "--out", at("page.html"), "--json", at("report.json")];
    const { exitCode, stdout } = await runInProcess(without, "report", ...flags);
    assert.equal(exitCode, 0);
    assert.match(stdout, /6 people and 2 invites of Simulated Organization/);
    assert.equal(reportIn(at("report.json")).organizations[0]?.people.length, 6);
  });

  for (const date of ["tomorrow", "2026-13-01", "2026-12-01T08:00"])
    it(`takes a date with its zone alone: ${date}`, async () => {
      const { exitCode, stderr } = await run("--date", date);
      assert.equal(exitCode, 2);
      assert.match(stderr, /A date is 2027-01-31/);
    });

  describe("where there are two", () => {
    before(() =>
      simulator.putState((state) => {
        const [first] = state.organizations;
        if (first) state.organizations.push({ ...first, id: other, orgId: other, name: "Other place" });
      }),
    );
    after(() =>
      simulator.putState((state) => {
        state.organizations = state.organizations.filter(({ id }) => id !== other);
        delete state.invites[other];
      }),
    );

    it("has both, or those that are named", async () => {
      await run("--out", at("page.html"), "--json", at("both.json"));
      assert.equal(reportIn(at("both.json")).organizations.length, 2);
      assert.match(readFileSync(at("page.html"), "utf8"), /<h1>2 organizations<\/h1>/);
      await run("--out", at("page.html"), "--json", at("one.json"), "--org", other, "--org", other);
      assert.deepEqual(
        reportIn(at("one.json")).organizations.map(({ name }) => name),
        ["Other place"],
      );
    });

    it("has one where the other cannot be read, names that, and ends with 1", async () => {
      proxy.add({
        request: new RegExp(`^GET /orgs/${other}$`),
        answer: refusal(403, "Forbidden", "Not you"),
      });
      const { exitCode, stderr } = await runThrough("--out", at("page.html"), "--json", at("report.json"));
      assert.equal(exitCode, 1);
      assert.match(stderr, /not complete.*Other place \(c{24}\): .*403/);
      const { organizations, unread } = reportIn(at("report.json"));
      assert.equal(organizations.length, 1);
      assert.deepEqual(
        unread.map(({ orgId, what, name }) => [orgId, what, name]),
        [[other, "organization", "Other place"]],
      );
      assert.match(readFileSync(at("page.html"), "utf8"), /not complete[\s\S]*Other place/);
    });
  });
});

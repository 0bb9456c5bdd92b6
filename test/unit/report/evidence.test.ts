import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { changesSince } from "../../../report/changes";
import { evidenceFiles, reportJson } from "../../../report/evidence";
import { Manifest } from "../../../report/manifest";
import { Report } from "../../../report/report";
import { orgId } from "../samples";
import { bigReport, credentialOf, inDays, organizationOf, personOf, reportOf } from "./samples";

const requests = [{ request: "GET /me", status: 200, answeredAt: inDays(0) }];
const manifestIn = (files: Record<string, string>) =>
  Manifest.strict().parse(JSON.parse(files["manifest.json"] ?? ""));

describe("the evidence of a report", () => {
  it("has page, data, a file for each table, and the hash of each in the manifest", () => {
    const { "manifest.json": _, ...files } = evidenceFiles(bigReport(5), requests);
    const tables = ["people", "roles", "applications", "dashboards", "invites", "attention"];
    const names = ["report.html", "report.json", ...tables.map((name) => `${name}.csv`)];
    assert.deepEqual(Object.keys(files), names);
    const manifest = manifestIn(evidenceFiles(bigReport(5), requests));
    assert.deepEqual(
      manifest.files.map(({ name }) => name),
      names,
    );
    const own = manifestIn({ ...files, "manifest.json": _ ?? "" });
    for (const { name, bytes, sha256 } of own.files) {
      const text = files[name] ?? "";
      assert.equal(sha256, createHash("sha256").update(text).digest("hex"), name);
      assert.equal(bytes, Buffer.byteLength(text), name);
    }
  });

  it("has a table of credentials where they were asked for", () => {
    const files = evidenceFiles(
      reportOf({ credentials: [credentialOf("=bridge", { expiresAt: null })] }),
      [],
    );
    const [head = "", row = ""] = (files["credentials.csv"] ?? "").split("\r\n");
    assert.match(head, /"kind","name","id","application id","application","made by"/);
    assert.match(row, /"API token","'=bridge",.*"Bob Stone","0+b0b0b0",,true,,true,"active"$/);
  });

  it("has usage with the name of its organization, as the other tables", () => {
    const figure = {
      title: "Devices",
      summary: "",
      svg: "",
      columns: ["Day", "Devices"],
      rows: [["2026-11-01", 7]],
    };
    const files = evidenceFiles(reportOf({}, { usage: [{ orgId, figures: [figure], limits: [] }] }), []);
    const [head = "", row = ""] = (files["usage.csv"] ?? "").split("\r\n");
    assert.match(head, /"organization id","organization","figure"/);
    assert.equal(row, `"${orgId}","Example","Devices","2026-11-01","Devices",7`);
  });

  it("has a table of changes where there is an earlier report", () => {
    const report = reportOf();
    const by = { name: "Ben", kind: "user", at: inDays(-1) };
    const people = [personOf("ann@example.com")];
    const changes = changesSince(
      report,
      { ...report, organizations: [organizationOf({ people })] },
      () => by,
    );
    const files = evidenceFiles({ ...report, changes }, []);
    const row = `"came","ann@example.com",,"view","Ben","user","${inDays(-1)}"`;
    assert.ok(files["changes.csv"]?.includes(row), files["changes.csv"]);
  });

  it("is the same for the same report and requests, byte by byte", () => {
    const report = bigReport(10);
    assert.deepEqual(
      evidenceFiles(report, requests),
      evidenceFiles(structuredClone(report), structuredClone(requests)),
    );
  });

  it("says in the manifest who read what when, how many items there were, and what is missing", () => {
    const listings = organizationOf().listings.map((one) => ({
      ...one,
      isComplete: one.what !== "dashboards",
    }));
    const unread = [{ orgId: "a".repeat(24), name: "Example", what: "dashboards" as const, problem: "403" }];
    const report = reportOf({ listings }, { unread });
    const manifest = manifestIn(evidenceFiles(report, requests));
    assert.equal(manifest.isComplete, false);
    assert.deepEqual(manifest.unread, unread);
    assert.deepEqual(manifest.token, report.token);
    assert.deepEqual(manifest.requests, requests);
    assert.deepEqual(manifest.tool, { name: "pulumi-losant", version: "1.2.3" });
    assert.deepEqual(
      manifest.listings.map(({ what, isComplete }) => [what, isComplete]),
      [
        ["members", true],
        ["invites", true],
        ["applications", true],
        ["dashboards", false],
      ],
    );
    assert.equal(manifestIn(evidenceFiles(reportOf(), [])).isComplete, true);
  });

  it("has data that read back as the report", () => {
    const report = bigReport(12);
    assert.deepEqual(Report.parse(JSON.parse(reportJson(report))), report);
  });
});

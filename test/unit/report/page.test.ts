import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { reportPage } from "../../../report/page/page";
import { orgId } from "../samples";
import {
  bigReport,
  credentialOf,
  hostileNames,
  inDays,
  inviteOf,
  manyCredentials,
  organizationOf,
  personOf,
  reportOf,
} from "./samples";

/** Text as it stands in HTML. */
const escaped = (text: string) =>
  text
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;")
    .replace(/'/g, "&#39;");

const without = (page: string, element: string) =>
  page.replace(new RegExp(`<${element}>[\\s\\S]*?</${element}>`, "g"), "");

/** Pages are long: a failure names what was looked for. */
const has = (page: string, pattern: RegExp) => assert.ok(pattern.test(page), `${pattern} is not there`);
const hasNot = (page: string, pattern: RegExp) => assert.ok(!pattern.test(page), `${pattern} is there`);

describe("the page of a report", () => {
  it("has every name from outside in its own element, escaped", () => {
    const people = hostileNames.map((name, at) =>
      personOf(`p${at}@example.com`, { name, reason: name, owner: name, teams: [name] }),
    );
    const named = (name: string, at: number) => ({ id: `${at}`.padStart(24, "0"), name });
    const applications = hostileNames.map(named);
    const invites = hostileNames.map((email) => inviteOf(email, { role: email }));
    const page = reportPage(
      reportOf({ name: hostileNames[0] ?? "", people, applications, dashboards: applications, invites }),
    );
    for (const name of hostileNames) assert.ok(page.includes(`<bdi>${escaped(name)}</bdi>`), name);
    const outsideOfOurs = without(without(page, "script"), "style");
    hasNot(outsideOfOurs, /<(script|style|img|b)\b|onerror=alert\(1\)>/);
    assert.equal(page.match(/<\/script>/g)?.length, 1);
    assert.equal(page.match(/<\/style>/g)?.length, 1);
  });

  it("has controls and bidirectional marks as U+FFFD, as in all that is printed", () => {
    const page = reportPage(
      reportOf({ people: [personOf("ann@example.com", { name: "a\u202Eb\u0007\u001b[31m\nc" })] }),
    );
    assert.ok(page.includes("a\uFFFDb\uFFFD\uFFFD[31m c"));
  });

  it("allows only its own script and style, by their hashes, and loads nothing", () => {
    const page = reportPage(bigReport(3));
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? "";
    for (const element of ["script", "style"]) {
      const text = new RegExp(`<${element}>([\\s\\S]*?)</${element}>`).exec(page)?.[1] ?? "";
      const hash = createHash("sha256").update(text).digest("base64");
      assert.ok(text.length > 500);
      assert.ok(policy.includes(`${element}-src &#39;sha256-${hash}&#39;`), policy);
    }
    assert.match(
      policy,
      /^default-src &#39;none&#39;;.*img-src data:; base-uri &#39;none&#39;; form-action &#39;none&#39;$/,
    );
    hasNot(page, /https?:\/\/(?!evil)|@import|url\(|style="/);
  });

  it("is the same for the same report, byte by byte", () => {
    const report = bigReport(20);
    assert.equal(reportPage(report), reportPage(structuredClone(report)));
  });

  it("says at its top what could not be read, and nothing where all was", () => {
    const unread = [
      { orgId, name: "Example", what: "invites" as const, problem: "<b>403</b>" },
      { orgId: "c".repeat(24), name: null, what: "organization" as const, problem: "404" },
    ];
    const listings = organizationOf().listings.map((one) => ({ ...one, isComplete: one.what !== "invites" }));
    const page = reportPage(reportOf({ listings, seats: { taken: null, limit: 10 } }, { unread }));
    assert.ok(page.indexOf("This report is not complete.") < page.indexOf("<main>"));
    has(page, /invites of <bdi>Example<\/bdi>: <bdi>&lt;b&gt;403/);
    has(page, /<bdi>c{24}<\/bdi>: <bdi>404/);
    has(page, /The invites could not be read\./);
    hasNot(page, /Nobody is invited/);
    hasNot(reportPage(reportOf()), /not complete/);
  });

  describe("has no number for a list that could not be read, and the least for one that is not whole", () => {
    type What = ReturnType<typeof organizationOf>["listings"][number]["what"];
    const lacking = (...missing: What[]) => {
      const more = (["API tokens", "access keys"] as const).map((what) => ({
        what,
        items: 0,
        isComplete: true,
      }));
      return [...organizationOf().listings, ...more].map((one) => ({
        ...one,
        isComplete: !missing.includes(one.what),
      }));
    };

    it("in its main numbers, in its headings and in the list of lists", () => {
      const lists = ["invites", "applications", "dashboards", "API tokens", "access keys"] as const;
      const page = reportPage(reportOf({ listings: lacking(...lists), credentials: [] }));
      has(page, /<dt>applications<\/dt><dd>–<\/dd>/);
      has(page, /<dt>open invites<\/dt><dd>–<\/dd>/);
      for (const title of ["By application", "By dashboard", "Invites", "API tokens and access keys"])
        has(page, new RegExp(`${title} <span class="number">–</span>`));
      has(page, /applications<\/th><td>–<\/td>/);
    });

    it("where some of it is there", () => {
      const credentials = [credentialOf("bridge")];
      const page = reportPage(reportOf({ listings: lacking("API tokens"), credentials }));
      has(page, /API tokens and access keys <span class="number">1\+<\/span>/);
      has(page, /<dt>applications<\/dt><dd>0<\/dd>/);
    });
  });

  it("tells of an API token that expires soon without the name of an organization", () => {
    const organizations = [organizationOf({ name: "One" }), organizationOf({ name: "Two" })];
    const page = reportPage(reportOf({}, { organizations, tokenExpiresAt: inDays(3) }));
    has(page, /<span>The API token expires within 7 days<\/span> <span class="some"><bdi>in 3 days<\/bdi>/);
  });

  it("leads from each person in need of attention to a row that is there", () => {
    const page = reportPage(bigReport(40));
    const all = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    const ids = new Set(all);
    assert.equal(ids.size, all.length);
    const links = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    assert.ok(links.length > 100);
    for (const link of links) assert.ok(ids.has(link), link);
  });

  const pageWith = (svg: string) => {
    const numbers = { columns: ["Day", "Payloads"], rows: [["2026-11-01", 12]] };
    const figures = [{ title: "Payloads <per> day", summary: "12 & more", svg, ...numbers }];
    return reportPage(reportOf({}, { usage: [{ orgId, figures, limits: [] }] }));
  };

  it("shows a plain picture with the page's colours and its own labels, and its numbers beside it", () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" role="img" aria-label="12 &amp; more"><g><path d="M0,0h9" stroke="currentColor"/><text x="1">a</text></g></svg>';
    const page = pageWith(svg);
    assert.ok(page.includes(svg));
    has(page, /<th scope="row">2026-11-01<\/th><td>12<\/td>/);
    has(page, /Payloads &lt;per&gt; day <small>12 &amp; more/);
    has(page, /<a href="#usage">/);
    hasNot(reportPage(reportOf()), /id="usage"/);
  });

  for (const inside of [
    "<script>alert(1)</script>",
    '<g onload="alert(1)"/>',
    '<path style="fill:url(x)"/>',
    "<style>*{}</style>",
    '<a href="https://evil.example"><text>x</text></a>',
    '<image href="https://evil.example/x.png"/>',
    "<foreignObject><p>x</p></foreignObject>",
    "</svg><b>x</b><svg>",
    "<g",
    "<!-- x -->",
  ])
    it(`shows any other picture as an image, in which no script runs: ${inside}`, () => {
      const svg = `<svg xmlns="http://www.w3.org/2000/svg">${inside}</svg>`;
      const page = pageWith(svg);
      assert.ok(page.includes(`src="data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}"`));
      assert.ok(!page.includes(svg));
    });

  it("shows as an image what is no picture at all, or more than one", () => {
    for (const svg of ["words", "<g></g>", "<svg></svg> words"]) has(pageWith(svg), /<img src="data:image/);
  });

  it("says beside the role that they are admin once they have a second factor", () => {
    const words = /<small>admin once they have a second factor<\/small>/;
    has(reportPage(reportOf({ people: [personOf("bob@example.com", { awaitsTwoFactor: true })] })), words);
    hasNot(reportPage(reportOf({ people: [personOf("bob@example.com")] })), words);
  });

  it("shows what changed where that is known", () => {
    const change = { email: "ann@example.com", from: "view", to: "admin" };
    const one = {
      orgId,
      name: "Example",
      came: [],
      went: [],
      promoted: [change],
      demoted: [],
      otherRoles: [],
    };
    const changes = { since: inDays(-30), organizations: [one], notCompared: [] };
    const page = reportPage(reportOf({}, { changes }));
    has(page, /Changed since 16 October 2026, 12:00 UTC/);
    has(page, /Promoted <span class="number">1<\/span>/);
    has(page, /ann@example\.com<\/bdi> <small>view → admin/);
    hasNot(reportPage(reportOf()), /id="changes"/);
  });

  it("counts on each application who has a role of their own, and others by their role in the organization", () => {
    const pumps = { id: "a".repeat(24), name: "Pumps" };
    const people = [
      personOf("a@example.com", { role: "admin" }),
      personOf("b@example.com", { applicationRoles: [{ ...pumps, role: "collaborate" }] }),
      personOf("c@example.com"),
      personOf("d@example.com", { role: "none" }),
    ];
    const page = reportPage(reportOf({ people, applications: [pumps] }));
    has(
      page,
      /<bdi>Pumps<\/bdi><\/th><td data-v="1"><ul><li><a href="#p0-1"><bdi>b@example\.com<\/bdi><\/a> <small>collaborate<\/small><\/li><\/ul><\/td><td data-v="2">1\u00A0admin, 1\u00A0view</,
    );
  });

  it("names who made a change, escaped, and says whose word that is", () => {
    const by = { name: "<b>Ben</b>", kind: "user", at: inDays(-1) };
    const change = { email: "ann@example.com", from: "view", to: "admin", by };
    const nobody = { orgId, name: "Example", went: [], promoted: [], demoted: [], otherRoles: [] };
    const pageOf = (came: (typeof change)[]) => {
      const organizations = [{ ...nobody, came }];
      return reportPage(reportOf({}, { changes: { since: inDays(-30), organizations, notCompared: [] } }));
    };
    const page = pageOf([change]);
    has(
      page,
      /admin, invited by <bdi>&lt;b&gt;Ben&lt;\/b&gt;<\/bdi> \(<bdi>user<\/bdi>\), 14 November 2026, 12:00 UTC</,
    );
    has(page, /what the audit log says/);
    hasNot(pageOf([]), /audit log/);
  });

  describe("with the credentials of applications", () => {
    const ann = personOf("ann@example.com");
    const credentials = [
      credentialOf("<i>bridge</i>", { expiresAt: null, isEndless: true }),
      credentialOf("meter", { makerUserId: ann.userId.toUpperCase(), isMakerGone: false }),
      credentialOf("gateway", { makerUserId: ann.userId, isMakerGone: false, kind: "access key" }),
      credentialOf("flow", { makerUserId: null, isMakerGone: false, maker: null }),
    ];
    const page = reportPage(reportOf({ people: [ann], credentials }));

    it("lists them with who made them, when they expire, and those of people who left with that word", () => {
      has(page, /<a href="#credentials">/);
      has(page, /<bdi>&lt;i&gt;bridge&lt;\/i&gt;<\/bdi> <small>API token<\/small>/);
      has(page, /<bdi>Bob Stone<\/bdi> <span class="bad">no member any more<\/span><\/td>/);
      has(page, /<td data-v="9999"><span class="bad">never<\/span><\/td>/);
      has(page, /1 of people who are no members any more; 1 active API token never expires\./);
      has(page, /<tr id="c0-3">.*<small>not told<\/small>/);
      assert.equal(page.match(/does not document/g)?.length, 1);
    });

    it("leads from the person to what they made, and back", () => {
      has(page, /<small>made <a href="#c0-1">1 API token, 1 access key<\/a><\/small>/);
      has(page, /<tr id="c0-2">.*<a href="#p0-0"><bdi>ann@example\.com<\/bdi><\/a>/);
      has(page, /<a href="#c0-0"><bdi>API token &lt;i&gt;bridge/);
    });

    it("says where not all could be read, and where there are none", () => {
      const listings = [{ what: "API tokens" as const, items: 0, isComplete: false }];
      has(reportPage(reportOf({ credentials: [], listings })), /Not all API tokens could be read/);
      const none = reportPage(reportOf({ credentials: [] }));
      has(none, /No application has any\./);
      hasNot(none, /could be read: more/);
      hasNot(reportPage(reportOf()), /id="credentials"/);
    });
  });

  it("is under 1 MB for a thousand people on 300 applications, with a credential of each", () => {
    const report = bigReport(1000);
    const [organization = assert.fail()] = report.organizations;
    const credentials = manyCredentials(report, 300);
    const page = reportPage({ ...report, organizations: [{ ...organization, credentials }] });
    assert.ok(Buffer.byteLength(page) < 1_000_000);
  });
});

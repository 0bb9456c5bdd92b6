import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { z } from "zod";
import { changesSince } from "../../../report/changes";
import { reportPage } from "../../../report/page/page";
import { TestBrowser } from "../../support/browser";
import {
  bigReport,
  credentialOf,
  hostileNames,
  inviteOf,
  manyCredentials,
  personOf,
  reportOf,
} from "../../unit/report/samples";
import { orgId } from "../../unit/samples";

const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="4" viewBox="0 0 10 4" role="img" aria-label="Payloads"><rect width="9" height="3" fill="var(--usage-series)"/></svg>';
/** No plain picture: it is shown as an image. */
const styled =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 4"><style>rect { fill: red }</style><rect width="9" height="3"/></svg>';

/** All that a report may have. */
function fullReport(people: number) {
  const report = bigReport(people);
  const numbers = { columns: ["Day", "Payloads"], rows: [["2026-11-01", 12]] };
  const figures = [svg, styled].map((one, at) => ({
    title: `Payloads ${at}`,
    summary: "12 payloads.",
    svg: one,
    ...numbers,
  }));
  const earlier = reportOf({ people: report.organizations[0]?.people.slice(2) ?? [] });
  const by = { name: hostileNames[0] ?? "", kind: "user", at: report.madeAt };
  const changes = changesSince(earlier, report, () => by);
  const credentials = manyCredentials(report, Math.min(people, 300));
  const organizations = report.organizations.map((one) => ({ ...one, credentials }));
  return { ...report, organizations, changes, usage: [{ orgId, figures, limits: [] }] };
}

const people = (page: Page) => page.locator("table.people tbody tr");
const visible = (page: Page) => page.locator("table.people tbody tr:not([hidden])");
const addresses = (page: Page) => visible(page).locator(".address").allTextContents();

const filter = (page: Page, key: string) => page.locator(`select[data-filter=${key}]`);

describe("the page of a report in a browser, which alone shows what it does", () => {
  let browser: TestBrowser;

  before(async () => {
    browser = await TestBrowser.start();
  });
  after(() => browser?.close());

  for (const count of [0, 1, 60, 1000])
    it(`shows ${count} people, asks for nothing, and breaks no rule of its policy`, () =>
      browser.open(reportPage(fullReport(count)), async ({ page, requests, errors }) => {
        assert.equal(await people(page).count(), count);
        assert.equal(await page.locator("#filters").isVisible(), true);
        assert.equal(await page.evaluate("document.querySelector('figure img').naturalWidth > 0"), true);
        assert.deepEqual(requests, []);
        assert.deepEqual(errors, []);
      }));

  it("has every hostile name as it is, and runs none", () =>
    browser.open(reportPage(fullReport(60)), async ({ page, errors }) => {
      const names = await page.locator("table.people .name").allTextContents();
      assert.deepEqual(names.slice(0, hostileNames.length), hostileNames);
      const credentials = await page.locator("table.credentials th bdi").allTextContents();
      assert.deepEqual(credentials.slice(0, hostileNames.length), hostileNames);
      assert.equal(await page.locator("#changes small bdi").first().textContent(), hostileNames[0]);
      assert.equal(await page.locator("table img, table script, #changes script").count(), 0);
      assert.deepEqual(errors, []);
    }));

  it("is whole where no scripts run, without what needs them", () =>
    browser.open(
      reportPage(fullReport(60)),
      async ({ page }) => {
        assert.equal(await visible(page).count(), 60);
        assert.equal(await page.locator("#filters").isVisible(), false);
        assert.equal(await page.locator("button:visible").count(), 0);
        await page.locator(".finding summary").first().click();
        assert.equal(await page.locator(".finding a").first().isVisible(), true);
      },
      { javaScriptEnabled: false },
    ));

  it("finds people by words of name, address, team and application, and says how many", () =>
    browser.open(reportPage(fullReport(60)), async ({ page }) => {
      await page.locator("#search").fill("PERSON12@");
      assert.deepEqual(await addresses(page), ["person12@example.com"]);
      assert.equal(await page.locator("#shown").textContent(), "1 of 60 people");
      await page.locator("#search").fill("field number30");
      assert.deepEqual(await addresses(page), ["person30@example.com"]);
      await page.locator("#search").fill("אברהם");
      assert.equal(await visible(page).count(), 1);
      await page.locator("#search").fill("nobody has this");
      assert.equal(await visible(page).count(), 0);
      await page.getByRole("button", { name: "Show all" }).click();
      assert.equal(await visible(page).count(), 60);
      assert.equal(await page.locator("#shown").textContent(), "");
    }));

  it("filters by role, application, owner, second factor and what needs attention, all together", () =>
    browser.open(reportPage(fullReport(60)), async ({ page }) => {
      await filter(page, "r").selectOption("admin");
      assert.equal(await visible(page).count(), 12);
      await filter(page, "f").selectOption("no");
      assert.deepEqual(
        await addresses(page),
        [10, 25, 40, 55].map((at) => `person${at}@example.com`),
      );
      await filter(page, "a").selectOption("Application 25");
      assert.deepEqual(await addresses(page), ["person25@example.com"]);
      await page.getByRole("button", { name: "Show all" }).click();
      await filter(page, "o").selectOption("owner4@example.com");
      assert.deepEqual(
        await addresses(page),
        [4, 32].map((at) => `person${at}@example.com`),
      );
      await page.getByRole("button", { name: "Show all" }).click();
      await filter(page, "k").selectOption("People whom no file names");
      assert.equal(await visible(page).count(), 7);
    }));

  it("shows in the table whom a finding concerns, and leads to a row that a filter hides", () =>
    browser.open(reportPage(fullReport(60)), async ({ page }) => {
      const finding = page.locator(".finding", { hasText: "Admins without a second factor" });
      await finding.locator("summary").click();
      await finding.getByRole("button", { name: "Show them in the table" }).click();
      assert.deepEqual(
        await addresses(page),
        [10, 25, 40, 55].map((at) => `person${at}@example.com`),
      );
      await page.locator('#applications a[href="#p0-3"]').first().click();
      assert.equal(await page.locator("#p0-3").isVisible(), true);
      assert.equal(await visible(page).count(), 60);
    }));

  it("leads from what needs attention to a credential, and from a person to theirs", () =>
    browser.open(reportPage(fullReport(60)), async ({ page }) => {
      const inView = async (id: string) => {
        const box = await page.locator(id).boundingBox();
        return box !== null && box.y >= 0 && box.y < 720;
      };
      const finding = page.locator(".finding", { hasText: "of people who left" });
      await finding.locator("summary").click();
      assert.equal(await finding.getByRole("button").count(), 0);
      await finding.locator("a").nth(1).click();
      assert.equal(new URL(page.url()).hash, "#c0-4");
      assert.equal(await inView("#c0-4"), true);
      await page.locator('#p0-1 a[href="#c0-1"]').click();
      assert.equal(await inView("#c0-1"), true);
      await page.locator("#c0-1").getByRole("link").click();
      assert.equal(await inView("#p0-1"), true);
    }));

  it("sorts by a column, in both directions, with what is empty last", () =>
    browser.open(reportPage(fullReport(60)), async ({ page }) => {
      const role = page.locator("table.people thead").getByRole("button", { name: "Role" });
      const roles = () => visible(page).locator("td:nth-child(2)").allTextContents();
      await role.click();
      assert.equal((await roles())[0], "none");
      assert.equal(await page.locator("table.people th[aria-sort=ascending]").textContent(), "Role");
      await role.click();
      const sorted = await roles();
      assert.deepEqual([sorted[0], sorted.at(-1)], ["admin", "none"]);
      assert.equal(await page.locator("table.people th[aria-sort=descending]").count(), 1);
      await page.locator("table.people thead").getByRole("button", { name: "Access" }).click();
      const ends = await visible(page).locator("td:nth-child(5)").allTextContents();
      assert.ok(ends[0]?.startsWith("until 2026-11-20") && ends.at(-1) === "");
    }));

  it("works by keyboard alone: / searches, Escape shows all, Enter sorts and opens", () =>
    browser.open(reportPage(fullReport(60)), async ({ page }) => {
      const focused = () => page.evaluate("document.activeElement.textContent");
      await page.keyboard.press("Tab");
      assert.equal(await focused(), "Skip to people");
      await page.keyboard.press("/");
      await page.keyboard.type("person7@");
      assert.deepEqual(await addresses(page), ["person7@example.com"]);
      await filter(page, "r").selectOption("edit");
      await page.locator("#search").focus();
      await page.keyboard.press("Escape");
      assert.equal(await visible(page).count(), 60);
      for (let step = 0; step < 12 && (await focused()) !== "Person"; step += 1)
        await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      assert.equal(await page.locator("th[aria-sort=ascending]").textContent(), "Person");
      await page.locator(".finding summary").first().focus();
      await page.keyboard.press("Enter");
      assert.equal(await page.locator(".finding[open]").count(), 1);
    }));

  it("is printed on A4, with all that is folded, and rows that are not cut", () =>
    browser.open(reportPage(fullReport(60)), async ({ page }) => {
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
      const boxes = [...pdf.matchAll(/\/MediaBox \[0 0 (\d+)[.\d]* (\d+)/g)].map(([, ...sides]) =>
        sides.join("x"),
      );
      assert.ok(boxes.length >= 4, `${boxes.length} pages`);
      assert.deepEqual([...new Set(boxes)], ["594x841"]);
      await page.emulateMedia({ media: "print" });
      assert.equal(await page.locator("nav").isVisible(), false);
      assert.equal(await page.locator(".finding .who").first().isVisible(), true);
      const breaks = await page.evaluate("getComputedStyle(document.querySelector('#p0-0')).breakInside");
      assert.equal(breaks, "avoid");
    }));

  for (const colorScheme of ["light", "dark"] as const)
    for (const width of [1200, 320])
      it(`has nothing that axe finds wrong: ${colorScheme}, ${width} px`, () =>
        browser.open(
          reportPage({
            ...fullReport(16),
            unread: [{ orgId, name: "Example", what: "roles", problem: "missing" }],
          }),
          async ({ page }) => {
            await page.locator(".finding summary").first().click();
            await page.locator("#search").fill("person");
            await page.evaluate(readFileSync(require.resolve("axe-core/axe.min.js"), "utf8"));
            const { violations } = AxeResult.parse(await page.evaluate("axe.run()"));
            assert.deepEqual(
              violations.map(({ id, nodes }) => [id, nodes.slice(0, 3).map(({ html }) => html)]),
              [],
            );
          },
          { colorScheme, viewport: { width, height: 900 } },
        ));

  it("needs no sideways scrolling at 320 px, however long names are", () => {
    const long = "x".repeat(200);
    const email = `${long}@example.com`;
    const on = [{ id: "a".repeat(24), name: long, role: "view" }];
    const terms = { isNamed: false, reason: long, owner: email, teams: [long] };
    const person = personOf(email, {
      name: long,
      role: "admin",
      twoFactor: false,
      applicationRoles: on,
      ...terms,
    });
    const absent = [{ email, until: null, isEnded: false }];
    const unread = [{ orgId, name: long, what: "invites" as const, problem: long }];
    const invites = [inviteOf(email, { dashboardRoles: on })];
    const credentials = [
      credentialOf(long, { application: long, maker: long, status: long }),
      credentialOf("of theirs", { makerUserId: person.userId, isMakerGone: false }),
    ];
    const report = reportOf(
      { name: long, people: [person], invites, applications: on, absent, credentials },
      { files: [long], unread },
    );
    const by = { name: long, kind: long, at: report.madeAt };
    return browser.open(
      reportPage({ ...report, changes: changesSince(reportOf(), report, () => by) }),
      async ({ page }) => {
        for (const summary of await page.locator("summary").all()) await summary.click();
        assert.equal(await page.evaluate("document.documentElement.scrollWidth"), 320);
      },
      { viewport: { width: 320, height: 700 } },
    );
  });
});

const AxeResult = z.object({
  violations: z.array(z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) })),
});

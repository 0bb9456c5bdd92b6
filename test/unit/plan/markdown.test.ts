import assert from "node:assert/strict";
import { code, planMarkdown } from "../../../plan/markdown";
import type { PlannedPerson } from "../../../plan/record";
import { planText } from "../../../plan/text";
import { now } from "../samples";
import { invited, planOf, promoted, recordOf, removed } from "./samples";

const people: PlannedPerson[] = [
  { email: "a@example.com", ...removed, reason: "left the project", teams: ["field"] },
  { email: "b@example.com", ...removed, cause: "ended", until: "2026-11-01" },
  { email: "by-hand@example.com", ...removed, cause: "drift" },
  { email: "c@example.com", ...promoted },
  { email: "d@example.com", ...invited },
  {
    email: "e@example.com",
    does: "change roles",
    cause: "program",
    from: { role: "view", applications: [{ id: "5f", name: "Pumps", role: "view" }] },
    to: { role: "edit", applications: [{ id: "6a", name: "Valves", role: "edit" }] },
  },
  {
    email: "f@example.com",
    ...promoted,
    cause: "drift",
    to: { role: "edit" },
    changedBy: { name: "@ben", kind: "user", at: "2026-11-14T10:00:00.000Z" },
  },
  {
    email: "g@example.com",
    does: "wait",
    cause: "lapsed",
    because: "declined",
    waitsUntil: "2026-12-01T00:00:00.000Z",
  },
  {
    email: "g2@example.com",
    does: "keep",
    cause: "program",
    until: "2036-12-20",
    reason: "on call",
    termsBefore: { until: "2026-12-20", reason: "on call", owner: "a@example.com" },
  },
  { email: "h@example.com", does: "keep", until: "2026-11-20" },
  { email: "i@example.com", does: "keep", until: "2099-01-01" },
];
const minute = `${now.toISOString().slice(0, 16).replace("T", " ")} UTC`;
const unmanaged = [{ email: "x@example.com", roles: { role: "admin" as const }, isNamed: false }];

describe("unit: a plan in Markdown", () => {
  it("tells who waits for a second factor, which is no change, and who has it now", () => {
    const waiting = { email: "a@example.com", does: "keep", awaitsTwoFactor: true } as const;
    const waits = planMarkdown(planOf([recordOf([waiting], { unchanged: 1 })]), now);
    assert.match(waits, /^\*\*no changes · 1 waits\*\*/);
    const beside = planMarkdown(planOf([recordOf([waiting, { email: "d@example.com", ...invited }])]), now);
    assert.match(beside, /### Waiting\n\n- `a@example\.com`: admin once they have a second factor\n/);
    const step = { email: "a@example.com", ...invited, awaitsTwoFactor: true };
    assert.match(
      planMarkdown(planOf([recordOf([step])]), now),
      /invited as view · admin once they have a second/,
    );
    const because = "they have a second factor now";
    const has = planMarkdown(planOf([recordOf([{ email: "a@example.com", ...promoted, because }])]), now);
    assert.match(has, /view → admin: `they have a second factor now`/);
  });

  it("counts and names whom the program asks for a second factor, and who has none", () => {
    const lacking = recordOf([{ email: "d@example.com", ...invited }], {
      withoutTwoFactor: ["a@example.com"],
    });
    const told = planMarkdown(planOf([lacking]), now);
    assert.match(told, /^\*\*1 gets access · 1 without a second factor\*\*/);
    assert.match(told, /### Without a second factor, which the program asks for\n\n- `a@example\.com`\n/);
    const quiet = planMarkdown(planOf([{ ...lacking, people: [] }]), now);
    assert.match(quiet, /^\*\*no changes · 1 without a second factor\*\*/);
  });

  it("says first in numbers what happens, then each person under what happens to them", () => {
    const plan = planOf([recordOf(people, { unmanaged, unchanged: 54 })], { commit: "abc123", base: "main" });
    assert.equal(
      planMarkdown(plan, now),
      [
        "**3 lose access · 1 gets access · 1 becomes admin · 2 change · 1 changed at Losant · 1 unmanaged admin · 1 waits · 53 unchanged**",
        "",
        "### Lose access",
        "",
        "- `a@example.com`: removed (view) · reason: `left the project` · team `field`",
        "- `b@example.com`: removed (view), as their access has ended · until `2026-11-01`",
        "- `by-hand@example.com`: removed (view), whom the program does not name",
        "",
        "### Admins",
        "",
        "- `c@example.com`: view → admin",
        "",
        "### Get access",
        "",
        "- `d@example.com`: invited as view",
        "",
        "### Changes",
        "",
        "- `e@example.com`: view → edit; applications + `Valves` (edit), − `Pumps` (view)",
        "- `g2@example.com`: until `2026-12-20` → `2036-12-20` · reason: `on call` · owner: `a@example.com` → none",
        "",
        "### Changed at Losant since the last up",
        "",
        "- `f@example.com`: changed back: view → edit · last changed by `@ben` (`user`) on 2026-11-14 10:00 UTC, by the audit log",
        "",
        "### Unmanaged",
        "",
        "- `x@example.com`: is not in the roster (admin)",
        "",
        "### Waiting",
        "",
        "- `g@example.com`: waits until 2026-12-01: `declined`",
        "",
        "### End within 14 days",
        "",
        "- `h@example.com`: access ends · until `2026-11-20`",
        "",
        "---",
        "- 3 people lose access as soon as this is merged and applied",
        "- API tokens and access keys that they made are not touched: pulumi-losant status --credentials lists them afterwards",
        `- organization \`Example\` (${plan.organizations[0]?.id}), seats 10 → 10 of 20, read at ${minute}`,
        `- stack \`production\`, commit \`abc123\` compared with \`main\`, planned at ${minute} by \`pulumi-losant plan\``,
        "",
      ].join("\n"),
    );
  });

  it("says refusals and failures before everything", () => {
    const refusals = [{ guard: "seats", message: "has 5 seats" }];
    const refused = planMarkdown(planOf([recordOf(people, { refusals })]), now);
    assert.match(refused, /^\*\*1 refused · 3 lose access/);
    assert.ok(refused.indexOf("### Refused") < refused.indexOf("### Lose access"));
    const failed = planMarkdown(planOf([], { errors: ["boom"], unknown: ["the rest"] }), now);
    assert.match(failed, /^\*\*the preview failed: not everything is known\*\*/);
    assert.match(failed, /- `boom`\n- not known: `the rest`/);
  });

  it("is one line where nothing changes", () => {
    const quiet = planMarkdown(planOf([recordOf([], { unchanged: 3 })]), now);
    assert.equal(quiet, "**no changes · 3 unchanged** — stack `production`\n");
  });

  it("shows as code whatever is no word of ours, and no characters that nobody sees", () => {
    const applications = [{ id: "5f", name: "Pumps", role: "<b>@all" }];
    const to = { role: "view" as const, applications };
    const markdown = planMarkdown(planOf([recordOf([{ email: "a@x", ...invited, to }])]), now);
    assert.match(markdown, /applications `Pumps` \(`<b>@all`\)/);
    assert.equal(code("ann\u200b@\u2060x\u{e0041}"), "`ann\uFFFD@\uFFFDx\uFFFD`");
  });

  it("says where the rest is, in as much as a host takes, of more removals or refusals than fit", () => {
    const gone = Array.from({ length: 3000 }, (_, at) => ({
      email: `gone${at}@example.example.com`,
      ...removed,
    }));
    const refusals = Array.from({ length: 3000 }, (_, at) => ({ message: `refusal ${at} with some words` }));
    for (const record of [recordOf(gone), recordOf([], { refusals })]) {
      const markdown = planMarkdown(planOf([record]), now);
      assert.ok(markdown.length <= 60_000, String(markdown.length));
      assert.ok(markdown.length > 55_000, String(markdown.length));
      assert.match(markdown, /^\*\*3000 /);
      assert.match(markdown, /`\n- … not all fit here: see the whole plan before you approve\n\n---/);
    }
  });

  it("is at most 60,000 characters, cut from the least important end, and never by removals", () => {
    const many = (count: number, name: string, more: object) =>
      Array.from(
        { length: count },
        (_, at) => ({ ...more, email: `${name}${at}@example.com` }) as PlannedPerson,
      );
    const all = [
      ...many(300, "gone", removed),
      ...many(900, "new", invited),
      ...many(900, "x", people[6] ?? {}),
    ];
    const markdown = planMarkdown(planOf([recordOf(all)]), now);
    assert.ok(markdown.length <= 60_000, String(markdown.length));
    assert.equal(markdown.match(/`gone\d+@/g)?.length, 300);
    assert.equal(markdown.match(/`new\d+@/g)?.length, 900);
    const [, cut = ""] = /… and (\d+) more: see the whole plan/.exec(markdown) ?? [];
    assert.equal(Number(cut) + (markdown.match(/`x\d+@/g)?.length ?? 0), 900);
  });

  it("names everybody who loses access by address alone where even those are too many", () => {
    const more = { ...removed, reason: "a long reason ".repeat(4) };
    const all = Array.from({ length: 1500 }, (_, at) => ({ email: `gone${at}@example.com`, ...more }));
    const markdown = planMarkdown(planOf([recordOf(all)]), now);
    assert.ok(markdown.length <= 60_000, String(markdown.length));
    assert.equal(markdown.match(/`gone\d+@/g)?.length, 1500);
  });

  it("makes nothing of what comes from outside but code", () => {
    for (const text of [
      "@owner",
      "<b>",
      "a|b",
      "[x](http://y)",
      "``",
      "`",
      "a`b",
      "\u202eabc",
      "one\n# two",
    ]) {
      const written = code(text);
      const [fence = ""] = /^`+/.exec(written) ?? [];
      assert.ok(
        written.endsWith(fence) && !written.slice(fence.length, -fence.length).includes(fence),
        written,
      );
      assert.doesNotMatch(written, /[\n\u202e]/);
    }
    assert.equal(code("a`b"), "`` a`b ``");
  });

  it("says the same on a terminal", () => {
    const text = planText(planOf([recordOf(people)]), now);
    assert.match(text, /^3 lose access/);
    assert.match(text, /Lose access:\n {2}a@example\.com: removed \(view\) · reason: left the project/);
  });

  it("names the organization where there are several", () => {
    const other = recordOf(people, { organization: "6".repeat(24), organizationName: "Other" });
    assert.match(planMarkdown(planOf([recordOf(people), other]), now), /### Lose access \(`Other`\)/);
  });
});
